/**
 * Which cell of the lane × rank grid each node gets.
 *
 * ELK has no lanes across the flow, so lanes are ours: a lane is one or more columns, a rank is a row, and a cell holds one
 * node. Nodes are placed in reading order, each into the cell that makes its connections to what is already placed
 * cheapest: straight ahead in its column, level with its predecessor when work is handed to another lane or leaves a
 * decision on the side. A lane gets a further column where a side branch would else push the main path apart.
 *
 * What must stay true: a forward edge never leads to an earlier rank; ranks of a later phase all follow those of an earlier
 * one; two nodes never share a cell.
 */
import type { Graph, GraphEdge, GraphNode } from '../graph.js';
import { outlineOf } from '../shapes.js';
import { maxSide, spread } from './spread.js';

export interface PlaceOptions {
  /** How many columns a lane may have beside its main one on each side. */
  readonly sideColumns: 0 | 1 | 2;
  /** Price of opening a further column in a lane, in the units of the other costs (60 is a bend). */
  readonly columnPrice: number;
  /** What a search wants otherwise than the rule of thumb has it, by node index. */
  readonly nudges?: ReadonlyMap<number, Nudge>;
  /** In how many columns side by side a flow without lanes and phases is folded. */
  readonly fold?: number;
  /** Where all stand already, for what has been placed and then changed: nothing is placed again. */
  readonly standing?: Placement;
  /** The branches of a fork want columns of their own about it, in their order, and bars reach over to them. */
  readonly sideBySide?: boolean;
  /** Bars stay in their own column: long ones may stand in the way. */
  readonly shortBars?: boolean;
  /** Parts that nothing connects follow each other instead of standing side by side. */
  readonly partsInTurn?: boolean;
}

/** A node in another column of its lane, or so many ranks later than it could be. */
export type Nudge = { readonly sub: number } | { readonly delay: number };

export interface Cell {
  readonly lane: number;
  /** Column within the lane: 0 is the main one, negative ones before it, positive ones after it. */
  readonly sub: number;
  readonly rank: number;
}

export interface Placement {
  readonly cells: readonly Cell[];
  /** All columns in drawing order; `apart`: the first one of a further part of a folded flow. */
  readonly columns: readonly { readonly lane: number; readonly sub: number; readonly apart?: boolean }[];
  /** Column index of each node. */
  readonly columnOf: readonly number[];
  readonly ranks: number;
  /** First rank of each phase; a phase without nodes has the rank of the next one. */
  readonly phaseStart: readonly number[];
}

const laneStep = 8;
const cost = { bend: 60, step: 14, across: 10, blocked: 160, reserved: 90, mainColumn: 70, wait: 26, turnBack: 120 };

export function place(
  graph: Graph,
  laneOf: (node: GraphNode) => number,
  lanes: number,
  phases: number,
  options: PlaceOptions,
): Placement {
  const cells: (Cell | undefined)[] = graph.nodes.map(() => undefined);
  const taken = new Map<string, number>();
  const reserved = new Map<string, number>();
  const subs: Set<number>[] = Array.from({ length: lanes }, () => new Set([0]));
  const sideUsed = new Map<string, number>();
  /** Which way work came in level to a node: -1 from the right, 1 from the left. It may go on level only the same way. */
  const cameLevel = new Map<number, number>();
  /** Where the branches of forks want to stand. */
  const branchSubs = new Map<number, number>();
  const key = (lane: number, sub: number, rank: number): string => `${lane},${sub},${rank}`;
  /** Position across, comparable between lanes: at most 3 side columns a side, so 8 apart keeps lanes apart. */
  const across = (cell: { lane: number; sub: number }): number => cell.lane * laneStep + cell.sub;

  const mainOut = (edge: GraphEdge): boolean =>
    graph.out[edge.from]?.find((other) => !other.back && other.edge.kind === 'next') === edge;
  const outline = (index: number) => {
    const node = graph.nodes[index];
    return node === undefined ? 'box' : outlineOf(node.node);
  };

  function between(rank: number, low: number, high: number, visit: (key: string) => void): void {
    for (let lane = Math.floor((low + 3) / laneStep); lane <= Math.floor((high + 3) / laneStep); lane++) {
      for (const sub of subs[lane] ?? []) {
        const position = lane * laneStep + sub;
        if (position > low && position < high) visit(key(lane, sub, rank));
      }
    }
  }

  const isTaken = (lane: number, sub: number, rank: number): boolean => taken.has(key(lane, sub, rank));
  const isBar = (index: number): boolean => outline(index) === 'bar';

  /** Whether a bar can reach over to the column of the other end, which then is met straight; both in one lane. */
  function reaches(edge: GraphEdge, from: Cell, to: Cell): boolean {
    const [bar, other] = isBar(edge.to) ? [to, from] : [from, to];
    const way = Math.sign(other.sub - bar.sub);
    for (let sub = bar.sub; sub !== other.sub; sub += way) if (isTaken(bar.lane, sub + way, bar.rank)) return false;
    for (let rank = from.rank + 1; rank < to.rank; rank++) if (isTaken(other.lane, other.sub, rank)) return false;
    return true;
  }

  /** What one connection would cost between two cells; `from` is earlier in the flow. */
  function connection(edge: GraphEdge, from: Cell, to: Cell): number {
    const a = across(from);
    const b = across(to);
    const down = to.rank - from.rank;
    const main = mainOut(edge);
    const parallel = options.sideBySide === true && isBar(edge.from);
    const branching = outline(edge.from) === 'diamond' || (!parallel && (graph.out[edge.from]?.length ?? 0) > 1);
    if (a === b) {
      let blocked = 0;
      for (let rank = from.rank + 1; rank < to.rank; rank++) {
        if (taken.has(key(from.lane, from.sub, rank))) blocked = cost.blocked;
      }
      return cost.step * (down - 1) + blocked + (branching && !main ? cost.blocked : 0);
    }
    const distance = cost.across * Math.min(6, Math.abs(b - a) / 2);
    if (down === 0) {
      let blocked = 0;
      between(from.rank, Math.min(a, b), Math.max(a, b), (cell) => {
        if (taken.has(cell)) blocked += cost.blocked;
        else if (reserved.has(cell)) blocked += cost.reserved / 2;
      });
      const way = a < b ? 1 : -1;
      const turnsBack = (cameLevel.get(edge.from) ?? way) !== way;
      return (
        distance + blocked + (sideUsed.has(`${edge.from},${way}`) ? cost.blocked : 0) + (turnsBack ? cost.turnBack : 0)
      );
    }
    const sameLane = from.lane === to.lane;
    const barred = parallel || (options.sideBySide === true && isBar(edge.to));
    if (barred && sameLane && reaches(edge, from, to)) return distance + cost.step * (down - 1);
    return distance + cost.bend + cost.step * (down - 1) + (main && sameLane ? cost.mainColumn : 0);
  }

  function levelAllowed(edge: GraphEdge, sameLane: boolean): boolean {
    if (isBar(edge.from) || isBar(edge.to)) return false;
    // A decision with three branches has but the vertex against the flow to come in by.
    if (outline(edge.to) === 'diamond' && (graph.out[edge.to]?.length ?? 0) > 2) return false;
    return !sameLane || !mainOut(edge);
  }

  const phaseStart = new Array<number>(Math.max(1, phases)).fill(0);
  let start = 0;
  let last = -1;
  let currentPhase = 0;
  let currentPart = 0;
  for (const index of graph.order) {
    const node = graph.nodes[index];
    if (node === undefined) continue;
    const lane = laneOf(node);
    while (currentPhase < node.phase) {
      currentPhase++;
      start = last + 1;
      phaseStart[currentPhase] = start;
    }
    if (options.partsInTurn === true && node.part !== currentPart) start = last + 1;
    currentPart = node.part;
    const incoming = (graph.in[index] ?? []).filter((edge) => !edge.back && cells[edge.from] !== undefined);
    const backward = [...(graph.in[index] ?? []), ...(graph.out[index] ?? [])].filter(
      (edge) => edge.back && edge.from !== edge.to && cells[edge.from === index ? edge.to : edge.from] !== undefined,
    );
    // A connector comes in beside what else leads to its target, not at the beginning of everything.
    const beside =
      outline(index) === 'connector' && incoming.length === 0
        ? (graph.out[index] ?? []).flatMap(({ to }) => (graph.in[to] ?? []).flatMap(({ from }) => cells[from] ?? []))
        : [];
    // In a part of a process, so does what only the rest leads to: it keeps its place among what stands before it in the file.
    const entersLater = graph.partial && incoming.length === 0 && beside.length === 0 && node.node.type !== 'start';
    let best: { cell: Cell; price: number } | undefined;
    const own = subs[lane] ?? new Set([0]);
    const nudge = options.nudges?.get(index);
    const branch = branchSubs.get(index);
    // A branch goes on in the column that it was given, however far aside.
    const ahead = (sub: number): boolean =>
      sub === branch ||
      (options.sideBySide === true &&
        incoming.some(({ from }) => cells[from]?.lane === lane && cells[from].sub === sub));
    const reachable = (sub: number): boolean => own.has(sub) || own.has(sub - Math.sign(sub));
    const wanted = nudge !== undefined && 'sub' in nudge && reachable(nudge.sub) ? nudge.sub : undefined;
    const delay = nudge !== undefined && 'delay' in nudge ? nudge.delay : 0;
    for (let sub = -maxSide; sub <= maxSide; sub++) {
      if (wanted === undefined ? Math.abs(sub) > options.sideColumns && !ahead(sub) : sub !== wanted) continue;
      if (!reachable(sub)) continue;
      let minimum = start;
      for (const edge of incoming) {
        const source = cells[edge.from];
        if (source === undefined) continue;
        const sameColumn = source.lane === lane && source.sub === sub;
        const level = !sameColumn && levelAllowed(edge, source.lane === lane);
        minimum = Math.max(minimum, source.rank + (level ? 0 : 1));
      }
      for (const { rank } of beside) minimum = Math.max(minimum, rank);
      if (entersLater) minimum = Math.max(minimum, last);
      minimum += delay;
      const opening = own.has(sub) ? 0 : options.columnPrice + (sub < 0 ? 8 : 0);
      let free = 0;
      for (let rank = minimum; free < 3; rank++) {
        const at = key(lane, sub, rank);
        if (taken.has(at)) continue;
        free++;
        const cell = { lane, sub, rank };
        let price = opening + cost.wait * (rank - minimum) + (sub === 0 || sub === branch ? 0 : 12);
        if (branch !== undefined) price += cost.bend * Math.abs(sub - branch);
        if (beside.some((other) => other.lane === node.lane && other.sub === sub)) price += cost.blocked;
        if (rank > last) price += cost.step;
        const reservation = reserved.get(at);
        if (reservation !== undefined) price += cost.reserved;
        for (const edge of incoming) {
          const source = cells[edge.from];
          if (source !== undefined) price += connection(edge, source, cell);
        }
        for (const edge of backward) {
          const other = cells[edge.from === index ? edge.to : edge.from];
          if (other !== undefined) price += cost.across * Math.min(6, Math.abs(across(other) - across(cell)) / 4);
        }
        if (best === undefined || price < best.price) best = { cell, price };
      }
    }
    if (best === undefined) continue;
    const { cell } = best;
    cells[index] = cell;
    own.add(cell.sub);
    const at = key(cell.lane, cell.sub, cell.rank);
    taken.set(at, index);
    reserved.delete(at);
    last = Math.max(last, cell.rank);
    if (isBar(index) && options.sideBySide === true) {
      for (const [target, sub] of spread(graph, index, cell.sub, (other) => laneOf(other) === lane)) {
        branchSubs.set(target, sub);
        for (let between = cell.sub; between !== sub; between += Math.sign(sub - between))
          own.add(between + Math.sign(sub - between));
      }
    }
    for (const edge of incoming) {
      const source = cells[edge.from];
      if (source === undefined) continue;
      const a = across(source);
      const b = across(cell);
      if (source.rank === cell.rank) {
        const side = `${edge.from},${a < b ? 1 : -1}`;
        if (!sideUsed.has(side)) sideUsed.set(side, edge.index);
        cameLevel.set(index, a < b ? 1 : -1);
        between(cell.rank, Math.min(a, b), Math.max(a, b), (passed) => {
          if (!taken.has(passed)) reserved.set(passed, edge.index);
        });
      } else if (a === b) {
        for (let rank = source.rank + 1; rank < cell.rank; rank++) {
          const passed = key(cell.lane, cell.sub, rank);
          if (!taken.has(passed)) reserved.set(passed, edge.index);
        }
      }
    }
  }
  while (currentPhase + 1 < phases) phaseStart[++currentPhase] = last + 1;
  return finish(cells, subs, taken, phaseStart);
}

/** Drops columns that stayed empty and ranks that no node uses. */
function finish(
  placed: readonly (Cell | undefined)[],
  subs: readonly Set<number>[],
  taken: ReadonlyMap<string, number>,
  phaseStart: readonly number[],
): Placement {
  const used = new Set([...taken.keys()].map((at) => at.slice(0, at.lastIndexOf(','))));
  const columns = subs.flatMap((own, lane) =>
    [...own]
      .sort((a, b) => a - b)
      .filter(
        (sub) => used.has(`${lane},${sub}`) || (sub === 0 && ![...own].some((other) => used.has(`${lane},${other}`))),
      )
      .map((sub) => ({ lane, sub })),
  );
  const ranksUsed = [...new Set(placed.flatMap((cell) => (cell === undefined ? [] : [cell.rank])))].sort(
    (a, b) => a - b,
  );
  const rankOf = new Map(ranksUsed.map((rank, index) => [rank, index]));
  const cells = placed.map((cell) => {
    const at = cell ?? { lane: 0, sub: 0, rank: 0 };
    return { ...at, rank: rankOf.get(at.rank) ?? 0 };
  });
  const columnIndex = new Map(columns.map(({ lane, sub }, index) => [`${lane},${sub}`, index]));
  return {
    cells,
    columns,
    columnOf: cells.map((cell) => columnIndex.get(`${cell.lane},${cell.sub}`) ?? 0),
    ranks: ranksUsed.length,
    phaseStart: phaseStart.map((start) => ranksUsed.filter((rank) => rank < start).length),
  };
}
