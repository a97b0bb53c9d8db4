/** What goes from hand to hand, and how soon the one who gets it has to act: receiving and handing over are told alike. */
import type { Handover } from '../../model/handovers.js';
import { capital, type Inline } from '../document/blocks.js';
import type { Sop } from '../sop/sop.js';
import type { Handbook } from './handbook.js';

export function passed({ phrases }: Handbook, sop: Sop, { carries, overdue }: Handover): Inline {
  return carries.length === 0 && overdue ? capital(phrases.handover.unfinished) : sop.texts(carries);
}

/** Under which condition, or after how long without a result. */
export function occasion({ phrases }: Handbook, sop: Sop, { edge }: Handover): string {
  if (edge.after !== undefined) return phrases.handover.overdue.replace('{after}', sop.words.duration(edge.after));
  const said = sop.branch(edge);
  return said === sop.words.otherwise ? capital(said) : said;
}

export const limit = (sop: Sop, { to }: Handover): string => (to.sla ? sop.words.duration(to.sla) : '');
