/** To whom the role hands over. */
import { capital, table } from '../../document/blocks.js';
import type { HandbookSection } from '../handbook.js';
import { limit, passed } from '../passed.js';

export const hands: HandbookSection = {
  id: 'hands',
  summary: 'to whom the role hands over, when, with what, and how soon they have to act',
  blocks({ parts, phrases }) {
    const { to, theirs, own, when, what, sla } = phrases.handover;
    return table(
      [own, when, to, theirs, what, sla],
      parts.flatMap(({ sop, handed }) =>
        handed.map((handover) => [
          sop.step(handover.from.id),
          capital(sop.branch(handover.edge)),
          sop.owners([handover.to.owner]),
          sop.name(handover.to),
          passed(sop, handover),
          limit(sop, handover),
        ]),
      ),
    );
  },
};
