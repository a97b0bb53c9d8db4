/** What goes from hand to hand, and how soon the one who gets it has to act: receiving and handing over are told alike. */
import type { Handover } from '../../model/handovers.js';
import type { Inline } from '../document/blocks.js';
import type { Sop } from '../sop/sop.js';

/** What the connection says it carries, else what the step before makes. */
export function passed(sop: Sop, { from, edge }: Handover): Inline {
  return sop.texts(edge.carries.length > 0 ? edge.carries : from.outputs);
}

export const limit = (sop: Sop, { to }: Handover): string => (to.sla ? sop.words.duration(to.sla) : '');
