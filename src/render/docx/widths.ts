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

/** Up to so many em a column holds names and quantities, 首次响应时间 or 15 天, which are not broken where there is room. */
const unbroken = 7;
/** Twips: an em of the text of tables, and the margins of a cell with something to spare. */
const em = 180;
const margins = 230;

/** Twips for each column, together no more than `total`. */
export function columnWidths(table: Table, total: number): readonly number[] {
  const columns = table.children[0]?.children.length ?? 0;
  const needs: number[] = [];
  const wants = Array.from({ length: columns }, (_, column) => {
    const widths = table.children.map((row) => measure(plainText(row.children[column]), 1, 400));
    const most = Math.max(...widths);
    needs.push(most <= unbroken ? most * em + margins : 0);
    const mean = widths.reduce((sum, width) => sum + width, 0) / Math.max(1, widths.length);
    return Math.min(longest, Math.max(shortest, most * 0.5 + mean * 0.5 + 1));
  });
  return shared(wants, needs, total).map(Math.floor);
}

/** By what the columns want, but for those that would get less than they need, if enough is left for the others. */
function shared(wants: readonly number[], needs: readonly number[], total: number): readonly number[] {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
  const pinned = new Set<number>();
  for (;;) {
    const left = total - sum(needs.filter((_, column) => pinned.has(column)));
    const share = left / sum(wants.filter((_, column) => !pinned.has(column)));
    const widths = wants.map((want, column) => (pinned.has(column) ? (needs[column] ?? 0) : want * share));
    const tight = widths.flatMap((width, column) =>
      !pinned.has(column) && width < (needs[column] ?? 0) ? [column] : [],
    );
    if (tight.length === 0) return widths;
    for (const column of tight) pinned.add(column);
    const open = wants.length - pinned.size;
    const rest = total - sum(needs.filter((_, column) => pinned.has(column)));
    if (open === 0 || rest < open * shortest * 2 * em) return wants.map((want) => (want / sum(wants)) * total);
  }
}
