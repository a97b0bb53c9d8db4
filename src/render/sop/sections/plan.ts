/** The follow-up plan: for each segment how often, through what and about what. */
import { capital, table } from '../../document/blocks.js';
import type { Section } from '../sop.js';

export const plan: Section = {
  id: 'plan',
  summary: 'how often, through which channels and about what each segment is followed up',
  blocks(sop) {
    const { segment, every, channels, about, step, everyone } = sop.phrases.plan;
    const rows = sop.parts.flatMap((part) => {
      const { words, process } = part;
      const all = process.nodes.flatMap((node) => node.cadence.map((cadence) => ({ node, cadence })));
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
  },
};
