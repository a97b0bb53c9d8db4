/** What follows what: the plain flowchart, with the owner's name under each step. */
import type { Process } from '../../model/process.js';
import { hueCount, type ViewNode } from '../../model/view.js';
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
    const coloured = withOwnColour(process);
    const nodes = viewNodes(process, speak, options).map(({ owner, hue, ...node }): ViewNode => ({
      ...node,
      ...(owner !== undefined && hue !== undefined && coloured.has(owner) && { hue }),
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

/**
 * The owners whose colour is theirs alone: of those that would share one, the first that has a step. Lanes of one colour are told apart by
 * where they are; a box is not, and would be taken for that of somebody else.
 */
function withOwnColour({ owners, nodes }: Process): ReadonlySet<string> {
  const busy = new Set(nodes.map(({ owner }) => owner));
  const first = new Map<number, string>();
  owners.forEach(({ id }, index) => {
    const hue = index % hueCount;
    if (busy.has(id) && !first.has(hue)) first.set(hue, id);
  });
  return new Set(first.values());
}
