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
import { Lattice, type Use } from './lattice.js';
import { centreOf, down, opposite, right, up, type Direction4 } from './lines.js';
import type { Placement } from './place.js';
import { columnsOf, nearestIn, type Span } from './spans.js';

export const cost = { px: 0.3, bend: 45, crossing: 130, join: 0.6 };

/** How much dearer a crossing is for a connection that looks for a way without. */
const wary = 4;

/** A routed connection: the side it leaves by, the vertices it visits, the side it comes in by. */
export interface Route {
  readonly start: Direction4;
  readonly goal: Direction4;
  readonly vertices: readonly number[];
  /** Direction of each step: from the node to the first vertex, between vertices, and into the node. */
  readonly steps: readonly Direction4[];
  readonly price: number;
}

export class Pathfinder {
  private readonly results: (Route | undefined)[];
  private readonly best: Float64Array;
  private readonly stamp: Int32Array;
  private readonly parent: Int32Array;
  private readonly heap = new Heap();
  private readonly wired: Int32Array;
  private generation = 0;
  private crossing = cost.crossing;
  /** Nominal coordinates of the vertices. */
  private readonly x: Float64Array;
  private readonly y: Float64Array;

  constructor(
    private readonly graph: Graph,
    private readonly placement: Placement,
    private readonly spans: readonly Span[],
    private readonly lattice: Lattice,
    private readonly docking: Docking,
    xs: readonly number[],
    ys: readonly number[],
  ) {
    const vertices = lattice.width * lattice.height;
    this.x = Float64Array.from({ length: vertices }, (_, vertex) => xs[lattice.j(vertex)] ?? 0);
    this.y = Float64Array.from({ length: vertices }, (_, vertex) => ys[lattice.i(vertex)] ?? 0);
    const states = lattice.width * lattice.height * 4;
    this.results = graph.edges.map(() => undefined);
    this.best = new Float64Array(states);
    this.stamp = new Int32Array(states);
    this.parent = new Int32Array(states);
    this.wired = new Int32Array(vertices);
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
  private gates(node: number, docks: readonly Dock[]): (Dock & { readonly vertex: number; readonly centre: number })[] {
    const row = this.row(node);
    return docks.flatMap((dock) =>
      columnsOf(this.span(node)).map((column) => ({
        ...dock,
        vertex: this.lattice.beside(row, column, dock.side),
        centre: this.centre(node, column),
      })),
    );
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

  private distance(a: number, b: number): number {
    return Math.abs((this.x[a] ?? 0) - (this.x[b] ?? 0)) + Math.abs((this.y[a] ?? 0) - (this.y[b] ?? 0));
  }

  /** What the rest of the way costs at least: its length, and the bends that cannot be avoided. */
  private atLeast(state: number, low: number, high: number): number {
    const vertex = state >> 2;
    const x = this.x[vertex] ?? 0;
    const dx = Math.max(0, (this.x[low] ?? 0) - x) || Math.min(0, (this.x[high] ?? 0) - x);
    const dy = (this.y[low] ?? 0) - (this.y[vertex] ?? 0);
    const direction = state & 3;
    const ahead = direction === up ? -dy : direction === down ? dy : direction === right ? dx : -dx;
    const aside = direction === up || direction === down ? dx : dy;
    const bends = ahead < 0 ? 2 : aside === 0 ? 0 : 1;
    return cost.px * (Math.abs(dx) + Math.abs(dy)) + cost.bend * bends;
  }

  route(edge: GraphEdge): void {
    if (!this.find(edge, this.docking.exits(edge))) throw new Error(`no route for connection ${edge.edge.id}`);
  }

  /** A way that shuns crossings more, by one side or by any; false if there is none. */
  detour(edge: GraphEdge, start: Direction4 | undefined): boolean {
    const exits = this.docking.exits(edge).filter(({ side }) => start === undefined || side === start);
    this.crossing = wary * cost.crossing;
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
    const { lattice, docking } = this;
    const generation = ++this.generation;
    const [low, high] = [this.centre(edge.to, this.span(edge.to).low), this.centre(edge.to, this.span(edge.to).high)];
    const entries = docking.entries(edge);
    const goals = new Map(this.gates(edge.to, entries).map((gate) => [gate.vertex, gate]));
    const joinable = docking.outline(edge.to) !== 'bar';
    if (joinable) this.markWires(edge, generation);
    const mustTurn = docking.turnsAtOnce(edge);
    const heap = this.heap;
    heap.clear();
    const ends: { state: number; price: number; goal: Direction4; follow: Use | undefined; out: Direction4 }[] = [];
    const states = this.best.length;
    const self = { edge: edge.index, target: edge.to, kind: edge.edge.kind };
    const noShare = (): number => Infinity;

    let bound = Infinity;
    const relax = (state: number, price: number, parent: number): void => {
      if (this.stamp[state] === generation && (this.best[state] ?? 0) <= price) return;
      const estimate = price + this.atLeast(state, low, high);
      if (estimate > bound) return;
      this.stamp[state] = generation;
      this.best[state] = price;
      this.parent[state] = parent;
      heap.push(state, estimate);
    };
    const finish = (end: (typeof ends)[number]): void => {
      bound = Math.min(bound, end.price);
      ends.push(end);
      heap.push(states + ends.length - 1, end.price);
    };
    for (const { side, price, vertex, centre } of this.gates(edge.from, exits)) {
      relax(vertex * 4 + side, price + cost.px * this.distance(centre, vertex), -1);
    }

    let winner: (typeof ends)[number] | undefined;
    while (heap.lowest < Infinity) {
      const estimate = heap.lowest;
      const state = heap.pop();
      if (state >= states) {
        winner = ends[state - states];
        break;
      }
      const vertex = state >> 2;
      const arrive = (state & 3) as Direction4;
      const price = this.best[state] ?? 0;
      if (estimate > price + this.atLeast(state, low, high) + 1e-9) continue;
      const atStart = this.parent[state] === -1;
      const startShare = atStart ? docking.sharing(edge, 'start') : noShare;

      const goal = goals.get(vertex);
      if (goal !== undefined && arrive !== goal.side) {
        const out = opposite(goal.side);
        const enter = docking.sharing(edge, 'goal');
        const both = (other: Use): number => Math.min(enter(other), startShare(other));
        const laws = lattice.price(vertex, arrive, out, self, 'goal', true, both);
        if (laws !== Infinity && !(mustTurn && atStart && arrive === out)) {
          const total =
            price +
            goal.price +
            this.priceOf(laws) +
            (arrive === out ? 0 : cost.bend) +
            cost.px * this.distance(vertex, goal.centre);
          finish({ state, price: total, goal: goal.side, follow: undefined, out });
        }
      } else if (goal !== undefined && !atStart) {
        continue;
      }
      if (joinable && !atStart && this.wired[vertex] === generation) {
        for (const other of lattice.usesAt(vertex)) {
          if (other.target !== edge.to || other.edge === edge.index || other.source === edge.from) continue;
          if (!Lattice.canFollow(other, arrive) || other.kind !== edge.edge.kind) continue;
          const wire = this.results[other.edge];
          const entry = wire === undefined ? undefined : entries.find(({ side }) => side === wire.goal);
          if (wire === undefined || entry === undefined) continue;
          const laws = lattice.price(vertex, arrive, other.leave, self, undefined, true, noShare);
          if (laws === Infinity) continue;
          const rest = this.tail(wire, other.position) * cost.join;
          const total = price + rest + entry.price + this.priceOf(laws) + (arrive === other.leave ? 0 : cost.bend);
          finish({ state, price: total, goal: wire.goal, follow: other, out: other.leave });
        }
      }
      for (let turn = 0; turn < 4; turn++) {
        if (turn === 2) continue;
        const leave = ((arrive + turn) % 4) as Direction4;
        if (mustTurn && atStart && leave === arrive) continue;
        const next = lattice.next(vertex, leave);
        if (next < 0) continue;
        const laws = lattice.price(vertex, arrive, leave, self, atStart ? 'start' : undefined, false, startShare);
        if (laws === Infinity) continue;
        const step = this.priceOf(laws) + (leave === arrive ? 0 : cost.bend) + cost.px * this.distance(vertex, next);
        relax(next * 4 + leave, price + step, state);
      }
    }
    if (winner === undefined) return false;
    this.commit(edge, winner);
    return true;
  }

  /** Marks where other connections to the same node run, for there one can join them; elsewhere nobody need look. */
  private markWires(edge: GraphEdge, generation: number): void {
    for (const other of this.graph.in[edge.to] ?? [])
      for (const vertex of this.results[other.index]?.vertices ?? []) this.wired[vertex] = generation;
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

  private commit(
    edge: GraphEdge,
    end: { state: number; price: number; goal: Direction4; follow: Use | undefined; out: Direction4 },
  ): void {
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
    this.enter(edge, { vertices, steps, start, goal: end.goal, price: end.price });
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
