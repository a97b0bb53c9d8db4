/** The follow-up plan: for each segment how often, through what and about what. */
import { capital, reference, table } from '../../document/blocks.js';
import { nodeTarget, type Section } from '../sop.js';

export const plan: Section = {
  id: 'plan',
  summary: 'how often, through which channels and about what each segment is followed up',
  blocks(sop) {
    const { words, process } = sop;
    const { segment, every, channels, about, step, everyone } = sop.phrases.plan;
    const all = process.nodes.flatMap((node) => node.cadence.map((cadence) => ({ node, cadence })));
    const rows = [...process.segments, undefined].flatMap((one) =>
      all
        .filter(({ cadence }) => cadence.segment === one?.id)
        .map(({ node, cadence }) => [
          one === undefined ? everyone : sop.name(one),
          capital(words.every(cadence.every)),
          capital(words.list(cadence.via.map((channel) => words.channels[channel]))),
          sop.line(cadence.about),
          [reference(nodeTarget(node.id))],
        ]),
    );
    return table([segment, every, channels, about, step], rows);
  },
};
