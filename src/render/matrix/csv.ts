/**
 * A matrix as CSV that opens in a spreadsheet with a double click: UTF-8 with a byte order mark, without which Excel takes Chinese for
 * something else, and lines that end as RFC 4180 has them.
 *
 * A spreadsheet takes a cell that begins with `=` and the like for a formula, and one that somebody else wrote can send the reader's data
 * away. An apostrophe in front makes it text. Cells are texts always, a number with a sign too: nothing here is to be calculated with.
 */
import { stringify } from 'csv-stringify/sync';
import { printable } from '../../base/printable.js';
import type { Matrix } from '../../model/matrix.js';
import { plainHeader, plainRows } from './plain.js';

/** What formulas begin with, in full width too, and behind what is not seen. */
const formula = /^(?=[\s\p{Cf}]*[=+\-@\t\r\n＝＋－＠])/u;
/** A spreadsheet whose language separates cells by semicolons begins a cell after one, whatever quotes stand around. */
const behindSemicolon = /(;[\s\p{Cf}]*)(?=[=+\-@＝＋－＠])/gu;

export function safeCell(text: string): string {
  return printable(text).replace(formula, "'").replace(behindSemicolon, "$1'");
}

export function matrixCsv(matrix: Matrix, { bom = true }: { readonly bom?: boolean } = {}): string {
  const { columns, groupHeader, empty } = matrix;
  const grouped = groupHeader !== '';
  const header = [...(grouped ? [groupHeader] : []), ...columns.map(plainHeader)];
  const rows = plainRows(matrix).map(({ group, cells }) => [...(grouped ? [group] : []), ...cells]);
  const records = empty === undefined ? [header, ...rows] : [[empty]];
  return stringify(
    records.map((record) => record.map(safeCell)),
    { bom, record_delimiter: '\r\n' },
  );
}
