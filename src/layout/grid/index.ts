/** The lane layout: cells, routes, tracks, pixels, for one placement after the other of the same view. */
import type { Point } from '../../model/scene.js';
import type { View } from '../../model/view.js';
import { buildGraph, type Graph, type GraphEdge, type GraphNode } from '../graph.js';
import { measureLabel } from '../label.js';
import { measureShapes, outlineOf } from '../shapes.js';
import { nominalLines } from './axes.js';
import { fold } from './fold.js';
import { guidedBy } from './guided.js';
import { draw, type Drawing, type Minimum } from './geometry.js';
import { shifted, shiftedWays } from './shift.js';
import { place, type Placement, type PlaceOptions } from './place.js';
import { route, type Routing } from './route.js';
import { spansOf } from './spans.js';
import type { Direction4 } from './lines.js';
import type { Manner, Route } from './pathfinder.js';

export { down, everySide, left, right, type Direction4 } from './lines.js';
export type { Manner } from './pathfinder.js';
export type { Nudge, PlaceOptions } from './place.js';

export interface Routed extends Drawing {
  /** The drawing with one connection on another way, which shuns crossings or is short, by one side of its node or by any. */
  otherwise(id: string, side: Direction4 | undefined, manner: Manner): Routed | undefined;
  /** The same where that way turns less often, or as often and is shorter. */
  plainer(id: string, side: Direction4 | undefined, manner: Manner): Routed | undefined;
}

export interface Grid {
  /** Whether there are parts that nothing connects. */
  readonly inParts: boolean;
  /** Whether there are forks and joins. */
  readonly barred: boolean;
  /** Index of a node by its id, as nudges name it. */
  indexOf(id: string): number | undefined;
  /** The placement after somebody else's order, without lanes and phases; undefined if it cannot be had. */
  guided(corners: readonly Point[]): Placement | undefined;
  /** Options that lead to the same placement but for one node. */
  shifted(options: PlaceOptions, node: number): Iterable<PlaceOptions>;
  /** Options that lead to the same placement but for one node and the straight way on from it. */
  shiftedWays(options: PlaceOptions, node: number): Iterable<PlaceOptions>;
  /**
   * The drawing for these options; `known` if they lead to a placement that was tried before, `hopeless` if its routes are so
   * much dearer than the cheapest so far that it need not be drawn.
   */
  draw(options: PlaceOptions): Routed | 'known' | 'hopeless';
}

/** What lies between two ranks, about: for comparing parts of a folded flow. */
const betweenRanks = 44;

/** Above this many nodes routing takes one round less: a round costs time that grows with the square. */
const large = 80;
/** With more connections for each node than this a picture cannot be read whatever is done. */
const unreadable = 5;

function rounds({ nodes, edges }: Graph): number {
  if (edges.length > 400 && edges.length > unreadable * nodes.length) return 0;
  return nodes.length > large ? 1 : 2;
}

/** Rounds and lengths in pixels change the order of placements that cost nearly the same, not of those further apart. */
const hopeless = (cheapest: number): number => cheapest * 1.03 + 60;

export function createGrid(view: View, direction: 'right' | 'down', minimum: Minimum): Grid {
  const graph = buildGraph(view);
  const transposed = direction === 'right';
  const shapes = measureShapes(view.nodes, direction, (index) =>
    Math.max(graph.in[index]?.length ?? 0, graph.out[index]?.length ?? 0),
  );
  const labels = graph.edges.map((edge) => measureLabel(edge.edge));
  const indices = new Map(graph.nodes.map(({ node, index }) => [node.id, index]));
  const tried = new Set<string>();
  /** By how often the flow is folded, and whether bars are short: both cost long ways, which the shape of the picture may be worth. */
  const cheapest = new Map<string, number>();
  const laneOf = (node: GraphNode): number => (view.lanes.length === 0 ? node.part : node.lane);
  const lanes = graph.nodes.reduce((most, node) => Math.max(most, laneOf(node) + 1), Math.max(1, view.lanes.length));
  /** The search asks for the shifts of each node at fault, one after the other, of the same options. */
  const known = new WeakMap<PlaceOptions, Placement>();
  const standing = (options: PlaceOptions): Placement => {
    const before = options.standing ?? known.get(options);
    if (before !== undefined) return before;
    const placement = place(graph, laneOf, lanes, Math.max(1, view.phases.length), options);
    known.set(options, placement);
    return placement;
  };
  const placed = (options: PlaceOptions): Placement | undefined => {
    const strip = standing(options);
    if (options.fold === undefined) return strip;
    const lengths = Array.from({ length: strip.ranks }, () => 0);
    shapes.forEach((shape, node) => {
      const rank = strip.cells[node]?.rank ?? 0;
      lengths[rank] = Math.max(lengths[rank] ?? 0, (transposed ? shape.width : shape.height) + betweenRanks);
    });
    return fold(graph, strip, options.fold, lengths);
  };
  return {
    barred: graph.nodes.some(({ node }) => outlineOf(node) === 'bar'),
    inParts: graph.nodes.some(({ part }) => part > 0),
    indexOf: (id) => indices.get(id),
    guided: (corners) => guidedBy(graph, corners),
    *shifted(options, node) {
      for (const other of shifted(graph, standing(options), node)) yield { ...options, standing: other };
    },
    *shiftedWays(options, node) {
      for (const other of shiftedWays(graph, standing(options), node)) yield { ...options, standing: other };
    },
    draw(options) {
      const placement = placed(options);
      if (placement === undefined) return 'known';
      const cells = placement.cells.map(({ rank }, node) => `${placement.columnOf[node] ?? 0}.${rank}`);
      const key = [...cells, options.shortBars === true].join(' ');
      if (tried.has(key)) return 'known';
      tried.add(key);
      const { xs, ys } = nominalLines(placement, shapes, transposed);
      const parts = `${options.fold ?? 1} ${options.shortBars === true ? 'short' : ''}`;
      const limit = hopeless(cheapest.get(parts) ?? Infinity);
      const spans = spansOf(graph, placement, options.shortBars === true);
      const routing = route(graph, placement, spans, xs, ys, rounds(graph), limit);
      if (routing === undefined) return 'hopeless';
      cheapest.set(parts, Math.min(cheapest.get(parts) ?? Infinity, routing.rough));
      const drawn = (routed: Routing): Routed => {
        const otherwise = (id: string, ...way: [Direction4 | undefined, Manner]): [GraphEdge, Routing] | undefined => {
          const edge = graph.edges.find((one) => one.edge.id === id);
          const other = edge && routed.otherwise(edge, ...way);
          return other && [edge, other];
        };
        return {
          ...draw(view, graph, placement, routed, shapes, labels, minimum, transposed),
          otherwise(...way) {
            const other = otherwise(...way);
            return other && drawn(other[1]);
          },
          plainer(...way) {
            const [edge, other] = otherwise(...way) ?? [];
            return edge && other && isPlainer(other.routes[edge.index], routed.routes[edge.index])
              ? drawn(other)
              : undefined;
          },
        };
      };
      return drawn(routing);
    },
  };
}

/** Whether one way turns less often than another, or as often and is shorter. */
function isPlainer(one: Route | undefined, other: Route | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.turns < other.turns || (one.turns === other.turns && one.length < other.length);
}
