/** From whom the role receives work. */
import { table } from '../../document/blocks.js';
import type { HandbookSection } from '../handbook.js';
import { limit, occasion, passed } from '../passed.js';

export const receives: HandbookSection = {
  id: 'receives',
  summary: 'from whom the role receives work, with what, and how soon it has to act',
  blocks(handbook) {
    const { parts, phrases } = handbook;
    const { from, theirs, own, when, what, sla } = phrases.handover;
    return table(
      [from, theirs, when, what, own, sla],
      parts.flatMap(({ sop, received }) =>
        received.map((handover) => [
          sop.owners([handover.from.owner]),
          sop.name(handover.from),
          occasion(handbook, sop, handover),
          passed(handbook, sop, handover),
          sop.step(handover.to.id),
          limit(sop, handover),
        ]),
      ),
    );
  },
};
