/**
 * From which vertex of a diamond each branch leaves, decided before routing.
 *
 * A diamond is met at its vertices only, so its branches compete for three of them (one is for what comes in). The choice
 * that is cheapest for all branches together is taken; the main branch prefers to go straight on, a branch that goes level
 * to another column prefers the vertex that faces it. Further branches share a vertex by a common stub.
 */
import type { Graph, GraphEdge } from '../graph.js';
import { outlineOf } from '../shapes.js';
import { down, left, right, type Direction4 } from './lines.js';
import type { Placement } from './place.js';
import { nearestIn, type Span } from './spans.js';

/** Price of leaving by the side where something comes in level: more than of leaving by the wrong side. */
const busySide = 170;

const sides: readonly Direction4[] = [down, right, left];

/** Side of each edge that leaves a diamond, by edge index; undefined for edges whose side the router may choose. */
export function assignSides(graph: Graph, placement: Placement, spans: readonly Span[]): (Direction4 | undefined)[] {
  const assigned: (Direction4 | undefined)[] = graph.edges.map(() => undefined);
  for (const { node, index } of graph.nodes) {
    if (outlineOf(node) !== 'diamond') continue;
    const out = graph.out[index] ?? [];
    const own = placement.cells[index];
    const column = placement.columnOf[index];
    if (own === undefined || column === undefined) continue;
    const main = out.find((edge) => !edge.back);
    const busy = new Map<Direction4, number>();
    for (const edge of graph.in[index] ?? []) {
      const source = placement.cells[edge.from];
      const sourceColumn: number = placement.columnOf[edge.from] ?? column;
      if (source?.rank === own.rank && sourceColumn !== column)
        busy.set(sourceColumn < column ? left : right, busySide);
    }
    const prices = out.map((edge) => {
      const target = placement.cells[edge.to] ?? own;
      const targetColumn = nearestIn(spans[edge.to] ?? { low: column, high: column }, column);
      const toward = targetColumn === column ? undefined : targetColumn > column ? right : left;
      const level = target.rank === own.rank;
      const backward = edge.back || target.rank < own.rank;
      return new Map(
        sides.map((side): [Direction4, number] => {
          let price = busy.get(side) ?? 0;
          if (side === down) {
            price += backward ? 90 : level ? 110 : toward === undefined ? 0 : edge === main ? 24 : 34;
          } else {
            price += toward === undefined ? 45 : toward === side ? (level ? 0 : 20) : 120;
            if (toward === undefined && edge === main && !backward) price += 60;
            if (backward && toward === undefined && side === left) price += 6;
          }
          return [side, price];
        }),
      );
    });
    best(prices, main === undefined ? -1 : out.indexOf(main)).forEach((side, position) => {
      const edge = out[position];
      if (edge !== undefined) assigned[edge.index] = side;
    });
  }
  return assigned;
}

/**
 * Whether a branch that leaves its diamond by this vertex could run straight to its target, with no node between. Of several branches
 * to one target only the first could.
 */
export function isStraightAhead(
  graph: Graph,
  { cells, columnOf }: Placement,
  spans: readonly Span[],
  edge: GraphEdge,
  side: Direction4,
): boolean {
  const column = columnOf[edge.from] ?? 0;
  const rank = cells[edge.from]?.rank ?? 0;
  /** How far ahead a node lies; Infinity if it does not. */
  const ahead = (node: number): number => {
    const { low, high } = spans[node] ?? { low: 0, high: 0 };
    const rows = (cells[node]?.rank ?? 0) - rank;
    const off = side === down ? low > column || high < column : rows !== 0;
    const far = side === down ? rows : side === right ? low - column : column - high;
    return off || far <= 0 ? Infinity : far;
  };
  const far = ahead(edge.to);
  const target = graph.nodes[edge.to];
  if (target === undefined || far === Infinity || (side !== down && outlineOf(target.node) === 'bar')) return false;
  return (
    graph.out[edge.from]?.find(({ to }) => to === edge.to) === edge &&
    cells.every((_, node) => node === edge.from || node === edge.to || ahead(node) > far)
  );
}

/**
 * Cheapest assignment of branches to sides; sharing a side costs extra, above all the main branch's: where a vertex is shared
 * every branch turns off at once, and the main one should go straight. Exact up to six branches, greedy beyond.
 */
function best(prices: readonly ReadonlyMap<Direction4, number>[], main: number): Direction4[] {
  const shared = 170;
  const sharedWithMain = 400;
  const chosen: Direction4[] = [];
  let winner: { sides: Direction4[]; price: number } | undefined;
  const visit = (position: number, price: number): void => {
    if (winner !== undefined && price >= winner.price) return;
    const choices = prices[position];
    if (choices === undefined) {
      winner = { sides: [...chosen], price };
      return;
    }
    for (const side of sides) {
      const sharing = chosen.filter((other) => other === side).length * shared;
      const withMain = position > main ? chosen[main] === side : position === main && chosen.includes(side);
      chosen.push(side);
      visit(position + 1, price + (choices.get(side) ?? 0) + sharing + (withMain ? sharedWithMain : 0));
      chosen.pop();
    }
  };
  if (prices.length <= 6) {
    visit(0, 0);
    return winner?.sides ?? [];
  }
  const load = new Map<Direction4, number>();
  let mainSide: Direction4 | undefined;
  return prices.map((choices, position) => {
    const priced = sides.map((side) => {
      const withMain = side === mainSide || (position === main && load.has(side)) ? sharedWithMain * 4 : 0;
      return { side, price: (choices.get(side) ?? 0) + (load.get(side) ?? 0) * shared + withMain };
    });
    const { side } = priced.reduce((a, b) => (b.price < a.price ? b : a));
    load.set(side, (load.get(side) ?? 0) + 1);
    if (position === main) mainSide = side;
    return side;
  });
}
