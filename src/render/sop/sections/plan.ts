/** The follow-up plan: for each segment how often, through what and about what. */
import type { RootContent } from 'mdast';
import type { ProcessNode } from '../../../model/process.js';
import { capital, table } from '../../document/blocks.js';
import type { Section, Sop } from '../sop.js';
import { inOrder } from './procedure.js';

/** The plan of some nodes, segment by segment as they are declared, and what is for everyone last. */
export function planTable(
  sop: Sop,
  flows: readonly { readonly part: Sop; readonly nodes: readonly ProcessNode[] }[],
): RootContent[] {
  const { segment, every, channels, about, step, everyone } = sop.phrases.plan;
  const rows = flows.flatMap(({ part, nodes }) => {
    const { words, process } = part;
    const all = nodes.flatMap((node) => node.cadence.map((cadence) => ({ node, cadence })));
    return [...process.segments, undefined].flatMap((one) =>
      all
        .filter(({ cadence }) => cadence.segment === one?.id)
        .map(({ node, cadence }) => [
          one === undefined ? everyone : part.name(one),
          capital(words.every(cadence.every)),
          capital(words.list(cadence.via.map((channel) => words.channels[channel]))),
          part.line(cadence.about),
          part.step(node.id),
        ]),
    );
  });
  return table([segment, every, channels, about, step], rows);
}

export const plan: Section = {
  id: 'plan',
  summary: 'how often, through which channels and about what each segment is followed up',
  blocks: (sop) =>
    planTable(
      sop,
      sop.parts.map((part) => ({ part, nodes: inOrder(part) })),
    ),
};
