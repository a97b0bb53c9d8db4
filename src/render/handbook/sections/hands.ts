/** To whom the role hands over. */
import { table } from '../../document/blocks.js';
import type { HandbookSection } from '../handbook.js';
import { limit, occasion, passed } from '../passed.js';

export const hands: HandbookSection = {
  id: 'hands',
  summary: 'to whom the role hands over, when, with what, and how soon they have to act',
  blocks(handbook) {
    const { parts, phrases } = handbook;
    const { to, theirs, own, when, what, sla } = phrases.handover;
    return table(
      [own, when, to, theirs, what, sla],
      parts.flatMap(({ sop, handed }) =>
        handed.map((handover) => [
          sop.step(handover.from.id),
          occasion(handbook, sop, handover),
          sop.owners([handover.to.owner]),
          sop.name(handover.to),
          passed(handbook, sop, handover),
          limit(sop, handover),
        ]),
      ),
    );
  },
};
