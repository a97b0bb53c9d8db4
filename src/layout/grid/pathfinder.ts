/**
 * The cheapest way of one connection over the lattice, with all others in place: A* over vertices and directions.
 *
 * Prices are in pixels of length times `px`, so that a bend, a crossing or a detour can be weighed against each other. A
 * connection may join another to the same node on the way and then takes the rest of its way.
 *
 * Over three hundred lines, because it is one search: its prices, its steps and what it remembers only make sense side by side, and the
 * inner loop works on arrays of the object, which functions in other files would have to be given at every step.
 */
import type { Graph, GraphEdge } from '../graph.js';
import { shareOut, type Dock, type Docking } from './docking.js';
import { Heap } from './heap.js';
import { Lattice, type Sharing, type Traveller, type Use } from './lattice.js';
import { cellOf, centreOf, down, everySide, opposite, right, up, type Direction4 } from './lines.js';
import type { Placement } from './place.js';
import { nearestIn, type Span } from './spans.js';

export const cost = { px: 0.3, bend: 45, crossing: 130, join: 0.6 };

/** How much dearer a crossing is for a connection that looks for a way without, and how much cheaper for one that looks for a short way. */
const manners = { wary: 4, plain: 1, brisk: 0.6, bold: 0.25 };
export type Manner = keyof typeof manners;

/** A routed connection: the side it leaves by, the vertices it visits, the side it comes in by. */
export interface Route {
  readonly start: Direction4;
  readonly goal: Direction4;
  readonly vertices: readonly number[];
  /** Direction of each step: from the node to the first vertex, between vertices, and into the node. */
  readonly steps: readonly Direction4[];
  readonly price: number;
  readonly turns: number;
  /** Without the stubs at both ends. */
  readonly length: number;
}

/** A vertex beside a node by which a connection may leave it or come in, and the middle of the node's cell there. */
interface Gate extends Dock {
  readonly vertex: number;
  readonly centre: number;
}

/** How a way may end: from a state, by a side of its node, or along another connection from here on. */
interface End {
  readonly state: number;
  readonly price: number;
  readonly goal: Direction4;
  readonly follow: Use | undefined;
  readonly out: Direction4;
}

/** What one search looks for, the same for all its steps. */
interface Quest {
  readonly edge: GraphEdge;
  readonly self: Traveller;
  readonly entries: readonly Dock[];
  readonly goals: readonly Gate[];
  /** Whether the connection may join others to its target on the way. */
  readonly joins: boolean;
  readonly mustTurn: boolean;
  readonly shareStart: Sharing;
  readonly shareGoal: Sharing;
}

const shareNothing: Sharing = () => Infinity;

/**
 * What a search remembers. One for all pathfinders, of which a picture makes hundreds: each search begins by forgetting, and none goes on
 * after another has begun.
 */
class Memory {
  /** Of each state (four times its vertex, and the direction of arrival): the price so far, with the least for the rest, and where from. */
  best = new Float64Array(0);
  estimate = new Float64Array(0);
  parent = new Int32Array(0);
  /** In which search a state was reached, a vertex was part of a connection to join, and was one of the last before the target. */
  stamp = new Int32Array(0);
  wired = new Int32Array(0);
  gated = new Int32Array(0);
  generation = 0;
  readonly heap = new Heap();

  /** Room for so many vertices, with nothing in it. */
  begin(vertices: number): void {
    if (this.gated.length < vertices || this.generation === mostGenerations) this.clear(vertices);
    this.generation++;
    this.heap.clear();
  }

  private clear(vertices: number): void {
    const room = Math.max(vertices, this.gated.length);
    this.best = new Float64Array(4 * room);
    this.estimate = new Float64Array(4 * room);
    this.parent = new Int32Array(4 * room);
    this.stamp = new Int32Array(4 * room);
    this.wired = new Int32Array(room);
    this.gated = new Int32Array(room);
    this.generation = 0;
  }
}

const mostGenerations = 2 ** 31 - 1;
const memory = new Memory();

export class Pathfinder {
  private readonly results: (Route | undefined)[];
  /** Those of the memory, while a search goes on. */
  private best = memory.best;
  private estimate = memory.estimate;
  private parent = memory.parent;
  private stamp = memory.stamp;
  private wired = memory.wired;
  private gated = memory.gated;
  private generation = 0;
  private readonly heap = memory.heap;
  /** How many states there are: numbers from here on are ends. */
  private readonly states: number;
  private ends: End[] = [];
  /** Price of the cheapest end so far. */
  private bound = Infinity;
  private crossing = cost.crossing;
  /** Nominal coordinates of the vertices. */
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  /** Those of the target: its first and last column, and its row. */
  private targetLow = NaN;
  private targetHigh = NaN;
  private targetRow = NaN;

  constructor(
    private readonly graph: Graph,
    private readonly placement: Placement,
    private readonly spans: readonly Span[],
    private readonly lattice: Lattice,
    private readonly docking: Docking,
    xs: readonly number[],
    ys: readonly number[],
  ) {
    const { vertices } = lattice;
    this.x = new Float64Array(vertices);
    this.y = new Float64Array(vertices);
    for (let i = 0; i < lattice.height; i++) {
      for (let j = 0; j < lattice.width; j++) {
        const vertex = lattice.vertex(i, j);
        this.x[vertex] = xs[j] ?? 0;
        this.y[vertex] = ys[i] ?? 0;
      }
    }
    this.results = graph.edges.map(() => undefined);
    this.states = 4 * vertices;
  }

  private row(node: number): number {
    return this.placement.cells[node]?.rank ?? 0;
  }

  private span(node: number): Span {
    return this.spans[node] ?? { low: 0, high: 0 };
  }

  private centre(node: number, column: number): number {
    return this.lattice.vertex(centreOf(this.row(node)), centreOf(column));
  }

  /** The vertices beside a node by which a connection may leave it or come in. */
  private gates(node: number, docks: readonly Dock[]): Gate[] {
    const row = this.row(node);
    const { low, high } = this.span(node);
    const gates: Gate[] = [];
    for (const { side, price } of docks) {
      for (let column = low; column <= high; column++) {
        const vertex = this.lattice.beside(row, column, side);
        gates.push({ side, price, vertex, centre: this.centre(node, column) });
      }
    }
    return gates;
  }

  found(edge: GraphEdge): Route {
    const result = this.results[edge.index];
    if (result === undefined) throw new Error(`connection ${edge.edge.id} was not routed`);
    return result;
  }

  release(edge: GraphEdge): void {
    for (const vertex of this.results[edge.index]?.vertices ?? []) this.lattice.remove(vertex, edge.index);
    this.results[edge.index] = undefined;
  }

  /** What a connection costs that runs as straight as it can, with one bend if it must have one. */
  leastPrice(edge: GraphEdge): number {
    const [source, target] = [this.span(edge.from), this.span(edge.to)];
    const to = nearestIn(target, source.low);
    const from = nearestIn(source, to);
    const inLine = this.row(edge.from) === this.row(edge.to) || from === to;
    const distance = this.distance(this.centre(edge.from, from), this.centre(edge.to, to));
    return cost.px * distance + (inLine ? 0 : cost.bend);
  }

  /** The same where it joins another on the way, which is cheaper, and of which the last stretch into the node is not counted. */
  leastPriceJoining(edge: GraphEdge): number {
    const least = this.leastPrice(edge);
    if (!this.canJoin(edge)) return least;
    const centre = this.centre(edge.to, this.span(edge.to).low);
    let stub = 0;
    for (const side of everySide) {
      const vertex = this.lattice.beside(this.row(edge.to), cellOf(this.lattice.j(centre)), side);
      stub = Math.max(stub, this.distance(centre, vertex));
    }
    return Math.max(0, least - cost.px * stub) * cost.join;
  }

  private canJoin({ to }: GraphEdge): boolean {
    return this.docking.outline(to) !== 'bar' && (this.graph.in[to]?.length ?? 0) > 1;
  }

  private distance(a: number, b: number): number {
    return Math.abs((this.x[a] ?? 0) - (this.x[b] ?? 0)) + Math.abs((this.y[a] ?? 0) - (this.y[b] ?? 0));
  }

  /** What the rest of the way costs at least: its length, and the bends that cannot be avoided. */
  private atLeast(state: number): number {
    const vertex = state >> 2;
    const x = this.x[vertex] ?? 0;
    const dx = x < this.targetLow ? this.targetLow - x : x > this.targetHigh ? this.targetHigh - x : 0;
    const dy = this.targetRow - (this.y[vertex] ?? 0);
    const direction = state & 3;
    const ahead = direction === up ? -dy : direction === down ? dy : direction === right ? dx : -dx;
    const aside = direction === up || direction === down ? dx : dy;
    const bends = ahead < 0 ? 2 : aside === 0 ? 0 : 1;
    return cost.px * (Math.abs(dx) + Math.abs(dy)) + cost.bend * bends;
  }

  route(edge: GraphEdge): void {
    if (!this.find(edge, this.docking.exits(edge))) throw new Error(`no route for connection ${edge.edge.id}`);
  }

  /** A way that shuns crossings more or less, by one side or by any; false if there is none. */
  otherwise(edge: GraphEdge, start: Direction4 | undefined, manner: Manner): boolean {
    const exits = this.docking.exits(edge).filter(({ side }) => start === undefined || side === start);
    this.crossing = manners[manner] * cost.crossing;
    const found = this.find(edge, exits);
    this.crossing = cost.crossing;
    return found;
  }

  /** Gives a connection a way that it had before. */
  settle(edge: GraphEdge, route: Route): void {
    if (this.results[edge.index] === route) return;
    this.release(edge);
    this.enter(edge, route);
  }

  private find(edge: GraphEdge, exits: readonly Dock[]): boolean {
    const { docking } = this;
    const entries = docking.entries(edge);
    const end = this.search(
      {
        edge,
        self: { edge: edge.index, target: edge.to, kind: edge.edge.kind },
        entries,
        goals: this.gates(edge.to, entries),
        joins: this.canJoin(edge),
        mustTurn: docking.turnsAtOnce(edge),
        shareStart: docking.sharing(edge, 'start'),
        shareGoal: docking.sharing(edge, 'goal'),
      },
      this.gates(edge.from, exits),
    );
    if (end !== undefined) this.commit(edge, end);
    return end !== undefined;
  }

  /** The cheapest end; undefined if there is none. */
  private search(quest: Quest, exits: readonly Gate[]): End | undefined {
    const { heap, states } = this;
    this.begin(quest);
    for (const { side, price, vertex, centre } of exits)
      this.reach((vertex << 2) | side, price + cost.px * this.distance(centre, vertex), -1);
    while (heap.lowest < Infinity) {
      const estimate = heap.lowest;
      const state = heap.pop();
      if (state >= states) return this.ends[state - states];
      if (estimate > (this.estimate[state] ?? 0) + 1e-9) continue;
      const vertex = state >> 2;
      if (this.gated[vertex] === this.generation && this.enterTarget(quest, state)) continue;
      if (this.wired[vertex] === this.generation && this.parent[state] !== -1) this.join(quest, state);
      this.goOn(quest, state);
    }
    return undefined;
  }

  /** Forgets the search before, and marks where this one may end. */
  private begin({ edge, goals, joins }: Quest): void {
    const { low, high } = this.span(edge.to);
    this.targetLow = this.x[this.centre(edge.to, low)] ?? 0;
    this.targetHigh = this.x[this.centre(edge.to, high)] ?? 0;
    this.targetRow = this.y[this.centre(edge.to, low)] ?? 0;
    memory.begin(this.lattice.vertices);
    this.best = memory.best;
    this.estimate = memory.estimate;
    this.parent = memory.parent;
    this.stamp = memory.stamp;
    this.wired = memory.wired;
    this.gated = memory.gated;
    this.generation = memory.generation;
    this.ends = [];
    this.bound = Infinity;
    for (const { vertex } of goals) this.gated[vertex] = this.generation;
    if (!joins) return;
    for (const other of this.graph.in[edge.to] ?? [])
      for (const vertex of this.results[other.index]?.vertices ?? []) this.wired[vertex] = this.generation;
  }

  /** From a vertex beside the target into it. True if no way leads on from there. */
  private enterTarget({ self, goals, mustTurn, shareStart, shareGoal }: Quest, state: number): boolean {
    const vertex = state >> 2;
    const arrive = (state & 3) as Direction4;
    const atStart = this.parent[state] === -1;
    const goal = goals.find((gate) => gate.vertex === vertex);
    if (goal === undefined) return false;
    if (arrive === goal.side) return !atStart;
    const out = opposite(goal.side);
    if (mustTurn && atStart && arrive === out) return false;
    const share: Sharing = atStart ? (other) => Math.min(shareGoal(other), shareStart(other)) : shareGoal;
    const laws = this.lattice.price(vertex, arrive, out, self, 'goal', true, share);
    if (laws === Infinity) return false;
    const price =
      (this.best[state] ?? 0) +
      goal.price +
      this.priceOf(laws) +
      (arrive === out ? 0 : cost.bend) +
      cost.px * this.distance(vertex, goal.centre);
    this.finish({ state, price, goal: goal.side, follow: undefined, out });
    return false;
  }

  /** Along other connections to the same node, where the way meets them. */
  private join({ edge, self, entries }: Quest, state: number): void {
    const vertex = state >> 2;
    const arrive = (state & 3) as Direction4;
    for (const other of this.lattice.usesAt(vertex)) {
      if (other.target !== self.target || other.edge === self.edge || other.source === edge.from) continue;
      if (!Lattice.canFollow(other, arrive) || other.kind !== self.kind) continue;
      const wire = this.results[other.edge];
      const entry = wire === undefined ? undefined : entries.find(({ side }) => side === wire.goal);
      if (wire === undefined || entry === undefined) continue;
      const laws = this.lattice.price(vertex, arrive, other.leave, self, undefined, true, shareNothing);
      if (laws === Infinity) continue;
      const rest = this.tail(wire, other.position) * cost.join;
      const bend = arrive === other.leave ? 0 : cost.bend;
      const price = (this.best[state] ?? 0) + rest + entry.price + this.priceOf(laws) + bend;
      this.finish({ state, price, goal: wire.goal, follow: other, out: other.leave });
    }
  }

  /** Straight on, and to both sides. */
  private goOn({ self, mustTurn, shareStart }: Quest, state: number): void {
    const { lattice } = this;
    const vertex = state >> 2;
    const arrive = (state & 3) as Direction4;
    const atStart = this.parent[state] === -1;
    const price = this.best[state] ?? 0;
    for (let turn = mustTurn && atStart ? 1 : 0; turn < 4; turn++) {
      if (turn === 2) continue;
      const leave = ((arrive + turn) & 3) as Direction4;
      const next = lattice.next(vertex, leave);
      if (next < 0) continue;
      const laws = atStart
        ? lattice.price(vertex, arrive, leave, self, 'start', false, shareStart)
        : lattice.price(vertex, arrive, leave, self, undefined, false, shareNothing);
      if (laws === Infinity) continue;
      const step = this.priceOf(laws) + (turn === 0 ? 0 : cost.bend) + cost.px * this.distance(vertex, next);
      this.reach((next << 2) | leave, price + step, state);
    }
  }

  /** A state can be had at this price, from another one. */
  private reach(state: number, price: number, parent: number): void {
    if (this.stamp[state] === this.generation && (this.best[state] ?? 0) <= price) return;
    const estimate = price + this.atLeast(state);
    if (estimate > this.bound) return;
    this.stamp[state] = this.generation;
    this.best[state] = price;
    this.estimate[state] = estimate;
    this.parent[state] = parent;
    this.heap.push(state, estimate);
  }

  /** The way can end like this. Ends wait in the heap, numbered after all states, for what is cheaper yet. */
  private finish(end: End): void {
    this.bound = Math.min(this.bound, end.price);
    this.ends.push(end);
    this.heap.push(this.states + this.ends.length - 1, end.price);
  }

  /** Lattice prices count crossings; sharing prices (`shareOut` and more) are already in px of cost. */
  private priceOf(laws: number): number {
    return laws >= shareOut ? laws : laws * this.crossing;
  }

  /** What is left of a route after one of its vertices, as the router counts it. */
  private tail(wire: Route, position: number): number {
    let sum = 0;
    for (let k = position + 1; k < wire.vertices.length; k++) {
      sum += cost.px * this.distance(wire.vertices[k - 1] ?? 0, wire.vertices[k] ?? 0);
      if (wire.steps[k] !== wire.steps[k + 1]) sum += cost.bend;
    }
    return sum;
  }

  private commit(edge: GraphEdge, end: End): void {
    const vertices: number[] = [];
    const steps: Direction4[] = [];
    for (let state = end.state; state >= 0; state = this.parent[state] ?? -1) {
      vertices.push(state >> 2);
      steps.push((state & 3) as Direction4);
    }
    vertices.reverse();
    steps.reverse();
    const start = steps[0] ?? down;
    if (end.follow === undefined) {
      steps.push(end.out);
    } else {
      const wire = this.found(this.graph.edges[end.follow.edge] ?? edge);
      vertices.push(...wire.vertices.slice(end.follow.position + 1));
      steps.push(...wire.steps.slice(end.follow.position + 1));
    }
    const turns = steps.filter((step, k) => k > 0 && step !== steps[k - 1]).length;
    const length = vertices.reduce((sum, vertex, k) => sum + this.distance(vertices[k - 1] ?? vertex, vertex), 0);
    this.enter(edge, { vertices, steps, start, goal: end.goal, price: end.price, turns, length });
  }

  private enter(edge: GraphEdge, route: Route): void {
    const { vertices, steps } = route;
    this.results[edge.index] = route;
    vertices.forEach((vertex, position) => {
      this.lattice.add(vertex, {
        edge: edge.index,
        kind: edge.edge.kind,
        source: edge.from,
        target: edge.to,
        arrive: steps[position] ?? down,
        leave: steps[position + 1] ?? down,
        end: position === vertices.length - 1 ? 'goal' : position === 0 ? 'start' : undefined,
        position,
      });
    });
  }
}
