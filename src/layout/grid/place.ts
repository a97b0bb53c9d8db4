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
 *
 * Over three hundred lines, because the steps of placing ask the same few questions of what stands already: what is taken, what is kept
 * free, which columns are open.
 */
import type { Graph, GraphEdge, GraphNode } from '../graph.js';
import { outlineOf, type Outline } from '../shapes.js';
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

/** Positions across are comparable between lanes: at most `maxSide` columns on each side of a main one, so this keeps lanes apart. */
const laneStep = 8;
const cost = { bend: 60, step: 14, across: 10, blocked: 160, reserved: 90, mainColumn: 70, wait: 26, turnBack: 120 };

export function place(
  graph: Graph,
  laneOf: (node: GraphNode) => number,
  lanes: number,
  phases: number,
  options: PlaceOptions,
): Placement {
  return new Placing(graph, laneOf, lanes, options).run(phases);
}

/** The node whose turn it is. */
interface Candidate {
  readonly index: number;
  readonly lane: number;
  /** The lane that its node names, also where lanes are parts of a flow. */
  readonly named: number;
  /** Forward connections from, and loops to and from, what is placed already. */
  readonly incoming: readonly GraphEdge[];
  readonly backward: readonly GraphEdge[];
  /** Where a connector comes in: at what else leads to its target. */
  readonly beside: readonly Cell[];
  /** The column that it was given as a branch of a fork. */
  readonly branch: number | undefined;
  /** No earlier than this, and as many ranks later as the search wants. */
  readonly first: number;
  readonly delay: number;
}

/** A class, and in small steps: a search places hundreds of times, and one long function takes the compiler longer than all of them. */
class Placing {
  private readonly cells: (Cell | undefined)[];
  /** Cells by `key`: with a node, and kept free for a connection that runs straight through. */
  private readonly taken = new Set<number>();
  private readonly reserved = new Set<number>();
  private readonly subs: Set<number>[];
  /** Sides of nodes by which a level connection leaves, by `sideKey`. */
  private readonly sidesUsed = new Set<number>();
  /** Which way work came in level to a node: -1 from the right, 1 from the left. It may go on level only the same way. */
  private readonly cameLevel = new Map<number, number>();
  /** Where the branches of forks want to stand. */
  private readonly branchSubs = new Map<number, number>();
  private readonly sideBySide: boolean;
  private readonly positions: number;
  /** The last rank with a node. */
  private last = -1;

  constructor(
    private readonly graph: Graph,
    private readonly laneOf: (node: GraphNode) => number,
    lanes: number,
    private readonly options: PlaceOptions,
  ) {
    this.cells = graph.nodes.map(() => undefined);
    this.subs = Array.from({ length: lanes }, () => new Set([0]));
    this.sideBySide = options.sideBySide === true;
    this.positions = lanes * laneStep;
  }

  run(phases: number): Placement {
    const { graph, options } = this;
    const phaseStart = new Array<number>(Math.max(1, phases)).fill(0);
    let start = 0;
    let currentPhase = 0;
    let currentPart = 0;
    for (const index of graph.order) {
      const node = graph.nodes[index];
      if (node === undefined) continue;
      while (currentPhase < node.phase) {
        currentPhase++;
        start = this.last + 1;
        phaseStart[currentPhase] = start;
      }
      if (options.partsInTurn === true && node.part !== currentPart) start = this.last + 1;
      currentPart = node.part;
      const candidate = this.candidate(node, start);
      const cell = this.cheapest(candidate);
      if (cell !== undefined) this.settle(candidate, cell);
    }
    while (currentPhase + 1 < phases) phaseStart[++currentPhase] = this.last + 1;
    return finish(this.cells, this.subs, phaseStart);
  }

  private candidate(node: GraphNode, start: number): Candidate {
    const { graph, cells } = this;
    const { index } = node;
    const into = graph.in[index] ?? [];
    const out = graph.out[index] ?? [];
    const incoming = into.filter((edge) => !edge.back && cells[edge.from] !== undefined);
    const backward = [...into, ...out].filter(
      (edge) => edge.back && edge.from !== edge.to && cells[edge.from === index ? edge.to : edge.from] !== undefined,
    );
    // A connector comes in beside what else leads to its target, not at the beginning of everything.
    const beside =
      this.outline(index) === 'connector' && incoming.length === 0
        ? out.flatMap(({ to }) => (graph.in[to] ?? []).flatMap(({ from }) => cells[from] ?? []))
        : [];
    // In a part of a process, so does what only the rest leads to: it keeps its place among what stands before it in the file.
    const entersLater = graph.partial && incoming.length === 0 && beside.length === 0 && node.node.type !== 'start';
    let first = start;
    for (const { rank } of beside) first = Math.max(first, rank);
    if (entersLater) first = Math.max(first, this.last);
    const nudge = this.options.nudges?.get(index);
    const delay = nudge !== undefined && 'delay' in nudge ? nudge.delay : 0;
    const branch = this.branchSubs.get(index);
    return { index, lane: this.laneOf(node), named: node.lane, incoming, backward, beside, branch, first, delay };
  }

  private cheapest(candidate: Candidate): Cell | undefined {
    const { index, lane } = candidate;
    const own = this.own(lane);
    const nudge = this.options.nudges?.get(index);
    const reachable = (sub: number): boolean => own.has(sub) || own.has(sub - Math.sign(sub));
    const wanted = nudge !== undefined && 'sub' in nudge && reachable(nudge.sub) ? nudge.sub : undefined;
    let best: Cell | undefined;
    let least = Infinity;
    for (let sub = -maxSide; sub <= maxSide; sub++) {
      if (wanted === undefined ? !this.mayStand(candidate, sub) : sub !== wanted) continue;
      if (!reachable(sub)) continue;
      const minimum = this.firstRank(candidate, sub);
      const opening = own.has(sub) ? 0 : this.options.columnPrice + (sub < 0 ? 8 : 0);
      let free = 0;
      for (let rank = minimum; free < 3; rank++) {
        if (this.isTaken(lane, sub, rank)) continue;
        free++;
        const cell = { lane, sub, rank };
        const price = this.price(candidate, cell, opening + cost.wait * (rank - minimum));
        if (best !== undefined && price >= least) continue;
        best = cell;
        least = price;
      }
    }
    return best;
  }

  /** Whether a column is among those to choose from. A branch goes on in the column that it was given, however far aside. */
  private mayStand({ lane, branch, incoming }: Candidate, sub: number): boolean {
    if (Math.abs(sub) <= this.options.sideColumns || sub === branch) return true;
    return this.sideBySide && incoming.some(({ from }) => this.stands(from, lane, sub));
  }

  private firstRank({ lane, incoming, first, delay }: Candidate, sub: number): number {
    let rank = first;
    for (const edge of incoming) {
      const source = this.cells[edge.from];
      if (source === undefined) continue;
      const sameColumn = source.lane === lane && source.sub === sub;
      const level = !sameColumn && this.levelAllowed(edge, source.lane === lane);
      rank = Math.max(rank, source.rank + (level ? 0 : 1));
    }
    return rank + delay;
  }

  /** What a cell costs; `waiting`: for its column and for ranks left free. */
  private price({ index, named, branch, beside, incoming, backward }: Candidate, cell: Cell, waiting: number): number {
    const { sub } = cell;
    let price = waiting + (sub === 0 || sub === branch ? 0 : 12);
    if (branch !== undefined) price += cost.bend * Math.abs(sub - branch);
    if (beside.some((other) => other.lane === named && other.sub === sub)) price += cost.blocked;
    if (cell.rank > this.last) price += cost.step;
    if (this.reserved.has(this.key(cell.lane, sub, cell.rank))) price += cost.reserved;
    for (const edge of incoming) {
      const source = this.cells[edge.from];
      if (source !== undefined) price += this.connection(edge, source, cell);
    }
    for (const edge of backward) {
      const other = this.cells[edge.from === index ? edge.to : edge.from];
      if (other !== undefined) price += cost.across * Math.min(6, Math.abs(across(other) - across(cell)) / 4);
    }
    return price;
  }

  private settle({ index, lane, incoming }: Candidate, cell: Cell): void {
    const own = this.own(lane);
    this.cells[index] = cell;
    own.add(cell.sub);
    const at = this.key(cell.lane, cell.sub, cell.rank);
    this.taken.add(at);
    this.reserved.delete(at);
    this.last = Math.max(this.last, cell.rank);
    if (this.isBar(index) && this.sideBySide) {
      for (const [target, sub] of spread(this.graph, index, cell.sub, (other) => this.laneOf(other) === lane)) {
        this.branchSubs.set(target, sub);
        const way = Math.sign(sub - cell.sub);
        for (let between = cell.sub; between !== sub; between += way) own.add(between + way);
      }
    }
    for (const edge of incoming) {
      const source = this.cells[edge.from];
      if (source !== undefined) this.reserve(edge, source, cell);
    }
  }

  /** Keeps free what lies between two cells on one line. */
  private reserve(edge: GraphEdge, source: Cell, cell: Cell): void {
    const a = across(source);
    const b = across(cell);
    if (source.rank === cell.rank) {
      const way = a < b ? 1 : -1;
      this.sidesUsed.add(sideKey(edge.from, way));
      this.cameLevel.set(edge.to, way);
      for (const passed of this.between(cell.rank, a, b)) if (!this.taken.has(passed)) this.reserved.add(passed);
    } else if (a === b) {
      for (let rank = source.rank + 1; rank < cell.rank; rank++) {
        const passed = this.key(cell.lane, cell.sub, rank);
        if (!this.taken.has(passed)) this.reserved.add(passed);
      }
    }
  }

  /** What one connection would cost between two cells; `from` is earlier in the flow. */
  private connection(edge: GraphEdge, from: Cell, to: Cell): number {
    const a = across(from);
    const b = across(to);
    const down = to.rank - from.rank;
    const main = this.isMain(edge);
    const parallel = this.sideBySide && this.isBar(edge.from);
    if (a === b) {
      const outgoing = this.graph.out[edge.from]?.length ?? 0;
      const branching = this.outline(edge.from) === 'diamond' || (!parallel && outgoing > 1);
      const blocked = this.isFree(from, to) ? 0 : cost.blocked;
      return cost.step * (down - 1) + blocked + (branching && !main ? cost.blocked : 0);
    }
    const distance = cost.across * Math.min(6, Math.abs(b - a) / 2);
    if (down === 0) return distance + this.level(edge, from.rank, a, b);
    const sameLane = from.lane === to.lane;
    const barred = parallel || (this.sideBySide && this.isBar(edge.to));
    if (barred && sameLane && this.reaches(edge, from, to)) return distance + cost.step * (down - 1);
    return distance + cost.bend + cost.step * (down - 1) + (main && sameLane ? cost.mainColumn : 0);
  }

  /** What is in the way of a connection within a rank. */
  private level(edge: GraphEdge, rank: number, a: number, b: number): number {
    let blocked = 0;
    for (const cell of this.between(rank, a, b)) {
      if (this.taken.has(cell)) blocked += cost.blocked;
      else if (this.reserved.has(cell)) blocked += cost.reserved / 2;
    }
    const way = a < b ? 1 : -1;
    const turnsBack = (this.cameLevel.get(edge.from) ?? way) !== way;
    const sideUsed = this.sidesUsed.has(sideKey(edge.from, way));
    return blocked + (sideUsed ? cost.blocked : 0) + (turnsBack ? cost.turnBack : 0);
  }

  /** Cells of a rank between two positions across, in columns that are open. */
  private between(rank: number, a: number, b: number): number[] {
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    const found: number[] = [];
    for (let lane = Math.floor((low + maxSide) / laneStep); lane <= Math.floor((high + maxSide) / laneStep); lane++) {
      for (const sub of this.own(lane)) {
        const position = lane * laneStep + sub;
        if (position > low && position < high) found.push(this.key(lane, sub, rank));
      }
    }
    return found;
  }

  /** Whether a bar can reach over to the column of the other end, which then is met straight; both in one lane. */
  private reaches(edge: GraphEdge, from: Cell, to: Cell): boolean {
    const [bar, other] = this.isBar(edge.to) ? [to, from] : [from, to];
    const way = Math.sign(other.sub - bar.sub);
    for (let sub = bar.sub; sub !== other.sub; sub += way)
      if (this.isTaken(bar.lane, sub + way, bar.rank)) return false;
    return this.isFree({ ...other, rank: from.rank }, to);
  }

  /** Whether no node stands in the column of the first cell before the rank of the second. */
  private isFree({ lane, sub, rank: from }: Cell, to: Cell): boolean {
    for (let rank = from + 1; rank < to.rank; rank++) if (this.isTaken(lane, sub, rank)) return false;
    return true;
  }

  private levelAllowed(edge: GraphEdge, sameLane: boolean): boolean {
    if (this.isBar(edge.from) || this.isBar(edge.to)) return false;
    // A decision with three branches has but the vertex against the flow to come in by.
    if (this.outline(edge.to) === 'diamond' && (this.graph.out[edge.to]?.length ?? 0) > 2) return false;
    return !sameLane || !this.isMain(edge);
  }

  private isMain(edge: GraphEdge): boolean {
    for (const other of this.graph.out[edge.from] ?? []) {
      if (!other.back && other.edge.kind === 'next') return other === edge;
    }
    return false;
  }

  private outline(index: number): Outline {
    const node = this.graph.nodes[index];
    return node === undefined ? 'box' : outlineOf(node.node);
  }

  private isBar(index: number): boolean {
    return this.outline(index) === 'bar';
  }

  private stands(node: number, lane: number, sub: number): boolean {
    const cell = this.cells[node];
    return cell?.lane === lane && cell.sub === sub;
  }

  private own(lane: number): Set<number> {
    return this.subs[lane] ?? new Set([0]);
  }

  private isTaken(lane: number, sub: number, rank: number): boolean {
    return this.taken.has(this.key(lane, sub, rank));
  }

  /** Another number for each cell. */
  private key(lane: number, sub: number, rank: number): number {
    return rank * this.positions + lane * laneStep + sub + maxSide;
  }
}

const across = (cell: { lane: number; sub: number }): number => cell.lane * laneStep + cell.sub;
const sideKey = (node: number, way: number): number => 2 * node + (way > 0 ? 1 : 0);

/** Drops columns that stayed empty and ranks that no node uses. */
function finish(
  placed: readonly (Cell | undefined)[],
  subs: readonly Set<number>[],
  phaseStart: readonly number[],
): Placement {
  const ranksUsed = new Set<number>();
  const used = new Set<number>();
  for (const cell of placed) {
    if (cell === undefined) continue;
    ranksUsed.add(cell.rank);
    used.add(across(cell));
  }
  const columns: { lane: number; sub: number }[] = [];
  const columnIndex = new Map<number, number>();
  subs.forEach((own, lane) => {
    const inUse = [...own].filter((sub) => used.has(across({ lane, sub }))).sort((a, b) => a - b);
    for (const sub of inUse.length === 0 ? [0] : inUse) {
      columnIndex.set(across({ lane, sub }), columns.length);
      columns.push({ lane, sub });
    }
  });
  const ranks = [...ranksUsed].sort((a, b) => a - b);
  const rankOf = new Map(ranks.map((rank, index) => [rank, index]));
  const cells = placed.map((cell): Cell => {
    const { lane, sub, rank } = cell ?? { lane: 0, sub: 0, rank: 0 };
    return { lane, sub, rank: rankOf.get(rank) ?? 0 };
  });
  return {
    cells,
    columns,
    columnOf: cells.map((cell) => columnIndex.get(across(cell)) ?? 0),
    ranks: ranks.length,
    phaseStart: phaseStart.map((start) => ranks.filter((rank) => rank < start).length),
  };
}
