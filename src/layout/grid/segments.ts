/**
 * Routes cut into straight segments, and which of two segments on one line should lie on which side of the other.
 *
 * Separate from tracks and pins because both need the same comparison: walk along both connections until they part; the one
 * that turns off to a side should have been on that side all along, else they cross.
 */
import type { Graph } from '../graph.js';
import { outlineOf } from '../shapes.js';
import { isVertical, type Direction4 } from './lines.js';
import type { Routing } from './route.js';

export interface Segment {
  readonly edge: number;
  /** Position among the segments of its connection. */
  readonly position: number;
  /** `row`: along a row line; `column`: along a column line. */
  readonly axis: 'row' | 'column';
  /** Index of the line it lies on. */
  readonly line: number;
  readonly direction: Direction4;
  /** Indices of the crossing lines where it begins and ends, in the connection's own direction. */
  readonly from: number;
  readonly to: number;
  readonly first: boolean;
  readonly last: boolean;
  /** Whether the next segment is the last one. */
  readonly beforeLast: boolean;
  /** Segments with equal keys run as one line to the same end. */
  readonly shared: string;
}

/** Sign of a direction along its axis: +1 for right and down. */
export const signOf = (direction: Direction4): 1 | -1 => (direction === 1 || direction === 2 ? 1 : -1);

/** `apart`: connections whose first stretch along a channel carries a label and therefore is nobody else's. */
export function cutSegments(graph: Graph, routing: Routing, apart: ReadonlySet<number>): Segment[][] {
  const { lattice, routes } = routing;
  return routes.map((route, edgeIndex) => {
    const edge = graph.edges[edgeIndex];
    const target = edge === undefined ? undefined : graph.nodes[edge.to];
    // An escalation keeps its own line and arrowhead beside ordinary connections to the same node.
    const ownEnd = target !== undefined && outlineOf(target.node) === 'bar' ? `:${edgeIndex}` : (edge?.edge.kind ?? '');
    const runs: { direction: Direction4; start: number; end: number }[] = [];
    route.steps.forEach((direction, step) => {
      const run = runs.at(-1);
      if (run?.direction === direction) run.end = step;
      else runs.push({ direction, start: step, end: step });
    });
    let suffix = `${edge?.to ?? 0}${ownEnd}/${route.goal}`;
    const built = runs.map((run, position): Omit<Segment, 'shared'> => {
      const vertical = isVertical(run.direction);
      const cross = (vertex: number): number => (vertical ? lattice.i(vertex) : lattice.j(vertex));
      const any = route.vertices[Math.min(run.start, route.vertices.length - 1)] ?? 0;
      const sign = signOf(run.direction);
      const before = route.vertices[run.start - 1];
      const after = route.vertices[run.end];
      const beginning = before === undefined ? cross(route.vertices[0] ?? 0) - sign : cross(before);
      const ending = after === undefined ? cross(route.vertices.at(-1) ?? 0) + sign : cross(after);
      return {
        edge: edgeIndex,
        position,
        axis: vertical ? 'column' : 'row',
        line: vertical ? lattice.j(any) : lattice.i(any),
        direction: run.direction,
        from: beginning,
        to: ending,
        first: position === 0,
        last: position === runs.length - 1,
        beforeLast: position === runs.length - 2,
      };
    });
    const keyed: Segment[] = [];
    for (const segment of built.reverse()) {
      suffix = `${segment.axis}${segment.line} ${suffix}`;
      const own = segment.position === 1 && apart.has(edgeIndex) ? `:${edgeIndex}` : '';
      keyed.unshift({ ...segment, shared: suffix + own });
    }
    return keyed;
  });
}

/** Where a crossing line lies, finer than its index once pins have offsets. */
export type KeyOf = (segment: Segment, end: 'from' | 'to') => number;

/**
 * -1 if `a` should lie on the lower side of `b`, 1 for the higher side, 0 if it makes no difference; judged by what happens
 * in one direction along their common line. `forward`: whether that direction is the connection's own.
 */
export function prefer(
  segments: readonly (readonly Segment[])[],
  a: { segment: Segment; forward: boolean },
  b: { segment: Segment; forward: boolean },
  keyOf: KeyOf,
): number {
  const sign = signOf(a.segment.direction) * (a.forward ? 1 : -1);
  const endOf = (walk: typeof a): number => keyOf(walk.segment, walk.forward ? 'to' : 'from');
  const next = (walk: typeof a): Segment | undefined =>
    segments[walk.segment.edge]?.[walk.segment.position + (walk.forward ? 1 : -1)];
  const turnOf = (walk: typeof a): number => {
    const segment = next(walk);
    return segment === undefined ? 0 : signOf(segment.direction) * (walk.forward ? 1 : -1);
  };
  const endA = endOf(a) * sign;
  const endB = endOf(b) * sign;
  if (endA < endB) return turnOf(a);
  if (endB < endA) return -turnOf(b);
  const turnA = turnOf(a);
  const turnB = turnOf(b);
  if (turnA !== turnB) return Math.sign(turnA - turnB);
  const nextA = next(a);
  const nextB = next(b);
  if (nextA === undefined || nextB === undefined) return 0;
  const further = prefer(
    segments,
    { segment: nextA, forward: a.forward },
    { segment: nextB, forward: b.forward },
    keyOf,
  );
  return further === 0 ? 0 : further * -sign * turnA;
}
