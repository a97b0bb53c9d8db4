/**
 * Room around nodes: where the label of each branch stands beside the stub by which it leaves, and how much space each cell
 * needs for its node, its labels and its clock.
 *
 * What must stay true: everything measured here lies inside the cell, so that it can meet nothing but what the node itself
 * owns; channels begin outside.
 */
import type { Box, Point, SceneLabel } from '../../model/scene.js';
import type { Graph, GraphEdge } from '../graph.js';
import { drawLabel, type Label } from '../label.js';
import { outlineOf, type Shape } from '../shapes.js';
import type { Direction4 } from './lines.js';
import type { Pins } from './pins.js';
import type { Piece } from './pieces.js';
import type { Routing } from './route.js';
import { signOf } from './segments.js';
import type { Clearance } from './tracks.js';

/** Branches that leave a diamond by one vertex, by edge index: they part right after a common stub, and each is labelled behind it. */
export interface Combs {
  /** Those that turn off at once. */
  readonly turning: ReadonlySet<number>;
  /** The one that goes straight on where the others have turned off, with these. */
  readonly straight: ReadonlyMap<number, readonly number[]>;
}

export const inComb = ({ turning, straight }: Combs, edge: number): boolean => turning.has(edge) || straight.has(edge);

export function findCombs(graph: Graph, routing: Routing): Combs {
  const turning = new Set<number>();
  const straight = new Map<number, readonly number[]>();
  for (const { node, index } of graph.nodes) {
    if (outlineOf(node) !== 'diamond') continue;
    const bySide = new Map<Direction4 | undefined, number[]>();
    for (const edge of graph.out[index] ?? []) {
      const side = routing.routes[edge.index]?.start;
      bySide.set(side, [...(bySide.get(side) ?? []), edge.index]);
    }
    for (const branches of bySide.values()) {
      if (branches.length < 2) continue;
      for (const branch of branches) {
        const steps = routing.routes[branch]?.steps ?? [];
        if (steps[0] !== steps[1]) turning.add(branch);
        else
          straight.set(
            branch,
            branches.filter((other) => other !== branch),
          );
      }
    }
  }
  return { turning, straight };
}

export interface LabelPlace {
  /** Top left corner relative to the node's centre, in picture terms. */
  readonly x: number;
  readonly y: number;
  readonly align: 'start' | 'end';
}

/** Where each label stands beside the stub by which its connection leaves the node. */
export function exitLabels(
  graph: Graph,
  routing: Routing,
  pieces: readonly Piece[],
  labels: readonly (Label | undefined)[],
  pins: Pins,
  combs: Combs,
  transposed: boolean,
): (LabelPlace | undefined)[] {
  const places: (LabelPlace | undefined)[] = graph.edges.map(() => undefined);
  const placeOf = (edge: GraphEdge, piece: Piece): LabelPlace | undefined => {
    const { shape } = piece;
    const label = labels[edge.index];
    const route = routing.routes[edge.index];
    if (label === undefined || route === undefined || inComb(combs, edge.index)) return undefined;
    const offset = pins.start[edge.index] ?? 0;
    // What is drawn on the stub's beginning: the clock of an escalation, the slash of a default branch.
    const sign = edge.edge.kind === 'timeout' ? 10 : edge.edge.otherwise ? 8 : 0;
    const side = pictureSide(route.start, transposed);
    const neighbours = pinsOnSide(routing, pins, piece, route.start).filter((other) => other !== offset);
    const [top, bottom] = [-shape.height / 2 - 4 - sign - label.height, shape.height / 2 + 4 + sign];
    if (side === 'bottom' || side === 'top') {
      const y = side === 'bottom' ? bottom : top;
      return neighbours.some((other) => other > offset)
        ? { x: offset - 5 - label.width, y, align: 'end' }
        : { x: offset + 5, y, align: 'start' };
    }
    const y = neighbours.some((other) => other < offset) ? offset + 3 : offset - 3 - label.height;
    return side === 'right'
      ? { x: shape.width / 2 + 5 + sign, y, align: 'start' }
      : { x: -shape.width / 2 - 5 - sign - label.width, y, align: 'end' };
  };
  for (const piece of pieces) {
    for (const edge of piece.out) places[edge.index] = placeOf(edge, piece);
    spreadLabels(piece.out, places, labels, piece.shape);
  }
  return places;
}

/** Tall labels of neighbouring sides of one node would meet at its corner: those above and below it give way outwards. */
function spreadLabels(
  out: readonly GraphEdge[],
  places: (LabelPlace | undefined)[],
  labels: readonly (Label | undefined)[],
  shape: Shape,
): void {
  const boxes = out.flatMap(({ index }) => {
    const place = places[index];
    const label = labels[index];
    return place === undefined || label === undefined
      ? []
      : [{ index, place, width: label.width, height: label.height }];
  });
  const half = shape.height / 2;
  for (const box of boxes) {
    const above = box.place.y + box.height <= -half;
    if (!above && box.place.y < half) continue;
    for (const other of boxes) {
      if (other === box || other.place.x + other.width <= box.place.x || box.place.x + box.width <= other.place.x)
        continue;
      const current = places[box.index] ?? box.place;
      const shift = above ? current.y + box.height + 2 - other.place.y : other.place.y + other.height + 2 - current.y;
      const sameSide = above ? other.place.y + other.height <= -half : other.place.y >= half;
      if (shift > 0 && !sameSide) places[box.index] = { ...current, y: current.y + (above ? -shift : shift) };
    }
  }
}

function pinsOnSide(routing: Routing, pins: Pins, piece: Piece, side: Direction4): number[] {
  const leaving = piece.out.filter((edge) => routing.routes[edge.index]?.start === side);
  const arriving = piece.in.filter((edge) => routing.routes[edge.index]?.goal === side);
  return [...leaving.map((edge) => pins.start[edge.index] ?? 0), ...arriving.map((edge) => pins.goal[edge.index] ?? 0)];
}

function pictureSide(side: Direction4, transposed: boolean): 'top' | 'right' | 'bottom' | 'left' {
  const names = transposed
    ? (['left', 'bottom', 'right', 'top'] as const)
    : (['top', 'right', 'bottom', 'left'] as const);
  return names[side];
}

export function besideStub(
  label: Label,
  place: LabelPlace | undefined,
  centre: { u: number; v: number } | undefined,
  transposed: boolean,
): SceneLabel | undefined {
  if (place === undefined || centre === undefined) return undefined;
  const [x, y] = transposed ? [centre.v, centre.u] : [centre.u, centre.v];
  return drawLabel(label, x + place.x, y + place.y, place.align);
}

/** How far from where a branch turns off its label begins: nearer, it would seem to be that of what goes on there. */
const offTurn = 14;
/** How far behind the last that turns off the label of what goes on begins. */
const behindTurn = 14;

/**
 * For a branch that shares its stub: on its own track, right where it parts, on the side of the node. On the far side it would stand by what
 * goes straight on.
 */
export function trackLabel(label: Label, [begin, corner, next]: readonly Point[]): SceneLabel | undefined {
  if (begin === undefined || corner === undefined || next === undefined) return undefined;
  if (corner.y === next.y) {
    const y = begin.y > corner.y ? corner.y + 3 : corner.y - 2 - label.height;
    return next.x > corner.x
      ? drawLabel(label, corner.x + offTurn, y, 'start')
      : drawLabel(label, corner.x - offTurn - label.width, y, 'end');
  }
  const y = next.y > corner.y ? corner.y + offTurn : corner.y - offTurn - label.height;
  return begin.x < corner.x
    ? drawLabel(label, corner.x - 5 - label.width, y, 'end')
    : drawLabel(label, corner.x + 5, y, 'start');
}

/** Room that the label of a branch which turns off needs beside its track, as `trackLabel` sets it; `level`: the track is, in the picture. */
export function trackRoom(label: Label, side: Direction4, level: boolean): Clearance {
  const room = level ? label.height + 3 : label.width + 6;
  return signOf(side) > 0 ? { low: room, high: 0 } : { low: 0, high: room };
}

/** Room that the label of what goes straight on needs beyond the last track, as `trunkLabel` sets it. */
export function trunkRoom(label: Label, side: Direction4, level: boolean): Clearance {
  const room = behindTurn + 2 + (level ? label.height : label.width);
  return signOf(side) < 0 ? { low: room, high: 0 } : { low: 0, high: room };
}

/** For the branch that goes on where others have turned off: behind the last of them, on the side to which that does not turn. */
export function trunkLabel(
  label: Label,
  [begin, next]: readonly Point[],
  others: readonly (readonly Point[])[],
): SceneLabel | undefined {
  if (begin === undefined || next === undefined) return undefined;
  const level = begin.y === next.y;
  const [along, aside] = level ? (['x', 'y'] as const) : (['y', 'x'] as const);
  const sign = Math.sign(next[along] - begin[along]);
  let [last, turn] = [begin[along], 0];
  for (const [, corner, after] of others) {
    if (corner === undefined || after === undefined || (corner[along] - last) * sign <= 0) continue;
    [last, turn] = [corner[along], after[aside] - begin[aside]];
  }
  if (level) {
    const y = turn < 0 ? begin.y + 3 : begin.y - 3 - label.height;
    return sign > 0
      ? drawLabel(label, last + behindTurn, y, 'start')
      : drawLabel(label, last - behindTurn - label.width, y, 'end');
  }
  const y = sign > 0 ? last + behindTurn : last - behindTurn - label.height;
  return turn > 0 ? drawLabel(label, begin.x - 5 - label.width, y, 'end') : drawLabel(label, begin.x + 5, y, 'start');
}

/** Space a cell needs around its centre, px. */
export interface Extent {
  readonly column: number;
  readonly rank: number;
  uLow: number;
  uHigh: number;
  vLow: number;
  vHigh: number;
}

export function cellExtents(
  routing: Routing,
  pieces: readonly Piece[],
  labels: readonly (Label | undefined)[],
  places: readonly (LabelPlace | undefined)[],
  combs: Combs,
  transposed: boolean,
): Extent[] {
  return pieces.map(({ shape, column, rank, out, last }) => {
    const picture = { left: shape.width / 2, right: shape.width / 2, top: shape.height / 2, bottom: shape.height / 2 };
    const include = (box: Box): void => {
      picture.left = Math.max(picture.left, -box.x);
      picture.right = Math.max(picture.right, box.x + box.width);
      picture.top = Math.max(picture.top, -box.y);
      picture.bottom = Math.max(picture.bottom, box.y + box.height);
    };
    if (shape.beside !== undefined && last) {
      const { width, height } = shape.beside;
      if (transposed) include({ x: -width / 2, y: shape.height / 2, width, height: height + 8 });
      else include({ x: shape.width / 2, y: -height / 2, width: width + 12, height });
    }
    for (const edge of out) {
      const label = labels[edge.index];
      const at = places[edge.index];
      if (edge.edge.kind === 'timeout') include({ x: -shape.width / 2 - 9, y: 0, width: shape.width + 18, height: 0 });
      if (label === undefined) continue;
      if (at !== undefined) include({ x: at.x, y: at.y, width: label.width + 4, height: label.height + 2 });
      const start = routing.routes[edge.index]?.start;
      if (inComb(combs, edge.index) && start !== undefined) {
        const side = pictureSide(start, transposed);
        const [dx, dy] =
          side === 'top' || side === 'bottom' ? [label.width + offTurn + 9, 0] : [0, label.height + offTurn + 6];
        include({ x: -dx, y: -dy, width: 2 * dx, height: 2 * dy });
      }
    }
    return transposed
      ? { column, rank, uLow: picture.top, uHigh: picture.bottom, vLow: picture.left, vHigh: picture.right }
      : { column, rank, uLow: picture.left, uHigh: picture.right, vLow: picture.top, vHigh: picture.bottom };
  });
}
