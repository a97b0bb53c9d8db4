/**
 * Which columns a node covers: its own, and a bar those of its branches as well, so that parallel branches leave it and come back
 * to it straight.
 *
 * Separate from placing because placements are changed and folded afterwards, while a span follows from where all stand.
 *
 * What must stay true: a span is unbroken, lies in one lane and one part of a folded flow, and covers no other node's cell.
 */
import type { Graph } from '../graph.js';
import { outlineOf } from '../shapes.js';
import type { Placement } from './place.js';

/** First and last column. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** `short`: no bar is longer than its own column. */
export function spansOf(graph: Graph, { cells, columns, columnOf }: Placement, short: boolean): Span[] {
  const taken = new Set(cells.map(({ rank }, node) => `${columnOf[node] ?? 0},${rank}`));
  return graph.nodes.map(({ node, index }) => {
    const own = columnOf[index] ?? 0;
    const rank = cells[index]?.rank ?? 0;
    if (short || outlineOf(node) !== 'bar') return { low: own, high: own };
    const reach = branchesOf(graph, index).map((branch) => columnOf[branch] ?? own);
    const lane = columns[own]?.lane;
    const free = (column: number, inner: number): boolean =>
      columns[column]?.lane === lane &&
      columns[Math.max(column, inner)]?.apart !== true &&
      !taken.has(`${column},${rank}`);
    let [low, high] = [own, own];
    while (low > Math.min(...reach) && free(low - 1, low)) low--;
    while (high < Math.max(...reach) && free(high + 1, high)) high++;
    for (let column = low; column <= high; column++) taken.add(`${column},${rank}`);
    return { low, high };
  });
}

/** The nodes on the sides of a bar that have several. */
function branchesOf(graph: Graph, bar: number): number[] {
  const onward = (graph.out[bar] ?? []).filter((edge) => !edge.back).map(({ to }) => to);
  const incoming = (graph.in[bar] ?? []).filter((edge) => !edge.back).map(({ from }) => from);
  return [onward, incoming].flatMap((side) => (side.length > 1 ? side : []));
}

export const columnsOf = ({ low, high }: Span): number[] => Array.from({ length: high - low + 1 }, (_, k) => low + k);

/** The column of a span that is nearest to another. */
export const nearestIn = ({ low, high }: Span, column: number): number => Math.min(high, Math.max(low, column));
