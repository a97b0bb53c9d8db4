/**
 * Where the rows of a data-flow diagram go on in the next column: whole phases in each if that makes columns of about one length.
 *
 * A symbol that several processes share is one body beside them, so no column ends within it.
 */
import type { Row } from './plan.js';

/** How much longer a column may be, as a part of an even one, to keep a phase whole, or a connection within a column. */
const wholePhase = 0.5;
const shortPass = 0.22;

/** The rows of each column, or nothing where they cannot be cut into so many. `lengths`: of each row, with the gap before it. */
export function foldRows(
  rows: readonly Row[],
  lengths: readonly number[],
  columns: number,
): readonly (readonly Row[])[] | undefined {
  const sums = [0];
  for (const length of lengths) sums.push((sums.at(-1) ?? 0) + length);
  const even = (sums.at(-1) ?? 0) / columns;
  const seams = [...seamsOf(rows), rows.length];
  const passing = passingAt(rows);
  /** For the columns so far: of each position where the last can end, the least price and where the last begins. */
  let best = new Map<number, { readonly price: number; readonly starts: readonly number[] }>([
    [0, { price: 0, starts: [] }],
  ]);
  for (let column = 0; column < columns; column++) {
    const next: typeof best = new Map();
    for (const [start, { price, starts }] of best) {
      for (const end of seams) {
        if (end <= start) continue;
        const length = (sums[end] ?? 0) - (sums[start] ?? 0);
        const torn = end < rows.length && rows[end]?.phase === rows[end - 1]?.phase ? wholePhase * even : 0;
        // The longest column makes the picture; squares even out the others.
        const own =
          Math.max(0, length - even) ** 2 +
          torn ** 2 +
          (passing[end] ?? 0) * (shortPass * even) ** 2 +
          length ** 2 / 1000;
        const known = next.get(end);
        if (known === undefined || price + own < known.price)
          next.set(end, { price: price + own, starts: [...starts, start] });
      }
    }
    best = next;
  }
  const starts = best.get(rows.length)?.starts;
  return starts?.map((start, index) => rows.slice(start, starts[index + 1] ?? rows.length));
}

/** At each position between rows, how many connections of processes that are no neighbours pass. */
function passingAt(rows: readonly Row[]): readonly number[] {
  const first = new Map<string, number>();
  const passing = rows.map(() => 0);
  rows.forEach((row, index) => {
    for (const { symbol, edge } of row.out) {
      if (symbol) continue;
      const start = first.get(edge.id);
      if (start === undefined) first.set(edge.id, index);
      else for (let at = start + 1; at <= index; at++) passing[at] = (passing[at] ?? 0) + 1;
    }
  });
  return passing;
}

/** Positions between rows where no symbol stands beside both the row before and the row behind. */
function seamsOf(rows: readonly Row[]): readonly number[] {
  const last = new Map<string, number>();
  rows.forEach((row, index) => {
    for (const { symbol } of [...row.in, ...row.out]) if (symbol) last.set(symbol.node.id, index);
  });
  let open = 0;
  return rows.flatMap((row, index) => {
    const seam = index > 0 && open < index ? [index] : [];
    for (const { symbol } of [...row.in, ...row.out])
      if (symbol) open = Math.max(open, last.get(symbol.node.id) ?? index);
    open = Math.max(open, index);
    return seam;
  });
}
