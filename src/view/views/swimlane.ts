/** Who does what when: a lane per owner, phases along the flow. */
import type { ViewNode } from '../../model/view.js';
import { viewEdges } from '../edges.js';
import { frame } from '../frame.js';
import { lanes } from '../lanes.js';
import { viewNodes } from '../nodes.js';
import { voice } from '../voice.js';
import type { ViewKind } from '../view-kind.js';

export const swimlane = {
  id: 'swimlane',
  summary: 'a lane for each owner and the phases along the flow',
  project(process, options) {
    const speak = voice(process, options.language);
    const { lanes: list, laneOf } = lanes(process, speak);
    const phaseOf = new Map(process.nodes.map((node) => [node.id, node.phase]));
    const phases = process.phases.filter(({ id }) => process.nodes.some((node) => node.phase === id));
    const known = new Set(phases.map(({ id }) => id));
    const nodes = viewNodes(process, speak, options).map(({ owner, ...node }): ViewNode => {
      const lane = laneOf(owner);
      const phase = phaseOf.get(node.id);
      return {
        ...node,
        ...(lane === undefined ? {} : { lane }),
        ...(phase === undefined || !known.has(phase) ? {} : { phase }),
      };
    });
    const edges = viewEdges(process, speak, options);
    return {
      id: 'swimlane',
      ...frame(process, nodes, edges, speak),
      direction: options.direction,
      lanes: list,
      phases: phases.map((phase) => ({ id: phase.id, name: speak.name(phase) })),
      nodes,
      edges,
    };
  },
} as const satisfies ViewKind;
