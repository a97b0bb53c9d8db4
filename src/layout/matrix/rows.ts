/**
 * The rows of a matrix with their heights, and neighbours that say the same made one.
 *
 * Merging goes from the left: where a column on the left begins anew, those to the right of it do, too, so that what is merged belongs
 * together.
 */
import type { Matrix, MatrixCell, MatrixGroup, MatrixRow } from '../../model/matrix.js';
import { contentOf, type Content } from './content.js';

/** A row, or the heading of a group. */
export type Item =
  | { readonly kind: 'band'; readonly group: MatrixGroup }
  | {
      readonly kind: 'row';
      readonly group: MatrixGroup;
      readonly row: MatrixRow;
      readonly contents: readonly Content[];
    };

export function itemsOf({ groups, columns, language }: Matrix, widths: readonly number[]): readonly Item[] {
  return groups.flatMap((group): Item[] => [
    ...(group.heading === '' ? [] : [{ kind: 'band', group } as const]),
    ...group.rows.map((row) => ({
      kind: 'row' as const,
      group,
      row,
      contents: row.cells.map((cell, index) =>
        contentOf(cell, columns[index]?.kind ?? 'text', widths[index] ?? 0, language),
      ),
    })),
  ]);
}

export const bandHeight = 30;

export interface Stack {
  readonly heights: readonly number[];
  /** For each item and column, over how many rows its cell goes: 0 for one that is a part of the cell above. */
  readonly spans: readonly (readonly number[])[];
}

/** Items on top of each other. */
export function stack(items: readonly Item[], { columns }: Pick<Matrix, 'columns'>): Stack {
  const spans = spansOf(items, columns.length, (column) => columns[column]?.merges === true);
  const heights = items.map((item, index) => {
    if (item.kind === 'band') return bandHeight;
    return Math.max(28, ...item.contents.map(({ height }, column) => (spans[index]?.[column] === 1 ? height : 0)));
  });
  // What one cell over several rows needs more than they have is shared among them.
  items.forEach((item, index) => {
    if (item.kind === 'band') return;
    item.contents.forEach((content, column) => {
      const span = spans[index]?.[column] ?? 1;
      if (span < 2) return;
      const has = heights.slice(index, index + span).reduce((sum, height) => sum + height, 0);
      const more = Math.ceil(Math.max(0, content.height - has) / span);
      for (let at = index; at < index + span; at++) heights[at] = (heights[at] ?? 0) + more;
    });
  });
  return { heights, spans };
}

function spansOf(items: readonly Item[], count: number, merges: (column: number) => boolean): number[][] {
  const spans = items.map(() => Array.from({ length: count }, () => 1));
  // Per merging column, where its present cell begins.
  const begins = new Map<number, number>();
  items.forEach((item, index) => {
    const above = items[index - 1];
    let anew = item.kind === 'band' || above?.kind !== 'row' || above.group !== item.group;
    for (let column = 0; column < count; column++) {
      if (!merges(column)) continue;
      const same =
        item.kind === 'row' && above?.kind === 'row' && says(item.row.cells[column]) === says(above.row.cells[column]);
      anew ||= !same;
      const begin = begins.get(column) ?? index;
      if (anew) begins.set(column, index);
      else {
        const row = spans[index];
        const first = spans[begin];
        if (row !== undefined) row[column] = 0;
        if (first !== undefined) first[column] = (first[column] ?? 1) + 1;
      }
    }
  });
  return spans;
}

const says = (cell: MatrixCell | undefined): string => JSON.stringify([cell?.lines, cell?.marks, cell?.quiet]);
