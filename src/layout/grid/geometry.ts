/**
 * From cells, routes and tracks to pixels: every line of the lattice has a coordinate, every connection becomes its polyline.
 *
 * All in flow terms (u across the lanes, v along the flow); `transposed` pictures swap them at the very end.
 */
import type { Point, SceneEdge, SceneLabel, SceneNode } from '../../model/scene.js';
import type { View } from '../../model/view.js';
import { asDrawn, type Graph, type GraphEdge } from '../graph.js';
import type { Label } from '../label.js';
import { drawNode } from '../draw-node.js';
import type { Shape } from '../shapes.js';
import { columnAxis, rowAxis, type Axis } from './axes.js';
import {
  besideStub,
  cellExtents,
  exitLabels,
  findCombs,
  inComb,
  trackLabel,
  trackRoom,
  trunkLabel,
  trunkRoom,
} from './exits.js';
import { withoutJogs } from './jogs.js';
import { centreOf, isCentre, isVertical, type Direction4 } from './lines.js';
import { columnAt, cutPieces } from './pieces.js';
import { placePins, type Pins } from './pins.js';
import type { Placement } from './place.js';
import type { Routing } from './route.js';
import { cutSegments, type KeyOf, type Segment } from './segments.js';
import { assignTracks, type Clearance, type Trunk } from './tracks.js';

export interface Drawing {
  readonly nodes: SceneNode[];
  readonly edges: SceneEdge[];
  readonly lanes: Axis;
  readonly phases: Axis;
}

export interface Minimum {
  /** Least size of each lane's band across and of each phase's band along the flow, for their headers. */
  readonly lane: readonly number[];
  readonly phase: readonly number[];
}

export function draw(
  view: View,
  graph: Graph,
  placement: Placement,
  routing: Routing,
  shapes: readonly Shape[],
  labels: readonly (Label | undefined)[],
  minimum: Minimum,
  transposed: boolean,
): Drawing {
  const combs = findCombs(graph, routing);
  const segments = cutSegments(graph, routing, combs.turning);
  const cut = cutPieces(graph, placement, routing, shapes, transposed);
  const pieces = cut.flat();
  const pins = placePins(graph, routing, pieces, segments, transposed);
  const keyOf = fineKeys(pins);
  const isLevel = ({ axis }: Segment): boolean => (axis === 'row') !== transposed;
  const clearanceOf = (segment: Segment): Clearance => {
    const label = labels[segment.edge];
    const side = routing.routes[segment.edge]?.start;
    if (label === undefined || side === undefined || !combs.turning.has(segment.edge) || segment.position !== 1)
      return { low: 0, high: 0 };
    return trackRoom(label, side, isLevel(segment));
  };
  const trunks = new Map(
    [...combs.straight].flatMap(([edge, others]) => others.map((other): [number, number] => [other, edge])),
  );
  const trunkOf = (segment: Segment): Trunk | undefined => {
    const edge = segment.position === 1 ? trunks.get(segment.edge) : undefined;
    const label = edge === undefined ? undefined : labels[edge];
    const side = edge === undefined ? undefined : routing.routes[edge]?.start;
    if (edge === undefined || label === undefined || side === undefined) return undefined;
    return { edge, ...trunkRoom(label, side, isLevel(segment)) };
  };
  const tracks = assignTracks(segments, keyOf, clearanceOf, trunkOf);
  const places = exitLabels(graph, routing, pieces, labels, pins, combs, transposed);
  const extents = cellExtents(routing, pieces, labels, places, combs, transposed);
  const lanes = columnAxis(view, placement, extents, tracks, minimum.lane);
  const phases = rowAxis(view, placement, extents, tracks, minimum.phase);

  const toPoint = (u: number, v: number): Point => (transposed ? { x: v, y: u } : { x: u, y: v });
  const lineAt = (axis: 'row' | 'column', line: number): number => (axis === 'row' ? phases : lanes).lines[line] ?? 0;
  const pinOffset = (segment: Segment): number =>
    segment.first ? (pins.start[segment.edge] ?? 0) : segment.last ? (pins.goal[segment.edge] ?? 0) : 0;
  const coordinate = (segment: Segment): number =>
    lineAt(segment.axis, segment.line) + (isCentre(segment.line) ? pinOffset(segment) : tracks.positionOf(segment));

  const centreIn = (node: number, column: number): { u: number; v: number } => ({
    u: lanes.lines[centreOf(column)] ?? 0,
    v: phases.lines[centreOf(placement.cells[node]?.rank ?? 0)] ?? 0,
  });
  const dock = (edge: GraphEdge, end: 'start' | 'goal', side: Direction4, offset: number): { u: number; v: number } => {
    const node = end === 'start' ? edge.from : edge.to;
    const centre = centreIn(node, columnAt(routing, edge, end));
    const shape = shapes[node];
    const [du, dv] =
      shape === undefined ? [0, 0] : transposed ? [shape.height, shape.width] : [shape.width, shape.height];
    if (isVertical(side)) return { u: centre.u + offset, v: centre.v + (side === 0 ? -dv / 2 : dv / 2) };
    return { u: centre.u + (side === 3 ? -du / 2 : du / 2), v: centre.v + offset };
  };

  const clocks = new Map<number, Point>();
  const corners = graph.edges.map((edge): Point[] => {
    const route = routing.routes[edge.index];
    const own = segments[edge.index] ?? [];
    if (route === undefined) throw new Error(`connection ${edge.edge.id} has no route`);
    const begin = dock(edge, 'start', route.start, pins.start[edge.index] ?? 0);
    const finish = dock(edge, 'goal', route.goal, pins.goal[edge.index] ?? 0);
    const turns = own.slice(1).map((segment, k) => {
      const before = own[k];
      const [row, column] = segment.axis === 'row' ? [segment, before] : [before, segment];
      return { u: column === undefined ? 0 : coordinate(column), v: row === undefined ? 0 : coordinate(row) };
    });
    return [begin, ...turns, finish].map(({ u, v }) => toPoint(u, v));
  });
  const placedLabels = graph.edges.map((edge): SceneLabel | undefined => {
    const label = labels[edge.index];
    if (label === undefined) return undefined;
    const points = corners[edge.index] ?? [];
    if (combs.turning.has(edge.index)) return trackLabel(label, points);
    const others = combs.straight.get(edge.index)?.map((other) => corners[other] ?? []);
    if (others !== undefined) return trunkLabel(label, points, others);
    return besideStub(label, places[edge.index], centreIn(edge.from, columnAt(routing, edge, 'start')), transposed);
  });
  const carriesLabel = ({ edge, position }: Segment): boolean => position === 1 && inComb(combs, edge);
  const boxes = placedLabels.map((placed) => placed?.box);
  const straightened = withoutJogs(corners, segments, carriesLabel, boxes, transposed);
  const edges = graph.edges.map((edge): SceneEdge => {
    const points = straightened[edge.index] ?? [];
    if (edge.edge.kind === 'timeout' && points[0] !== undefined) clocks.set(edge.from, points[0]);
    const placed = placedLabels[edge.index];
    return {
      ...asDrawn(edge),
      points: withoutCollinear(points),
      ...(placed === undefined ? {} : { label: placed }),
    };
  });
  const nodes = shapes.map((whole, index) => {
    const clock = clocks.get(index);
    const [first, last] = [cut[index]?.[0], cut[index]?.at(-1)];
    const [begin, end] = [first, last].map((piece) => centreIn(index, piece?.column ?? 0));
    if (first === undefined || last === undefined || begin === undefined || end === undefined)
      throw new Error(`${whole.node.id} has no cell`);
    const along = transposed ? 'height' : 'width';
    const low = begin.u - first.shape[along] / 2;
    const high = end.u + last.shape[along] / 2;
    const shape = { ...whole, [along]: high - low };
    const node = drawNode(shape, toPoint((low + high) / 2, begin.v), transposed ? 'right' : 'down');
    return clock === undefined ? node : { ...node, clock };
  });
  return { nodes, edges, lanes, phases };
}

/** Keys for ordering along a line: the crossing line's index, refined by the pin's offset where a stub lies on it. */
function fineKeys(pins: Pins): KeyOf {
  return (segment, end) => {
    const line = segment[end];
    return line + offsetAt(segment, end, line, pins) / 1000;
  };
}

function offsetAt(segment: Segment, end: 'from' | 'to', line: number, pins: Pins): number {
  if (!isCentre(line)) return 0;
  if (end === 'from' && segment.position === 1) return pins.start[segment.edge] ?? 0;
  return end === 'to' && segment.beforeLast ? (pins.goal[segment.edge] ?? 0) : 0;
}

/** Drops repeated points and those in the middle of a straight run. */
function withoutCollinear(points: readonly Point[]): Point[] {
  const distinct = points.filter((point, k) => {
    const before = points[k - 1];
    return before?.x !== point.x || before.y !== point.y;
  });
  return distinct.filter((point, k) => {
    const before = distinct[k - 1];
    const after = distinct[k + 1];
    if (before === undefined || after === undefined) return true;
    return !(before.x === point.x && point.x === after.x) && !(before.y === point.y && point.y === after.y);
  });
}
