/**
 * How wide the columns of a matrix are: as its contents need, within what a reader's eye can follow along a line, and together no wider
 * than there is room.
 *
 * Room is taken from the widest columns first, so that narrow ones, which cannot give any, keep theirs.
 */
import { measure } from '../../base/text/measure.js';
import { isEastAsian } from '../../base/text/kinds.js';
import type { ColumnKind, Matrix, MatrixCell, MatrixColumn } from '../../model/matrix.js';
import { chipWidth, marksWidth, padding, sizes, styleOf } from './content.js';

/** The widest a column gets, and the widest a word makes it where there is little room. */
const widest: Readonly<Record<ColumnKind, number>> = { head: 250, mark: 150, short: 170, text: 380 };
const widestWord = 130;
const narrowest: Readonly<Record<ColumnKind, number>> = { head: 112, mark: 44, short: 66, text: 130 };

interface Room {
  readonly least: number;
  readonly wished: number;
}

/** The longest part of a text that should not be torn: a word, or four ideographs. */
function longestPart(text: string, size: number, weight: 400 | 700): number {
  const parts = text.split(/[ \u200B]/u).map((word) => {
    const width = measure(word, size, weight);
    return isEastAsian(word) ? Math.min(width, 4.2 * size) : width;
  });
  return Math.min(widestWord, Math.max(0, ...parts));
}

function roomFor({ kind, header }: MatrixColumn, cells: readonly MatrixCell[]): Room {
  const room = 2 * padding.x + 1;
  let least = Math.max(narrowest[kind] - room, longestPart(header, sizes.header, 700));
  // A header may have two lines.
  let wished = Math.max(least, Math.min(measure(header, sizes.header, 700), 84));
  for (const cell of cells) {
    for (const mark of cell.marks) least = Math.max(least, Math.min(chipWidth(mark), 200));
    if (cell.marks.length > 0) wished = Math.max(wished, Math.min(marksWidth(cell.marks), 200));
    cell.lines.forEach((line, index) => {
      const { size } = styleOf(kind, cell, index);
      least = Math.max(least, longestPart(line, size, 400));
      // Lines below marks are remarks, and need not make their column as wide as they are long.
      wished = Math.max(wished, Math.min(measure(line, size, 400), kind === 'mark' ? 118 : Infinity));
    });
  }
  const most = Math.max(widest[kind], least + room);
  return { least: Math.ceil(least + room), wished: Math.ceil(Math.min(most, Math.max(wished, least) + room)) };
}

/** The cells of each column. */
function cellsOf({ columns, groups }: Matrix): readonly (readonly MatrixCell[])[] {
  return columns.map((_, index) => groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells[index] ?? [])));
}

/** One width for each column, in pixels; at most `limit` together, unless the longest words need more. */
export function columnWidths(matrix: Matrix, limit: number): readonly number[] {
  const cells = cellsOf(matrix);
  const rooms = matrix.columns.map((column, index) => roomFor(column, cells[index] ?? []));
  const isPeer = (index: number): boolean => matrix.columns[index]?.kind === 'mark';
  const peers = rooms.filter((_, index) => isPeer(index));
  const [least, wished] = [peers.map((room) => room.least), peers.map((room) => room.wished)];
  // Columns of marks are compared with each other: they look alike.
  const even = rooms.map((room, index) =>
    isPeer(index) ? { least: room.least, wished: Math.max(...least, Math.min(150, Math.max(...wished))) } : room,
  );
  for (let cap = Math.max(...even.map((room) => room.wished)); cap > 40; cap -= 2) {
    const widths = even.map((room) => Math.max(room.least, Math.min(room.wished, cap)));
    if (widths.reduce((sum, width) => sum + width, 0) <= limit) return widths;
  }
  return even.map((room) => room.least);
}
