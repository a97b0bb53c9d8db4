/**
 * A matrix as a tree of HTML: the table with its headers, then legend and notes. For a page of its own, and for the pages of a site.
 *
 * Text only ever becomes a text node or the value of `title`, `id` or `class`; whoever writes the tree escapes it. Cells that merge become one
 * cell over several rows.
 */
import type { Element, ElementContent } from 'hast';
import type { Mark, Matrix, MatrixCell, MatrixColumn, MatrixGroup, MatrixSubject } from '../../model/matrix.js';
import { h } from '../html/tree.js';
import { safeLink } from '../svg/node.js';

export interface MatrixHastOptions {
  /** Where what a cell or heading is about is described; undefined for nowhere. */
  readonly link?: (subject: MatrixSubject) => string | undefined;
  /** Above the table; empty for none. Default: the title of the matrix. */
  readonly caption?: string | false;
}

/** The table, its legend and its notes; a sentence instead of a table without rows. */
export function matrixHast(matrix: Matrix, options: MatrixHastOptions = {}): readonly Element[] {
  const { empty, legend, notes } = matrix;
  if (empty !== undefined) return [h('p', { className: ['matrix-empty'] }, [empty])];
  return [
    matrixTable(matrix, options),
    ...(legend.length === 0
      ? []
      : [
          h(
            'ul',
            { className: ['matrix-legend'] },
            legend.map(({ mark, text }) => h('li', {}, [chip(mark), ' ', text])),
          ),
        ]),
    ...notes.map((note) => h('p', { className: ['matrix-note'] }, [note])),
  ];
}

function matrixTable(matrix: Matrix, options: MatrixHastOptions): Element {
  const { id, title, columns, groups } = matrix;
  const { caption = title } = options;
  return h('table', { className: ['matrix', `matrix-${id}`] }, [
    ...(caption === false || caption === '' ? [] : [h('caption', {}, [caption])]),
    h('thead', {}, headerRows(columns, options)),
    ...groups.map((group) => h('tbody', {}, bodyRows(group, columns, options))),
  ]);
}

function chip({ text, tone, title }: Mark): Element {
  return h('abbr', { className: ['mark', `mark-${tone}`], title }, [text]);
}

function linked(
  content: readonly (ElementContent | string)[],
  subject: MatrixSubject | undefined,
  options: MatrixHastOptions,
) {
  const href = subject && safeLink(options.link?.(subject));
  return href === undefined ? content : [h('a', { href }, content)];
}

function headerRows(columns: readonly MatrixColumn[], options: MatrixHastOptions): Element[] {
  const two = columns.some(({ group }) => group !== undefined);
  const cell = ({ header, kind, align, group, subject, hue }: MatrixColumn): Element =>
    h(
      'th',
      {
        scope: 'col',
        className: [`is-${kind}`, `to-${align}`, ...(hue === undefined ? [] : [`hue-${hue % 8}`])],
        rowSpan: two && group === undefined ? 2 : undefined,
      },
      linked([header], subject, options),
    );
  const upper = columns.flatMap((column, index): Element[] => {
    const { group } = column;
    if (group === undefined) return [cell(column)];
    if (columns[index - 1]?.group === group) return [];
    let count = 1;
    while (columns[index + count]?.group === group) count += 1;
    return [h('th', { scope: 'colgroup', colSpan: count, className: ['is-span'] }, [group])];
  });
  const lower = columns.filter(({ group }) => group !== undefined).map(cell);
  return two ? [h('tr', {}, upper), h('tr', {}, lower)] : [h('tr', {}, upper)];
}

const says = (cell: MatrixCell | undefined): string => JSON.stringify([cell?.lines, cell?.marks, cell?.quiet]);

/** Over how many rows a cell goes: 0 where it is a part of the one above. To the right of a cell that begins anew, all do. */
function spanAt({ rows }: MatrixGroup, columns: readonly MatrixColumn[], row: number, column: number): number {
  if (columns[column]?.merges !== true) return 1;
  const merging = columns.flatMap(({ merges }, index) => (merges === true && index <= column ? [index] : []));
  const goesOn = (at: number): boolean =>
    at > 0 &&
    at < rows.length &&
    merging.every((index) => says(rows[at]?.cells[index]) === says(rows[at - 1]?.cells[index]));
  if (goesOn(row)) return 0;
  let count = 1;
  while (goesOn(row + count)) count += 1;
  return count;
}

function bodyRows(group: MatrixGroup, columns: readonly MatrixColumn[], options: MatrixHastOptions): Element[] {
  const { heading, detail, subject, rows } = group;
  const head =
    heading === ''
      ? []
      : [
          h('tr', { className: ['matrix-group'] }, [
            h('th', { scope: 'rowgroup', colSpan: columns.length }, [
              ...linked([heading], subject, options),
              ...(detail === '' ? [] : [' ', h('small', {}, [detail])]),
            ]),
          ]),
        ];
  const body = rows.map(({ cells }, row) =>
    h(
      'tr',
      {},
      cells.flatMap((cell, index): Element[] => {
        const column = columns[index];
        const span = spanAt(group, columns, row, index);
        return column === undefined || span === 0 ? [] : [bodyCell(cell, column, span, options)];
      }),
    ),
  );
  return [...head, ...body];
}

function bodyCell(cell: MatrixCell, { kind, align }: MatrixColumn, span: number, options: MatrixHastOptions): Element {
  const { marks, lines, title, subject, quiet } = cell;
  const small = marks.length > 0;
  const said = lines.map((line, index) =>
    h(small || (kind === 'head' && index > 0) ? 'small' : 'span', { className: ['line'] }, [line]),
  );
  return h(
    kind === 'head' ? 'th' : 'td',
    {
      scope: kind === 'head' ? (span > 1 ? 'rowgroup' : 'row') : undefined,
      rowSpan: span > 1 ? span : undefined,
      className: [`is-${kind}`, `to-${align}`, ...(quiet === true ? ['is-quiet'] : [])],
      title,
    },
    // Between marks a space, which those hear who do not see them.
    linked(
      [...marks.flatMap((mark, index) => (index > 0 ? [' ', chip(mark)] : [chip(mark)])), ...said],
      subject,
      options,
    ),
  );
}
