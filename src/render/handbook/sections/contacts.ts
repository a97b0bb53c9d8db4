/** Whom the role deals with, why, and how to reach them. */
import { capital, table, type Inline } from '../../document/blocks.js';
import { distinct, identity } from '../../sop/distinct.js';
import type { HandbookSection, RolePart } from '../handbook.js';

type Reason = 'receives' | 'hands' | 'consults' | 'informs' | 'accountable' | 'escalates';
const reasons: readonly Reason[] = ['receives', 'hands', 'consults', 'informs', 'accountable', 'escalates'];

/** By reason, the ids of those concerned. */
function partners({ sop, own, received, handed }: RolePart): Readonly<Record<Reason, ReadonlySet<string | undefined>>> {
  const nodes = new Map(sop.process.nodes.map((node) => [node.id, node]));
  return {
    receives: new Set(received.map(({ from }) => from.owner)),
    hands: new Set(handed.map(({ to }) => to.owner)),
    consults: new Set(own.flatMap(({ consulted }) => consulted)),
    informs: new Set(own.flatMap(({ informed }) => informed)),
    accountable: new Set(own.map(({ accountable }) => accountable)),
    escalates: new Set(own.map(({ timeout }) => (timeout === undefined ? undefined : nodes.get(timeout.to)?.owner))),
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
