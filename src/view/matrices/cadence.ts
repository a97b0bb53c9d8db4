/** The follow-up plan: for each segment of customers through which channel how often, by whom and about what. */
import type { MatrixGroup, MatrixRow } from '../../model/matrix.js';
import { channels, type Cadence, type ProcessNode, type Segment } from '../../model/process.js';
import { capital, column, mark, marked, nothing, quiet, text } from '../matrix/cells.js';
import type { MatrixKind, Table } from '../matrix/kind.js';
import { ownerSubject } from '../matrix/people.js';

interface Plan {
  readonly node: ProcessNode;
  readonly cadence: Cadence;
}

/** A row for each line of the plan, which has a channel column for each channel that any line uses. */
function row(table: Table, { node, cadence }: Plan, columns: readonly string[], id: string): MatrixRow {
  const { words, name, line, owner, phrases } = table;
  const often = capital(words.every(cadence.every));
  const filled: readonly string[] = cadence.via.length === 0 ? [anyChannel] : cadence.via;
  return {
    id,
    subject: { kind: 'node', id: node.id },
    cells: [
      text(name(node), { kind: 'node', id: node.id }),
      node.owner === undefined ? quiet(phrases.nobody) : text(owner(node.owner), ownerSubject(node.owner)),
      ...columns.map((channel) => (filled.includes(channel) ? marked([mark(often, 'used')]) : nothing)),
      text(line(cadence.about)),
    ],
  };
}

/** No channel is called so. */
const anyChannel = '';

export const cadence = {
  id: 'cadence',
  summary: 'follow-up plan: for each segment and channel how often, by whom, about what',
  tabulate(table) {
    const { process, nodes, phrases, name, line, words, filter } = table;
    const plans = nodes.flatMap((node) => node.cadence.map((one): Plan => ({ node, cadence: one })));
    const used = [anyChannel, ...channels].filter((channel) =>
      plans.some(({ cadence: { via } }) =>
        channel === anyChannel ? via.length === 0 : via.some((one) => one === channel),
      ),
    );
    const common = plans.filter(({ cadence: one }) => one.segment === undefined);
    const without = common.length > 0 ? phrases.cadence.onlyCommon : phrases.cadence.noPlan;
    const group = (segment: Segment | undefined): MatrixGroup => {
      const mine = plans.filter(({ cadence: one }) => one.segment === segment?.id);
      const rows = mine.map((plan, index) => row(table, plan, used, `${plan.node.id} ${index + 1}`));
      const gap: MatrixRow = {
        id: 'none',
        cells: [quiet(without), ...Array.from({ length: used.length + 2 }, () => nothing)],
      };
      return {
        heading: segment === undefined ? phrases.cadence.everyone : name(segment),
        detail: line(segment?.rule),
        ...(segment && { subject: { kind: 'segment', id: segment.id } }),
        rows: rows.length === 0 && segment !== undefined ? [gap] : rows,
      };
    };
    const segments = process.segments.filter(({ id }) => filter.segment === undefined || id === filter.segment);
    return {
      columns: [
        column('head', 'step', phrases.step),
        column('short', 'owner', phrases.owner),
        ...used.map((channel) => {
          const known = channels.find((one) => one === channel);
          const header = known === undefined ? phrases.cadence.anyChannel : words.channels[known];
          return column('mark', known ?? 'any', capital(header));
        }),
        column('text', 'about', phrases.cadence.about),
      ],
      groupHeader: phrases.cadence.segment,
      groups: plans.length === 0 ? [] : [...segments, undefined].map(group),
    };
  },
} as const satisfies MatrixKind;
