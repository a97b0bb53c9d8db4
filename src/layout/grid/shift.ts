/**
 * Placements that differ from another by one node: it stands in a neighbouring cell, changes places with the node there, or has a
 * new line of cells opened for it.
 *
 * Separate from `place`, which sees only what is placed already: what comes later may show that a node stood better elsewhere.
 *
 * What must stay true is what holds there: a forward edge never leads to an earlier rank, bars are not entered level, phases
 * follow each other, two nodes never share a cell.
 */
import type { Graph } from '../graph.js';
import { outlineOf } from '../shapes.js';
import type { Placement } from './place.js';

/** How many columns aside a node may go at once: further, and it is a different picture. */
const reach = 3;

/** Where nodes stand while one moves: `column` and `rank` halfway between two open a line of cells there. */
interface Stand {
  readonly column: number;
  readonly rank: number;
}

/** All placements with this node somewhere near, the nearest first within a column. */
export function* shifted(graph: Graph, placement: Placement, node: number): Generator<Placement> {
  const own = placement.columnOf[node] ?? 0;
  const rank = placement.cells[node]?.rank ?? 0;
  for (const column of columnsAbout(placement, own)) {
    for (const to of [rank, rank - 1, rank + 1, rank - 0.5, rank + 0.5]) {
      if (to <= -1 || (column === own && to === rank)) continue;
      const other = move(graph, placement, node, { column, rank: to });
      if (other !== undefined) yield other;
    }
  }
}

/** Of one lane, and halfway between two where a new one may open. */
function columnsAbout({ columns }: Placement, own: number): number[] {
  const lane = columns[own]?.lane;
  const all = columns.flatMap((column, index) => (column.lane === lane ? [index] : []));
  const across = new Set([(all[0] ?? 0) - 0.5, ...all, (all.at(-1) ?? 0) + 0.5, own - 0.5, own + 0.5]);
  return [...across].filter((column) => Math.abs(column - own) <= reach);
}

const standsIn = ({ cells, columnOf }: Placement): Stand[] =>
  cells.map(({ rank }, index) => ({ column: columnOf[index] ?? 0, rank }));

function move(graph: Graph, placement: Placement, node: number, to: Stand): Placement | undefined {
  const stands = standsIn(placement);
  const own = stands[node];
  if (own === undefined) return undefined;
  const occupant = stands.findIndex(({ column, rank }) => column === to.column && rank === to.rank);
  stands[node] = to;
  if (occupant >= 0) stands[occupant] = own;
  const moved = occupant >= 0 ? [node, occupant] : [node];
  return moved.every((one) => allowed(graph, stands, one)) ? finish(graph, placement, stands, own.column) : undefined;
}

/** All placements with this node and the straight way on from it in another column, the nearest first. */
export function* shiftedWays(graph: Graph, placement: Placement, node: number): Generator<Placement> {
  const way = straightWay(graph, placement, node);
  if (way.length < 2) return;
  const own = placement.columnOf[node] ?? 0;
  const taken = new Set(placement.cells.map(({ rank }, index) => `${placement.columnOf[index] ?? 0}.${rank}`));
  for (const column of columnsAbout(placement, own)) {
    const stands = standsIn(placement);
    if (column === own || way.some((one) => taken.has(`${column}.${stands[one]?.rank ?? 0}`))) continue;
    for (const one of way) stands[one] = { column, rank: stands[one]?.rank ?? 0 };
    if (way.every((one) => allowed(graph, stands, one))) yield finish(graph, placement, stands, own);
  }
}

/** The node and what follows in its column, each entered by nothing but the one before. */
function straightWay(graph: Graph, { columnOf, cells }: Placement, node: number): number[] {
  const way = [node];
  for (;;) {
    const last = way.at(-1) ?? node;
    const next = (graph.out[last] ?? []).find(
      ({ back, to }) =>
        !back &&
        columnOf[to] === columnOf[last] &&
        (cells[to]?.rank ?? 0) > (cells[last]?.rank ?? 0) &&
        (graph.in[to] ?? []).every((edge) => edge.back || edge.from === last),
    );
    if (next === undefined) return way;
    way.push(next.to);
  }
}

function allowed(graph: Graph, stands: readonly Stand[], node: number): boolean {
  const isBar = (index: number): boolean => {
    const other = graph.nodes[index];
    return other !== undefined && outlineOf(other.node) === 'bar';
  };
  const onward = [...(graph.in[node] ?? []), ...(graph.out[node] ?? [])].every(({ from, to, back }) => {
    const [a, b] = [stands[from], stands[to]];
    if (back || from === to || a === undefined || b === undefined || a.rank < b.rank) return true;
    return a.rank === b.rank && a.column !== b.column && !isBar(from) && !isBar(to);
  });
  if (!onward) return false;
  const phase = graph.nodes[node]?.phase ?? 0;
  const rank = stands[node]?.rank ?? 0;
  return graph.nodes.every((other) => {
    const theirs = stands[other.index]?.rank ?? 0;
    return other.phase === phase || (other.phase < phase ? theirs < rank : theirs > rank);
  });
}

/** Numbers columns and ranks anew; a lane keeps one column though nothing stands in it. `opened`: whose lane new columns are in. */
function finish(graph: Graph, placement: Placement, stands: readonly Stand[], opened: number): Placement {
  const laneAt = (column: number): number => placement.columns[Number.isInteger(column) ? column : opened]?.lane ?? 0;
  const used = new Set(stands.map(({ column }) => column));
  const lanes = new Set([...used].map(laneAt));
  placement.columns.forEach(({ lane }, column) => {
    if (lanes.has(lane)) return;
    lanes.add(lane);
    used.add(column);
  });
  const numbered = (values: Iterable<number>): Map<number, number> =>
    new Map([...new Set(values)].sort((a, b) => a - b).map((value, index) => [value, index]));
  const columnIndex = numbered(used);
  const rankIndex = numbered(stands.map(({ rank }) => rank));
  const columns = [...columnIndex].map(([column, sub]) => ({ lane: laneAt(column), sub }));
  const columnOf = stands.map(({ column }) => columnIndex.get(column) ?? 0);
  const cells = stands.map((stand, node) => {
    const { lane, sub } = columns[columnOf[node] ?? 0] ?? { lane: 0, sub: 0 };
    return { lane, sub, rank: rankIndex.get(stand.rank) ?? 0 };
  });
  const phaseStart = placement.phaseStart.map((_, phase) =>
    cells.reduce(
      (least, { rank }, node) => ((graph.nodes[node]?.phase ?? 0) >= phase ? Math.min(least, rank) : least),
      rankIndex.size,
    ),
  );
  return { cells, columns, columnOf, ranks: rankIndex.size, phaseStart };
}
