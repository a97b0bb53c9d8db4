/**
 * Folds a long flow into columns side by side, as a newspaper does: each is read onward, the next begins where the first did.
 *
 * A chain of thirty steps is a strip that no page and no screen holds. Columns that all run the same way keep the contract's "time
 * flows one way", which a serpentine breaks in every other column. Only views without lanes and phases are folded: bands fix
 * where a node stands across and along.
 *
 * What must stay true: within a column nothing changes its place among the others, and of all ways to cut the flow into columns
 * of about the same length the one with the fewest connections over the cuts is taken.
 */
import type { Graph } from '../graph.js';
import type { Placement } from './place.js';

/** Price of a connection over a cut: it runs the length of a column to where it goes on. A loop's way back is longer still. */
const over = { onward: 1, back: 1.6 };
/** Price of a column a tenth longer or shorter than the others; it grows with the square. */
const unequal = 0.12;

/** `lengths`: what each rank takes along the flow, px. Undefined where there are not enough ranks. */
export function fold(
  graph: Graph,
  placement: Placement,
  columns: number,
  lengths: readonly number[],
): Placement | undefined {
  if (placement.ranks < 2 * columns) return undefined;
  const starts = cuts(pricesOfCuts(graph, placement), columns, lengths);
  const blockOf = (rank: number): number => starts.findLastIndex((start) => start <= rank);
  const blocks = placement.cells.map(({ rank }) => blockOf(rank));
  const used = [
    ...new Set(placement.columnOf.map((column, node) => (blocks[node] ?? 0) * placement.columns.length + column)),
  ];
  used.sort((a, b) => a - b);
  const place = new Map(used.map((key, index) => [key, index]));
  return {
    cells: placement.cells.map((cell, node) => ({ ...cell, rank: cell.rank - (starts[blocks[node] ?? 0] ?? 0) })),
    columns: used.map((key, index) => {
      const { lane, sub } = placement.columns[key % placement.columns.length] ?? { lane: 0, sub: 0 };
      const block = Math.floor(key / placement.columns.length);
      return { lane, sub, apart: index > 0 && block !== Math.floor((used[index - 1] ?? 0) / placement.columns.length) };
    }),
    columnOf: placement.columnOf.map(
      (column, node) => place.get((blocks[node] ?? 0) * placement.columns.length + column) ?? 0,
    ),
    ranks: Math.max(...starts.map((start, block) => (starts[block + 1] ?? placement.ranks) - start)),
    phaseStart: [0],
  };
}

/** What it costs to cut before each rank. */
function pricesOfCuts(graph: Graph, { cells, ranks }: Placement): number[] {
  const change = new Array<number>(ranks + 1).fill(0);
  for (const { from, to, back } of graph.edges) {
    const [a, b] = [cells[from]?.rank ?? 0, cells[to]?.rank ?? 0];
    const price = back ? over.back : over.onward;
    change[Math.min(a, b) + 1] = (change[Math.min(a, b) + 1] ?? 0) + price;
    change[Math.max(a, b) + 1] = (change[Math.max(a, b) + 1] ?? 0) - price;
  }
  let sum = 0;
  return change.map((by) => (sum += by));
}

/** First rank of each column: the cheapest cuts, weighed against columns of unequal length. */
function cuts(price: readonly number[], columns: number, lengths: readonly number[]): number[] {
  const ends: number[] = [0];
  for (const length of lengths) ends.push((ends.at(-1) ?? 0) + length);
  const ideal = (ends.at(-1) ?? 0) / columns;
  const piece = (from: number, to: number): number => {
    const off = ((ends[to] ?? 0) - (ends[from] ?? 0)) / ideal - 1;
    return unequal * (off * 10) ** 2;
  };
  const ranks = lengths.length;
  // best[k][r]: the cheapest way to have the first r ranks in k columns, and where the last of them begins.
  let best: { price: number; starts: readonly number[] }[] = Array.from({ length: ranks + 1 }, (_, to) => ({
    price: piece(0, to),
    starts: [0],
  }));
  for (let k = 2; k <= columns; k++) {
    const before = best;
    best = before.map((_, to) => {
      let found = { price: Infinity, starts: [0] as readonly number[] };
      for (let from = k - 1; from < to; from++) {
        const standing = before[from];
        if (standing === undefined) continue;
        const total = standing.price + (price[from] ?? 0) + piece(from, to);
        if (total < found.price) found = { price: total, starts: [...standing.starts, from] };
      }
      return found;
    });
  }
  return [...(best[ranks]?.starts ?? [0])];
}
