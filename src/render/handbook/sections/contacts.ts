/** Whom the role deals with, why, and how to reach them. */
import { capital, table, type Inline } from '../../document/blocks.js';
import { distinct, identity } from '../../sop/distinct.js';
import type { HandbookSection, RolePart } from '../handbook.js';

/** What the role does with them, then what they do with the role. */
const reasons = [
  'receives',
  'hands',
  'consults',
  'consulted',
  'informs',
  'informed',
  'accountable',
  'answers',
  'escalates',
  'takesOver',
] as const;
type Reason = (typeof reasons)[number];

/** By reason, the ids of those concerned. */
function partners({
  sop,
  mine,
  isMine,
  own,
  received,
  handed,
}: RolePart): Readonly<Record<Reason, ReadonlySet<string | undefined>>> {
  const others = sop.process.nodes.filter((node) => !isMine(node));
  const some = (ids: readonly string[]): boolean => ids.some((id) => mine.has(id));
  return {
    receives: new Set(received.filter(({ overdue }) => !overdue).map(({ from }) => from.owner)),
    hands: new Set(handed.filter(({ overdue }) => !overdue).map(({ to }) => to.owner)),
    consults: new Set(own.flatMap(({ consulted }) => consulted)),
    consulted: new Set(others.filter(({ consulted }) => some(consulted)).map(({ owner }) => owner)),
    informs: new Set(own.flatMap(({ informed }) => informed)),
    informed: new Set(others.filter(({ informed }) => some(informed)).map(({ owner }) => owner)),
    accountable: new Set(own.map(({ accountable }) => accountable)),
    answers: new Set(others.filter(({ accountable = '' }) => mine.has(accountable)).map(({ owner }) => owner)),
    escalates: new Set(handed.filter(({ overdue }) => overdue).map(({ to }) => to.owner)),
    takesOver: new Set(received.filter(({ overdue }) => overdue).map(({ from }) => from.owner)),
  };
}

export const contacts: HandbookSection = {
  id: 'contacts',
  summary: 'whom the role deals with, why, and how to reach them',
  blocks({ sop, parts, phrases }) {
    const label = phrases.contacts;
    const rows = distinct(
      parts.map((part) => part.sop),
      ({ process }) => process.owners,
    ).flatMap(([at, owner]): Inline[][] => {
      const why = reasons.filter((reason) =>
        parts.some(
          (part) =>
            !part.mine.has(owner.id) &&
            part.sop.process.owners.some((one) => identity(one) === identity(owner)) &&
            partners(part)[reason].has(owner.id),
        ),
      );
      if (why.length === 0) return [];
      // A department that has no number of its own is reached through the one above.
      const above = at.process.owners.find(({ id }) => id === owner.parent);
      return [
        [
          at.name(owner),
          capital(sop.words.list(why.map((reason) => label[reason]))),
          at.line(owner.contact) || at.line(above?.contact),
        ],
      ];
    });
    return table([label.who, label.about, label.contact], rows);
  },
};
