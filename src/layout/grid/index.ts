/** The lane layout: cells, routes, tracks, pixels, for one placement after the other of the same view. */
import type { View } from '../../model/view.js';
import { buildGraph } from '../graph.js';
import { measureLabel } from '../label.js';
import { measureShapes } from '../shapes.js';
import { nominalLines } from './axes.js';
import { draw, type Drawing, type Minimum } from './geometry.js';
import { place, type PlaceOptions } from './place.js';
import { route } from './route.js';

export type { Nudge, PlaceOptions } from './place.js';

export interface Grid {
  /** Index of a node by its id, as nudges name it. */
  indexOf(id: string): number | undefined;
  /**
   * The drawing for these options; `known` if they lead to a placement that was tried before, `hopeless` if its routes are so
   * much dearer than the cheapest so far that it need not be drawn.
   */
  draw(options: PlaceOptions): Drawing | 'known' | 'hopeless';
}

/** Above this many nodes routing takes one round less: a round costs time that grows with the square. */
const large = 80;

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
  const drawn = new Set<string>();
  let cheapest = Infinity;
  return {
    indexOf: (id) => indices.get(id),
    draw(options) {
      const placement = place(graph, Math.max(1, view.lanes.length), Math.max(1, view.phases.length), options);
      const key = placement.cells.map(({ lane, sub, rank }) => `${lane}.${sub}.${rank}`).join(' ');
      if (drawn.has(key)) return 'known';
      drawn.add(key);
      const { xs, ys } = nominalLines(placement, shapes, transposed);
      const routing = route(graph, placement, xs, ys, graph.nodes.length > large ? 1 : 2, hopeless(cheapest));
      if (routing === undefined) return 'hopeless';
      cheapest = Math.min(cheapest, routing.rough);
      return draw(view, graph, placement, routing, shapes, labels, minimum, transposed);
    },
  };
}
