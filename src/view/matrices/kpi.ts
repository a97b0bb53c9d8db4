/** Performance indicators: target, measure, from where to where, who answers for it, how often. */
import type { Kpi } from '../../model/process.js';
import { capital, column, text, textOr } from '../matrix/cells.js';
import type { MatrixKind, Table } from '../matrix/kind.js';
import { ownerSubject } from '../matrix/people.js';

/** How it is measured in a sentence, then the author's words. */
function measure({ phrases, node, line }: Table, { measure: how, from, to, description }: Kpi): readonly string[] {
  const { start, end, measures, volumeBetween, atOne } = phrases.kpi;
  const [first, last] = [node(from) || start, node(to) || end];
  const same =
    from === to ? from : how === 'rework' && (from === undefined || to === undefined) ? (from ?? to) : undefined;
  const said =
    how === 'volume' && from !== undefined && to !== undefined && from !== to
      ? volumeBetween(first, last)
      : how === 'volume'
        ? measures.volume(node(from ?? to) || start, '')
        : same !== undefined && (how === 'duration' || how === 'rework')
          ? atOne[how](node(same))
          : measures[how](first, last);
  return [said, line(description)];
}

export const kpi = {
  id: 'kpi',
  summary: 'performance indicators: target, measure, from and to, owner, how often',
  tabulate(table) {
    const { phrases, process, name, words, owner, node } = table;
    const label = phrases.kpi;
    const at = (id: string | undefined) => text(node(id), id === undefined ? undefined : { kind: 'node', id });
    return {
      columns: [
        column('head', 'name', label.name),
        column('short', 'target', label.target),
        column('text', 'measure', label.measure),
        column('short', 'from', label.from),
        column('short', 'to', label.to),
        column('short', 'owner', label.owner),
        column('short', 'every', label.every),
      ],
      groups: [
        {
          heading: '',
          detail: '',
          rows: process.kpis.map((one) => ({
            id: one.id,
            subject: { kind: 'kpi', id: one.id },
            cells: [
              text(name(one), { kind: 'kpi', id: one.id }),
              textOr(one.target ? capital(words.target(one.target)) : '', phrases.notSet),
              textOr(measure(table, one), phrases.notSet),
              at(one.from),
              // One place is said once.
              at(one.to === one.from ? undefined : one.to),
              textOr(owner(one.owner), phrases.notSet, one.owner === undefined ? undefined : ownerSubject(one.owner)),
              textOr(one.every ? capital(words.every(one.every)) : '', phrases.notSet),
            ],
          })),
        },
      ],
    };
  },
} as const satisfies MatrixKind;
