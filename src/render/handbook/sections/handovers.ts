/** From whom the role receives work, and to whom it hands it over: both tables have the same columns, seen from two sides. */
import type { Handover } from '../../../model/handovers.js';
import { capital, table, type Inline } from '../../document/blocks.js';
import type { Sop } from '../../sop/sop.js';
import type { HandbookSection } from '../handbook.js';

/** What is passed on: what the connection says it carries, else what the step before makes. */
function passed(sop: Sop, { from, edge }: Handover): Inline {
  return sop.texts(edge.carries.length > 0 ? edge.carries : from.outputs);
}

const limit = (sop: Sop, { to }: Handover): string => (to.sla ? sop.words.duration(to.sla) : '');

export const receives: HandbookSection = {
  id: 'receives',
  summary: 'from whom the role receives work, with what, and how soon it has to act',
  blocks({ parts, phrases }) {
    const { from, theirs, own, when, what, sla } = phrases.handover;
    return table(
      [from, theirs, when, what, own, sla],
      parts.flatMap(({ sop, received }) =>
        received.map((handover) => [
          sop.owners([handover.from.owner]),
          sop.name(handover.from),
          capital(sop.branch(handover.edge)),
          passed(sop, handover),
          sop.step(handover.to.id),
          limit(sop, handover),
        ]),
      ),
    );
  },
};

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
