/** The lane layout: cells, routes, tracks, pixels. One drawing per placement variant; the caller keeps the best. */
import type { View } from '../../model/view.js';
import { buildGraph } from '../graph.js';
import { measureLabel } from '../label.js';
import { measureShapes } from '../shapes.js';
import { nominalLines } from './axes.js';
import { draw, type Drawing, type Minimum } from './geometry.js';
import { place, type Placement, type PlaceOptions } from './place.js';
import { route } from './route.js';

/** Best guess first. How readily a lane opens further columns. */
const variants: readonly PlaceOptions[] = [
  { sideColumns: 1, columnPrice: 70 },
  { sideColumns: 1, columnPrice: 20 },
  { sideColumns: 2, columnPrice: 40 },
  { sideColumns: 0, columnPrice: 0 },
];

/** Above this many nodes one placement must do, and routing takes one round less: each costs time that grows with the square. */
const large = 80;

/** The drawing of one variant; undefined if there is no such variant. One that repeats an earlier placement is skipped. */
export function gridDrawing(
  view: View,
  direction: 'right' | 'down',
  minimum: Minimum,
  variant: number,
): Drawing | undefined {
  const graph = buildGraph(view);
  const lanes = Math.max(1, view.lanes.length);
  const phases = Math.max(1, view.phases.length);
  const tried = graph.nodes.length > large ? variants.slice(0, 1) : variants;
  const placements = new Map<string, Placement>();
  for (const options of tried) {
    const placement = place(graph, lanes, phases, options);
    const key = placement.cells.map(({ lane, sub, rank }) => `${lane}.${sub}.${rank}`).join(' ');
    if (!placements.has(key)) placements.set(key, placement);
  }
  const placement = [...placements.values()][variant];
  if (placement === undefined) return undefined;

  const transposed = direction === 'right';
  const shapes = measureShapes(view.nodes, direction, (index) =>
    Math.max(graph.in[index]?.length ?? 0, graph.out[index]?.length ?? 0),
  );
  const labels = graph.edges.map((edge) => measureLabel(edge.edge.label));
  const { xs, ys } = nominalLines(placement, shapes, transposed);
  const routing = route(graph, placement, xs, ys, graph.nodes.length > large ? 1 : 2);
  return draw(view, graph, placement, routing, shapes, labels, minimum, transposed);
}
