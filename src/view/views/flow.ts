/** What follows what: the plain flowchart, with the owner's name under each step. */
import type { ViewNode } from '../../model/view.js';
import { viewEdges } from '../edges.js';
import { frame } from '../frame.js';
import { viewNodes } from '../nodes.js';
import { voice } from '../voice.js';
import type { ViewKind } from '../view-kind.js';

export const flow = {
  id: 'flow',
  summary: 'the plain flowchart, with the owner under each step',
  project(process, options) {
    const speak = voice(process, options.language);
    const names = new Map(process.owners.map((owner) => [owner.id, speak.name(owner)]));
    const nodes = viewNodes(process, speak, options).map(({ owner, ...node }): ViewNode => ({
      ...node,
      caption: owner === undefined ? '' : (names.get(owner) ?? ''),
    }));
    const edges = viewEdges(process, speak, options);
    return {
      id: 'flow',
      ...frame(process, nodes, edges, speak),
      direction: options.direction,
      lanes: [],
      phases: [],
      nodes,
      edges,
    };
  },
} as const satisfies ViewKind;
