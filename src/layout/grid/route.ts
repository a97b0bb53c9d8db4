/**
 * Routes every connection over the lattice, the plainest first, then in rounds each one again with all others in place.
 *
 * Ours rather than libavoid's nudged obstacle routing: on the lattice the hard laws of a diagram (see `lattice.ts`) hold by
 * construction and channels grow with what runs in them, where a router over fixed positions runs out of room and lets
 * connections share a stretch; it also needs no wasm start-up. Connections to the same node may join on the way and then
 * run on as one line.
 */
import type { Graph, GraphEdge } from '../graph.js';
import { Docking } from './docking.js';
import { Lattice } from './lattice.js';
import { cellOf, down, type Direction4 } from './lines.js';
import { cost, Pathfinder, type Manner, type Route } from './pathfinder.js';
import type { Placement } from './place.js';
import type { Span } from './spans.js';

export interface Routing {
  readonly lattice: Lattice;
  /** The columns that each node covers: no more than connections dock at. */
  readonly spans: readonly Span[];
  readonly routes: readonly Route[];
  /** What all routes cost after the first pass: a rough figure for the placement, which the rounds better by little. */
  readonly rough: number;
  /** The same with one connection on another way; undefined if there is none. What was so far stays as it is. */
  otherwise(edge: GraphEdge, start: Direction4 | undefined, manner: Manner): Routing | undefined;
}

/**
 * `xs`, `ys`: nominal coordinates of column and row lines, for lengths. Undefined if the rough cost is over `limit`: then this
 * placement cannot become the best, and the rounds are spared.
 */
export function route(
  graph: Graph,
  placement: Placement,
  widest: readonly Span[],
  xs: readonly number[],
  ys: readonly number[],
  rounds: number,
  limit: number,
): Routing | undefined {
  const spans = [...widest];
  const lattice = new Lattice(
    placement.columns.length,
    placement.ranks,
    placement.cells.map(({ rank }, index) => ({ span: spans[index] ?? { low: 0, high: 0 }, row: rank })),
  );
  const docking = new Docking(graph, placement, spans);
  const finder = new Pathfinder(graph, placement, spans, lattice, docking, xs, ys);
  const sequence = [...graph.edges].sort(
    (a, b) => urgency(a, placement, spans) - urgency(b, placement, spans) || a.index - b.index,
  );
  const ahead = leastAhead(sequence, finder);
  let rough = 0;
  for (const [place, edge] of sequence.entries()) {
    finder.route(edge);
    rough += finder.found(edge).price;
    if (rough > limit || rough + (ahead[place + 1] ?? 0) > limit + rounding) return undefined;
  }
  trim(graph, placement, finder, lattice, spans);
  for (let round = 0; round < rounds; round++) {
    if (round === 0) for (const { index } of graph.nodes) resettle(index, graph, finder, docking);
    for (const edge of sequence) {
      finder.release(edge);
      finder.route(edge);
    }
    trim(graph, placement, finder, lattice, spans);
  }
  return routed(graph, lattice, spans, finder, docking, rough);
}

/** Opens to other connections the columns at the ends of a bar at which nothing docks. */
function trim(graph: Graph, placement: Placement, finder: Pathfinder, lattice: Lattice, spans: Span[]): void {
  for (const [node, span] of spans.entries()) {
    if (span.low === span.high) continue;
    const columns = [
      ...(graph.out[node] ?? []).map((edge) => finder.found(edge).vertices[0]),
      ...(graph.in[node] ?? []).map((edge) => finder.found(edge).vertices.at(-1)),
    ].map((vertex) => cellOf(lattice.j(vertex ?? 0)));
    const docked = { low: Math.min(...columns), high: Math.max(...columns) };
    lattice.shorten(placement.cells[node]?.rank ?? 0, span, docked);
    spans[node] = docked;
  }
}

/** What the connections from each place in the sequence on cost at least, however they run. */
function leastAhead(sequence: readonly GraphEdge[], finder: Pathfinder): Float64Array {
  const least = new Float64Array(sequence.length + 1);
  for (let place = sequence.length - 1; place >= 0; place--) {
    const edge = sequence[place];
    least[place] = (least[place + 1] ?? 0) + (edge === undefined ? 0 : finder.leastPriceJoining(edge));
  }
  return least;
}

function routed(
  graph: Graph,
  lattice: Lattice,
  spans: readonly Span[],
  finder: Pathfinder,
  docking: Docking,
  rough: number,
): Routing {
  const routes = graph.edges.map((edge) => finder.found(edge));
  return {
    lattice,
    spans,
    routes,
    rough,
    otherwise(edge, start, manner) {
      const current = routes[edge.index];
      if (current === undefined) return undefined;
      for (const other of graph.edges) {
        const route = routes[other.index];
        if (route !== undefined) finder.settle(other, route);
        if (route !== undefined && docking.outline(other.from) === 'diamond') docking.assign(other, route.start);
      }
      if (docking.outline(edge.from) === 'diamond' && start !== undefined) {
        const open = docking.openVertices(edge.from, routes);
        if (!open.includes(start)) return undefined;
        docking.assign(edge, start);
      }
      finder.release(edge);
      if (!finder.otherwise(edge, start, manner)) return undefined;
      const found = finder.found(edge);
      const same =
        found.steps.length === current.steps.length &&
        found.goal === current.goal &&
        found.vertices.every((vertex, at) => vertex === current.vertices[at]);
      return same ? undefined : routed(graph, lattice, spans, finder, docking, rough);
    },
  };
}

/** Straight steps first, then level handoffs, then by length; escalations and loops last. */
function urgency(edge: GraphEdge, placement: Placement, spans: readonly Span[]): number {
  const rows = (placement.cells[edge.to]?.rank ?? 0) - (placement.cells[edge.from]?.rank ?? 0);
  const [from, to] = [spans[edge.from], spans[edge.to]];
  const columns = from === undefined || to === undefined ? 0 : Math.max(0, to.low - from.high, from.low - to.high);
  const length = 3 * Math.abs(rows) + 4 * columns;
  if (edge.back) return 3000 + length;
  if (edge.edge.kind === 'timeout') return 2000 + length;
  if (columns === 0 || rows === 0) return length;
  return 1000 + length;
}

/** Sums of prices may be off by this, depending on their order. */
const rounding = 1e-6;

/** Tries the branches of a diamond on other vertices, with everything else in place, and keeps what is cheapest. */
function resettle(node: number, graph: Graph, finder: Pathfinder, docking: Docking): void {
  const branches = graph.out[node] ?? [];
  if (!branches.some((edge) => finder.found(edge).price > finder.leastPrice(edge) + cost.bend)) return;
  const taken = (graph.in[node] ?? []).map((edge) => finder.found(edge).goal);
  const current = branches.map((edge) => finder.found(edge).start);
  const choices = docking.alternatives(node, current, taken);
  if (choices.length === 0) return;
  const free = (sides: readonly Direction4[]): void => {
    for (const edge of branches) finder.release(edge);
    branches.forEach((edge, position) => {
      docking.assign(edge, sides[position] ?? down);
    });
  };
  /** The price of leaving like this; Infinity as soon as that is not below the limit. */
  const settle = (sides: readonly Direction4[], limit: number): number => {
    free(sides);
    let price = 0;
    for (const edge of branches) {
      finder.route(edge);
      price += finder.found(edge).price;
      if (price >= limit) return Infinity;
    }
    return price;
  };
  const routesNow = (): Route[] => branches.map((edge) => finder.found(edge));
  let best = { sides: current, price: settle(current, Infinity), routes: routesNow() };
  let standing = current;
  for (const sides of choices) {
    const price = settle(sides, best.price - 1);
    standing = sides;
    if (price < Infinity) best = { sides, price, routes: routesNow() };
  }
  if (standing === best.sides) return;
  // With all else in place as it was, a search would find the same ways again.
  free(best.sides);
  branches.forEach((edge, position) => {
    const route = best.routes[position];
    if (route !== undefined) finder.settle(edge, route);
  });
}
