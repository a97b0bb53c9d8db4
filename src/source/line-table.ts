/**
 * From UTF-16 offsets to lines and columns that count code points.
 *
 * Separate because every place in every diagnostic goes through it, thousands of times for a large file, so it must not count
 * characters from the start of the line each time: a flow written as one long JSON line would take minutes.
 */
import type { Position } from '../model/diagnostic.js';

export interface LineTable {
  /** The text cut at its line ends, without them. */
  readonly lines: readonly string[];
  position(offset: number): Position;
}

export function lineTable(text: string): LineTable {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  // Characters beyond U+FFFF are two UTF-16 units and one column; only their places are needed to turn one into the other.
  const pairs = Array.from(text.matchAll(/[\u{10000}-\u{10FFFF}]/gu), (match) => match.index);
  let lines: readonly string[] | undefined;

  return {
    get lines() {
      lines ??= text.split(/\r?\n/u);
      return lines;
    },
    position(offset) {
      const line = countUpTo(starts, offset);
      const start = starts[line - 1] ?? 0;
      const wide = pairs.length === 0 ? 0 : countUpTo(pairs, offset - 1) - countUpTo(pairs, start - 1);
      return { line, column: offset - start - wide + 1, offset };
    },
  };
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
