/** Where work passes from one owner to another: at which step, with what, through what, and within what time. */
import { handovers, type Handover } from '../../model/handovers.js';
import type { MatrixCell, MatrixRow } from '../../model/matrix.js';
import type { ProcessNode } from '../../model/process.js';
import { capital, column, nothing, quiet, text, textOr } from '../matrix/cells.js';
import type { MatrixKind, Table } from '../matrix/kind.js';
import { isExternal, ownerSubject } from '../matrix/people.js';
import { byPhase } from '../matrix/phases.js';

/** Where a time limit says something. */
const isWork = ({ type }: ProcessNode): boolean => type === 'task' || type === 'subflow';

/** Those of the part of the process that is asked for. */
function handoffsOf({ process, nodes }: Table): readonly Handover[] {
  const inside = new Set(nodes.map(({ id }) => id));
  return handovers(process).filter(({ from, to }) => inside.has(from.id) || inside.has(to.id));
}

function carried({ line, phrases }: Table, { carries, overdue }: Handover): MatrixCell {
  if (carries.length === 0 && overdue) return text(capital(phrases.handoffs.unfinished));
  return textOr(carries.map(line), phrases.notSet);
}

/** Between us and a customer, the channel of our step; between ourselves, the stores that one writes and the other reads. */
function through({ process, words, name }: Table, { from, to }: Handover): MatrixCell {
  if (isExternal(process, from.owner) || isExternal(process, to.owner)) {
    const own = isExternal(process, from.owner) ? to : from;
    return text(capital(words.list(own.via.map((channel) => words.channels[channel]))));
  }
  const stores = process.stores.filter(
    ({ id }) => from.writes.some(({ store }) => store === id) && to.reads.some(({ store }) => store === id),
  );
  return text(stores.map(name));
}

function row(table: Table, handoff: Handover): MatrixRow & { readonly at: string } {
  const { phrases, words, branch, owner, name } = table;
  const { from, to, edge } = handoff;
  const step = (node: ProcessNode): MatrixCell => text(name(node), { kind: 'node', id: node.id });
  const who = ({ owner: id = '' }: ProcessNode): MatrixCell => text(owner(id), ownerSubject(id));
  const when = edge.after ? phrases.handoffs.timeout(words.duration(edge.after)) : branch(edge);
  const isOurs = edge.after !== undefined || when === words.otherwise;
  return {
    id: `${edge.id} ${to.id}`,
    at: from.id,
    subject: { kind: 'node', id: to.id },
    cells: [
      who(from),
      step(from),
      who(to),
      step(to),
      text(isOurs ? capital(when) : when),
      carried(table, handoff),
      through(table, handoff),
      to.sla ? text(words.duration(to.sla)) : isWork(to) ? quiet(phrases.notSet) : nothing,
    ],
  };
}

export const handoffs = {
  id: 'handoffs',
  summary: 'handovers: from owner to owner, at which step, with what, through what, how soon',
  tabulate(table) {
    const label = table.phrases.handoffs;
    const rows = handoffsOf(table).map((handoff) => row(table, handoff));
    return {
      columns: [
        column('head', 'from', label.from, { merges: true }),
        column('text', 'from-step', label.fromStep, { merges: true }),
        column('short', 'to', label.to),
        column('text', 'to-step', label.toStep),
        column('short', 'when', label.when),
        column('text', 'carries', label.carries),
        column('short', 'through', label.through),
        column('short', 'sla', label.sla),
      ],
      groupHeader: table.phrases.phase,
      groups: byPhase(table, rows),
      notes: rows.length === 0 ? [] : [label.outputs],
    };
  },
} as const satisfies MatrixKind;
