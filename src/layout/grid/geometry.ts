/**
 * From cells, routes and tracks to pixels.
 *
 * Columns get the widths their nodes and exit labels need, channels what runs in them, lanes at least their header; then every
 * line of the lattice has a coordinate and every connection its polyline. All in flow terms (u across the lanes, v along the
 * flow); `transposed` pictures swap them at the very end.
 */
import type { Box, Point, SceneEdge, SceneLabel, SceneNode } from '../../model/scene.js';
import type { View } from '../../model/view.js';
import type { Graph, GraphEdge } from '../graph.js';
import { drawLabel, type Label } from '../label.js';
import { drawNode, outlineOf, type Shape } from '../shapes.js';
import { centreOf, isCentre, isVertical, type Direction4 } from './lines.js';
import { placePins, type Pins } from './pins.js';
import type { Placement } from './place.js';
import type { Routing } from './route.js';
import { cutSegments, type KeyOf, type Segment } from './segments.js';
import { assignTracks, type Clearance, type Tracks } from './tracks.js';

const gap = {
  /** Between a node and the first track beside it; before a node the arrowhead needs more. */
  after: 14,
  before: 22,
  /** Between rows with nothing between them, and between columns of one lane. */
  rows: 36,
  columns: 40,
  /** Between a lane's border and what is inside, without and with tracks. */
  lane: 20,
  laneTrack: 10,
  /** Extra at a phase border, on each side. */
  phase: 12,
};

/** Space a cell needs around its centre, px. */
interface Extent {
  uLow: number;
  uHigh: number;
  vLow: number;
  vHigh: number;
}

export interface Axis {
  /** Coordinate of each lattice line: the centre, or where the first track of a channel lies. */
  readonly lines: readonly number[];
  /** Borders between bands (lanes or phases), one more than bands. */
  readonly borders: readonly number[];
  readonly size: number;
}

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

/** Nominal coordinates of lattice lines before anything is routed, for the router's lengths. */
export function nominalLines(placement: Placement, shapes: readonly Shape[], transposed: boolean): { xs: number[]; ys: number[] } {
  const columns = placement.columns.map(() => 60);
  const rows = Array.from({ length: placement.ranks }, () => 24);
  shapes.forEach((shape, node) => {
    const [du, dv] = transposed ? [shape.height, shape.width] : [shape.width, shape.height];
    const column = placement.columnOf[node] ?? 0;
    const row = placement.cells[node]?.rank ?? 0;
    columns[column] = Math.max(columns[column] ?? 0, du / 2 + 12);
    rows[row] = Math.max(rows[row] ?? 0, dv / 2 + 4);
  });
  const spread = (halves: readonly number[], channel: number): number[] => {
    let at = 0;
    return halves.flatMap((half) => {
      const triple = [at + channel / 2, at + channel + half, at + channel * 1.5 + 2 * half];
      at += 2 * channel + 2 * half;
      return triple;
    });
  };
  return { xs: spread(columns, 20), ys: spread(rows, 20) };
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
  const segments = cutSegments(graph, routing);
  const pins = placePins(graph, routing, segments, shapes, transposed);
  const keyOf = fineKeys(pins);
  const combs = findCombs(graph, routing);
  const clearanceOf = (segment: Segment): Clearance => {
    const label = labels[segment.edge];
    if (label === undefined || !combs.has(segment.edge) || segment.position !== 1) return { low: 0, high: 0 };
    return (segment.axis === 'row') !== transposed ? { low: label.height + 2, high: 0 } : { low: 0, high: label.width + 6 };
  };
  const tracks = assignTracks(segments, keyOf, clearanceOf);
  const places = exitLabels(graph, routing, shapes, labels, pins, combs, transposed);
  const extents = cellExtents(graph, routing, shapes, labels, places, combs, transposed);
  const lanes = columnAxis(view, placement, extents, tracks, minimum.lane);
  const phases = rowAxis(view, placement, extents, tracks, minimum.phase);

  const toPoint = (u: number, v: number): Point => (transposed ? { x: v, y: u } : { x: u, y: v });
  const lineAt = (axis: 'row' | 'column', line: number): number => (axis === 'row' ? phases : lanes).lines[line] ?? 0;
  const pinOffset = (segment: Segment): number =>
    segment.first ? (pins.start[segment.edge] ?? 0) : segment.last ? (pins.goal[segment.edge] ?? 0) : 0;
  const coordinate = (segment: Segment): number =>
    lineAt(segment.axis, segment.line) + (isCentre(segment.line) ? pinOffset(segment) : tracks.positionOf(segment));

  const centres = graph.nodes.map((_, index): { u: number; v: number } => ({
    u: lanes.lines[centreOf(placement.columnOf[index] ?? 0)] ?? 0,
    v: phases.lines[centreOf(placement.cells[index]?.rank ?? 0)] ?? 0,
  }));
  const dock = (node: number, side: Direction4, offset: number): { u: number; v: number } => {
    const centre = centres[node] ?? { u: 0, v: 0 };
    const shape = shapes[node];
    const [du, dv] = shape === undefined ? [0, 0] : transposed ? [shape.height, shape.width] : [shape.width, shape.height];
    if (isVertical(side)) return { u: centre.u + offset, v: centre.v + (side === 0 ? -dv / 2 : dv / 2) };
    return { u: centre.u + (side === 3 ? -du / 2 : du / 2), v: centre.v + offset };
  };

  const clocks = new Map<number, Point>();
  const edges = graph.edges.map((edge): SceneEdge => {
    const route = routing.routes[edge.index];
    const own = segments[edge.index] ?? [];
    if (route === undefined) throw new Error(`connection ${edge.edge.id} has no route`);
    const begin = dock(edge.from, route.start, pins.start[edge.index] ?? 0);
    const finish = dock(edge.to, route.goal, pins.goal[edge.index] ?? 0);
    const corners = own.slice(1).map((segment, k) => {
      const before = own[k];
      const [row, column] = segment.axis === 'row' ? [segment, before] : [before, segment];
      return { u: column === undefined ? 0 : coordinate(column), v: row === undefined ? 0 : coordinate(row) };
    });
    const points = [begin, ...corners, finish].map(({ u, v }) => toPoint(u, v));
    if (edge.edge.kind === 'timeout' && points[0] !== undefined) clocks.set(edge.from, points[0]);
    const label = labels[edge.index];
    const placed =
      label === undefined
        ? undefined
        : combs.has(edge.index)
          ? trackLabel(label, points)
          : besideStub(label, places[edge.index], centres[edge.from], transposed);
    return {
      id: edge.edge.id,
      from: edge.edge.from,
      to: edge.edge.to,
      kind: edge.edge.kind,
      main: edge.edge.main,
      otherwise: edge.edge.otherwise,
      back: edge.back,
      points: withoutCollinear(points),
      ...(placed === undefined ? {} : { label: placed }),
    };
  });
  const nodes = shapes.map((shape, index) => {
    const centre = centres[index] ?? { u: 0, v: 0 };
    const clock = clocks.get(index);
    const node = drawNode(shape, toPoint(centre.u, centre.v), transposed ? 'right' : 'down');
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

/** Branches that leave a diamond by a vertex that an earlier branch leaves by too: they part right after a common stub. */
function findCombs(graph: Graph, routing: Routing): Set<number> {
  const combs = new Set<number>();
  for (const { node, index } of graph.nodes) {
    if (outlineOf(node) !== 'diamond') continue;
    const seen = new Set<Direction4>();
    for (const edge of graph.out[index] ?? []) {
      const side = routing.routes[edge.index]?.start;
      if (side === undefined) continue;
      if (seen.has(side)) combs.add(edge.index);
      seen.add(side);
    }
  }
  return combs;
}

function withoutCollinear(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const previous = kept.at(-2);
    if (
      last !== undefined &&
      previous !== undefined &&
      ((previous.x === last.x && last.x === point.x) || (previous.y === last.y && last.y === point.y))
    ) {
      kept.pop();
    }
    kept.push(point);
  }
  return kept;
}

interface LabelPlace {
  /** Top left corner relative to the node's centre, in picture terms. */
  readonly x: number;
  readonly y: number;
  readonly align: 'start' | 'end';
}

/** Where each label stands beside the stub by which its connection leaves the node. */
function exitLabels(
  graph: Graph,
  routing: Routing,
  shapes: readonly Shape[],
  labels: readonly (Label | undefined)[],
  pins: Pins,
  combs: ReadonlySet<number>,
  transposed: boolean,
): (LabelPlace | undefined)[] {
  const places = graph.edges.map((edge): LabelPlace | undefined => {
    const label = labels[edge.index];
    const route = routing.routes[edge.index];
    const shape = shapes[edge.from];
    if (label === undefined || route === undefined || shape === undefined || combs.has(edge.index)) return undefined;
    const offset = pins.start[edge.index] ?? 0;
    const clock = edge.edge.kind === 'timeout' ? 10 : 0;
    const side = pictureSide(route.start, transposed);
    const neighbours = pinsOnSide(graph, routing, pins, edge.from, route.start).filter((other) => other !== offset);
    const [top, bottom] = [-shape.height / 2 - 4 - clock - label.height, shape.height / 2 + 4 + clock];
    if (side === 'bottom' || side === 'top') {
      const y = side === 'bottom' ? bottom : top;
      return neighbours.some((other) => other > offset)
        ? { x: offset - 5 - label.width, y, align: 'end' }
        : { x: offset + 5, y, align: 'start' };
    }
    const y = neighbours.some((other) => other < offset) ? offset + 3 : offset - 3 - label.height;
    return side === 'right'
      ? { x: shape.width / 2 + 5 + clock, y, align: 'start' }
      : { x: -shape.width / 2 - 5 - clock - label.width, y, align: 'end' };
  });
  graph.out.forEach((out, node) => spreadLabels(out, places, labels, shapes[node]));
  return places;
}

/** Tall labels of neighbouring sides of one node would meet at its corner: those above and below it give way outwards. */
function spreadLabels(
  out: readonly GraphEdge[],
  places: (LabelPlace | undefined)[],
  labels: readonly (Label | undefined)[],
  shape: Shape | undefined,
): void {
  const boxes = out.flatMap(({ index }) => {
    const place = places[index];
    const label = labels[index];
    return place === undefined || label === undefined ? [] : [{ index, place, width: label.width, height: label.height }];
  });
  const half = (shape?.height ?? 0) / 2;
  for (const box of boxes) {
    const above = box.place.y + box.height <= -half;
    if (!above && box.place.y < half) continue;
    for (const other of boxes) {
      if (other === box || other.place.x + other.width <= box.place.x || box.place.x + box.width <= other.place.x) continue;
      const current = places[box.index] ?? box.place;
      const shift = above ? current.y + box.height + 2 - other.place.y : other.place.y + other.height + 2 - current.y;
      const sameSide = above ? other.place.y + other.height <= -half : other.place.y >= half;
      if (shift > 0 && !sameSide) places[box.index] = { ...current, y: current.y + (above ? -shift : shift) };
    }
  }
}

function pinsOnSide(graph: Graph, routing: Routing, pins: Pins, node: number, side: Direction4): number[] {
  const leaving = (graph.out[node] ?? []).filter((edge) => routing.routes[edge.index]?.start === side);
  const arriving = (graph.in[node] ?? []).filter((edge) => routing.routes[edge.index]?.goal === side);
  return [...leaving.map((edge) => pins.start[edge.index] ?? 0), ...arriving.map((edge) => pins.goal[edge.index] ?? 0)];
}

function pictureSide(side: Direction4, transposed: boolean): 'top' | 'right' | 'bottom' | 'left' {
  const names = transposed ? (['left', 'bottom', 'right', 'top'] as const) : (['top', 'right', 'bottom', 'left'] as const);
  return names[side];
}

function besideStub(
  label: Label,
  place: LabelPlace | undefined,
  centre: { u: number; v: number } | undefined,
  transposed: boolean,
): SceneLabel | undefined {
  if (place === undefined || centre === undefined) return undefined;
  const [x, y] = transposed ? [centre.v, centre.u] : [centre.u, centre.v];
  return drawLabel(label, x + place.x, y + place.y, place.align);
}

/** For a branch that shares its stub: on its own track, right where it parts. */
function trackLabel(label: Label, points: readonly Point[]): SceneLabel | undefined {
  const corner = points[1];
  const next = points[2];
  if (corner === undefined || next === undefined) return undefined;
  if (corner.y === next.y) {
    return next.x > corner.x
      ? drawLabel(label, corner.x + 5, corner.y - 2 - label.height, 'start')
      : drawLabel(label, corner.x - 5 - label.width, corner.y - 2 - label.height, 'end');
  }
  return next.y > corner.y
    ? drawLabel(label, corner.x + 5, corner.y + 4, 'start')
    : drawLabel(label, corner.x + 5, corner.y - 4 - label.height, 'start');
}

function cellExtents(
  graph: Graph,
  routing: Routing,
  shapes: readonly Shape[],
  labels: readonly (Label | undefined)[],
  places: readonly (LabelPlace | undefined)[],
  combs: ReadonlySet<number>,
  transposed: boolean,
): Extent[] {
  return shapes.map((shape, index) => {
    const picture = { left: shape.width / 2, right: shape.width / 2, top: shape.height / 2, bottom: shape.height / 2 };
    const include = (box: Box): void => {
      picture.left = Math.max(picture.left, -box.x);
      picture.right = Math.max(picture.right, box.x + box.width);
      picture.top = Math.max(picture.top, -box.y);
      picture.bottom = Math.max(picture.bottom, box.y + box.height);
    };
    if (shape.beside !== undefined) {
      const { width, height } = shape.beside;
      if (transposed) include({ x: -width / 2, y: shape.height / 2, width, height: height + 8 });
      else include({ x: shape.width / 2, y: -height / 2, width: width + 12, height });
    }
    for (const edge of graph.out[index] ?? []) {
      const label = labels[edge.index];
      const at = places[edge.index];
      if (edge.edge.kind === 'timeout') include({ x: -shape.width / 2 - 9, y: 0, width: shape.width + 18, height: 0 });
      if (label === undefined) continue;
      if (at !== undefined) include({ x: at.x, y: at.y, width: label.width + 4, height: label.height + 2 });
      const start = routing.routes[edge.index]?.start;
      if (combs.has(edge.index) && start !== undefined) {
        const side = pictureSide(start, transposed);
        const [dx, dy] = side === 'top' || side === 'bottom' ? [label.width + 14, 0] : [0, label.height + 12];
        include({ x: -dx, y: -dy, width: 2 * dx, height: 2 * dy });
      }
    }
    return transposed
      ? { uLow: picture.top, uHigh: picture.bottom, vLow: picture.left, vHigh: picture.right }
      : { uLow: picture.left, uHigh: picture.right, vLow: picture.top, vHigh: picture.bottom };
  });
}

function columnAxis(view: View, placement: Placement, extents: readonly Extent[], tracks: Tracks, minimum: readonly number[]): Axis {
  const lines: number[] = [];
  const borders: number[] = [0];
  const low = placement.columns.map(() => 40);
  const high = placement.columns.map(() => 40);
  extents.forEach((extent, node) => {
    const column = placement.columnOf[node] ?? 0;
    low[column] = Math.max(low[column] ?? 0, Math.ceil(extent.uLow));
    high[column] = Math.max(high[column] ?? 0, Math.ceil(extent.uHigh));
  });
  let at = 0;
  const lanes = Math.max(1, view.lanes.length);
  for (let lane = 0; lane < lanes; lane++) {
    const begin = at;
    const first = lines.length;
    const own = placement.columns.flatMap((column, index) => (column.lane === lane ? [index] : []));
    own.forEach((column, k) => {
      const before = tracks.span('column', 3 * column);
      const after = tracks.span('column', 3 * column + 2);
      if (k === 0) at += before === undefined ? gap.lane : gap.laneTrack;
      else at += gapBetween(tracks.span('column', 3 * column - 1), before, gap.columns);
      lines.push(at);
      at += before === undefined ? 0 : before + gap.before;
      at += low[column] ?? 0;
      lines.push(at);
      at += high[column] ?? 0;
      lines.push(after === undefined ? at : at + gap.after);
      at += after === undefined ? 0 : after + gap.after;
      if (k === own.length - 1) at += after === undefined ? gap.lane : gap.laneTrack;
    });
    const short = (minimum[lane] ?? 0) - (at - begin);
    if (short > 0) {
      const shift = Math.ceil(short / 2);
      for (let line = first; line < lines.length; line++) lines[line] = (lines[line] ?? 0) + shift;
      at += 2 * shift;
    }
    borders.push(at);
  }
  return { lines, borders, size: at };
}

/** What is left between two neighbouring channels, so that the whole gap is at least `least`. */
function gapBetween(after: number | undefined, before: number | undefined, least: number): number {
  const used = (after === undefined ? 0 : after + gap.after) + (before === undefined ? 0 : before + gap.before);
  const free = after === undefined ? (before === undefined ? 0 : gap.after) : before === undefined ? gap.before : 12;
  return Math.max(least - used, free);
}

function rowAxis(view: View, placement: Placement, extents: readonly Extent[], tracks: Tracks, minimum: readonly number[]): Axis {
  const lines: number[] = [];
  const low = Array.from({ length: placement.ranks }, () => 22);
  const high = Array.from({ length: placement.ranks }, () => 22);
  extents.forEach((extent, node) => {
    const row = placement.cells[node]?.rank ?? 0;
    low[row] = Math.max(low[row] ?? 0, Math.ceil(extent.vLow));
    high[row] = Math.max(high[row] ?? 0, Math.ceil(extent.vHigh));
  });
  const phases = Math.max(1, view.phases.length);
  const borders: number[] = [0];
  let at = 0;
  for (let phase = 0; phase < phases; phase++) {
    const begin = phase === 0 ? 0 : (borders.at(-1) ?? 0);
    const first = placement.phaseStart[phase] ?? 0;
    const end = phase + 1 < phases ? (placement.phaseStart[phase + 1] ?? placement.ranks) : placement.ranks;
    const firstLine = lines.length;
    for (let row = first; row < end; row++) {
      const before = tracks.span('row', 3 * row);
      const after = tracks.span('row', 3 * row + 2);
      if (row === first) at += phase === 0 ? gap.lane : before === undefined ? gap.rows / 2 : gap.phase;
      else at += gapBetween(tracks.span('row', 3 * row - 1), before, gap.rows);
      lines.push(at);
      at += before === undefined ? 0 : before + gap.before;
      at += low[row] ?? 0;
      lines.push(at);
      at += high[row] ?? 0;
      lines.push(after === undefined ? at : at + gap.after);
      at += after === undefined ? 0 : after + gap.after;
      if (row === end - 1) at += after === undefined ? gap.rows / 2 : gap.phase;
    }
    const short = (minimum[phase] ?? 0) - (at - begin);
    if (short > 0) {
      const shift = Math.ceil(short / 2);
      for (let line = firstLine; line < lines.length; line++) lines[line] = (lines[line] ?? 0) + shift;
      at += 2 * shift;
    }
    borders.push(at);
  }
  return { lines, borders, size: at };
}
