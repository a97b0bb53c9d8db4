/**
 * How wide the columns of a table are. Word could find out itself; LibreOffice and WPS want it written, and without it a column of
 * owners beside one of long texts shrinks to one character.
 */
import type { Table } from 'mdast';
import { measure } from '../../base/text/measure.js';
import { plainText } from '../document/plain-text.js';

/** Most that a column asks for because of one long text, in em: beyond it, lines break. */
const longest = 30;
/** A column that no word is cut in, in em. */
const shortest = 4;

/** Twips for each column, together `total`. */
export function columnWidths(table: Table, total: number): readonly number[] {
  const columns = table.children[0]?.children.length ?? 0;
  const wants = Array.from({ length: columns }, (_, column) => {
    const widths = table.children.map((row) => measure(plainText(row.children[column]), 1, 400));
    const mean = widths.reduce((sum, width) => sum + width, 0) / Math.max(1, widths.length);
    return Math.min(longest, Math.max(shortest, Math.max(...widths) * 0.5 + mean * 0.5 + 1));
  });
  const all = wants.reduce((sum, want) => sum + want, 0);
  return wants.map((want) => Math.floor((want / all) * total));
}
