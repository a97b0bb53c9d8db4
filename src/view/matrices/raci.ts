/** Who does each step, who answers for it, who is asked and who is told. */
import type { Mark, MarkTone, MatrixRow } from '../../model/matrix.js';
import type { Process, ProcessNode } from '../../model/process.js';
import { column, mark, marked, text } from '../matrix/cells.js';
import type { MatrixKind, Table } from '../matrix/kind.js';
import { isExternal, peopleColumns, upwards } from '../matrix/people.js';
import { byPhase } from '../matrix/phases.js';

const roles = [
  ['responsible', 'R'],
  ['accountable', 'A'],
  ['consulted', 'C'],
  ['informed', 'I'],
] as const;
type Role = (typeof roles)[number][0] & MarkTone;

/** Who has which part. Whoever does a step answers for it where nobody else is named: the language says so; customers never do. */
function partsOf({ process }: Table, node: ProcessNode): Readonly<Record<Role, readonly string[]>> {
  const { owner, accountable } = node;
  const answers = accountable ?? (isExternal(process, owner) ? undefined : answering(process, owner));
  return {
    responsible: owner === undefined ? [] : [owner],
    accountable: answers === undefined ? [] : [answers],
    consulted: node.consulted,
    informed: node.informed,
  };
}

/** A machine answers for nothing: the department does to which it belongs, or nobody is named. */
function answering(process: Process, id: string | undefined): string | undefined {
  if (id === undefined || !isSystem(process, id)) return id;
  return [...upwards(process, id)].find((above) => !isSystem(process, above) && !isExternal(process, above));
}

const isSystem = ({ owners }: Process, id: string | undefined): boolean =>
  owners.find((owner) => owner.id === id)?.kind === 'system';

/** Where work is done or waited for; what only directs the flow counts if somebody has a part in it beyond owning it. */
function isStep({ type, accountable, consulted, informed }: ProcessNode): boolean {
  if (type === 'task' || type === 'decision' || type === 'subflow' || type === 'wait') return true;
  return accountable !== undefined || consulted.length > 0 || informed.length > 0;
}

export const raci = {
  id: 'raci',
  summary: 'steps and owners: who is responsible, accountable, consulted, informed',
  tabulate(table) {
    const { phrases, nodes, name, process, words } = table;
    const known = new Set(process.owners.map(({ id }) => id));
    const steps = nodes.filter(isStep).map((node) => ({ node, parts: partsOf(table, node) }));
    const taking = new Set(steps.flatMap(({ parts }) => roles.flatMap(([role]) => parts[role])));
    const people = peopleColumns(table, taking);
    const letter = (role: Role, sign: string): Mark => mark(sign, role, phrases.raci.marks[role]);
    const rows = steps.map(({ node, parts }): MatrixRow & { at: string } => ({
      id: node.id,
      at: node.id,
      subject: { kind: 'node', id: node.id },
      cells: [
        text(name(node), { kind: 'node', id: node.id }),
        ...people.map(({ id, header }) => {
          const marks = roles.filter(([role]) => parts[role].includes(id)).map(([role, sign]) => letter(role, sign));
          const title =
            marks.length === 0 ? {} : { title: phrases.by(header, words.list(marks.map((one) => one.title))) };
          return marked(marks, title);
        }),
      ],
    }));
    const unowned = steps.filter(({ node: { owner } }) => owner === undefined || !known.has(owner));
    const unanswered = steps.filter(
      ({ node: { owner }, parts }) => isSystem(process, owner) && parts.accountable.length === 0,
    );
    const inferred = steps.filter(({ node, parts }) => node.accountable === undefined && parts.accountable.length > 0);
    const byDefault = inferred.some(({ node, parts }) => parts.accountable.includes(node.owner ?? ''));
    const byDepartment = inferred.some(({ node, parts }) => !parts.accountable.includes(node.owner ?? ''));
    return {
      columns: [column('head', 'step', phrases.step), ...people],
      groupHeader: phrases.phase,
      groups: people.length === 0 ? [] : byPhase(table, rows),
      legend: roles.map(([role, sign]) => ({ mark: letter(role, sign), text: phrases.raci[role] })),
      notes: [
        ...(byDefault ? [phrases.raci.byDefault] : []),
        ...(byDepartment ? [phrases.raci.byDepartment] : []),
        ...(unowned.length === 0 || people.length === 0
          ? []
          : [phrases.raci.unowned(words.list(unowned.map(({ node }) => name(node))))]),
        ...(unanswered.length === 0
          ? []
          : [phrases.raci.unanswered(words.list(unanswered.map(({ node }) => name(node))))]),
      ],
    };
  },
} as const satisfies MatrixKind;
