/**
 * Needless jogs taken out of drawn connections: two pieces along the two channels of one gap between cells, joined by a short
 * piece across, become one piece where nobody stands in the way.
 *
 * After the tracks, because the lattice needs both channels: what leaves one node and comes in to another on the far side of the
 * gap may turn in neither channel where both ends have a neighbour across it. Invariant: no line comes nearer to another than
 * tracks lie apart, and none is crossed more often than before.
 */
import type { Box, Point } from '../../model/scene.js';
import { boundsOf, boxesTouch, crossingsBetween, grow, segmentHitsBox, segmentsOf, type Stretch } from '../measures.js';
import { isCentre } from './lines.js';
import type { Segment } from './segments.js';
import { spacing } from './tracks.js';

/** A connection's corners: from the start to the end of its k-th segment are points k and k + 1. */
type Corners = readonly Point[];

/** The pieces of one jog, by position; `along` is the coordinate that the two outer ones keep. */
interface Jog {
  readonly first: Segment;
  readonly second: Segment;
  readonly along: 'x' | 'y';
}

/** Both in the one gap between two rows or columns of cells, and running the same way. */
const inOneGap = (a: Segment, b: Segment): boolean =>
  a.axis === b.axis &&
  a.direction === b.direction &&
  !isCentre(a.line) &&
  !isCentre(b.line) &&
  Math.abs(a.line - b.line) === 1 &&
  Math.floor((a.line + 1) / 3) === Math.floor((b.line + 1) / 3);

/**
 * The corners of all connections without such jogs; repeated points stay in, so that segments keep their positions.
 *
 * `fixed`: whether the piece at this position must stay where it is, because a label stands by it; `labels`: what nothing may run over.
 */
export function withoutJogs(
  corners: readonly Corners[],
  segments: readonly (readonly Segment[])[],
  fixed: (segment: Segment) => boolean,
  labels: readonly (Box | undefined)[],
  transposed: boolean,
): readonly Corners[] {
  const drawn = [...corners];
  for (const own of segments) {
    own.forEach((first, position) => {
      const second = own[position + 2];
      if (second === undefined || !inOneGap(first, second)) return;
      const along = (first.axis === 'row') === transposed ? 'x' : 'y';
      const better = merged(drawn, segments, { first, second, along }, fixed, labels);
      for (const [edge, points] of better ?? []) drawn[edge] = points;
    });
  }
  return drawn;
}

/** Connections that run as one line from this piece on. */
const bundleOf = (segments: readonly (readonly Segment[])[], piece: Segment): Segment[] =>
  segments.flatMap((own) => own.filter(({ shared }) => shared === piece.shared));

function merged(
  drawn: readonly Corners[],
  segments: readonly (readonly Segment[])[],
  { first, second, along }: Jog,
  fixed: (segment: Segment) => boolean,
  labels: readonly (Box | undefined)[],
): ReadonlyMap<number, Corners> | undefined {
  const at = (piece: Segment): number | undefined => drawn[piece.edge]?.[piece.position]?.[along];
  const bundle = bundleOf(segments, first);
  const edges = new Set(bundle.map(({ edge }) => edge));
  const following = bundleOf(segments, second);
  const choices: [readonly Segment[], number | undefined][] = [
    [bundle, at(second)],
    // What others run along, too, stays.
    [following.every(({ edge }) => edges.has(edge)) ? following : [], at(first)],
  ];
  let best: { moved: ReadonlyMap<number, Corners>; crossings: number } | undefined;
  for (const [pieces, to] of choices) {
    if (pieces.length === 0 || to === undefined || pieces.some(fixed)) continue;
    const moved = new Map(pieces.map((piece) => [piece.edge, movedTo(drawn[piece.edge] ?? [], piece, along, to)]));
    const crossings = crossingsIf(drawn, moved, new Set(following.map(({ edge }) => edge)), labels);
    if (crossings !== undefined && (best === undefined || crossings < best.crossings)) best = { moved, crossings };
  }
  return best?.moved;
}

const movedTo = (points: Corners, { position }: Segment, along: 'x' | 'y', to: number): Corners =>
  points.map((point, k) => (k === position || k === position + 1 ? { ...point, [along]: to } : point));

/** How often the moved connections then cross others; undefined if they would come too near to any, or cross more than before. */
function crossingsIf(
  drawn: readonly Corners[],
  moved: ReadonlyMap<number, Corners>,
  bundle: ReadonlySet<number>,
  labels: readonly (Box | undefined)[],
): number | undefined {
  let [before, after] = [0, 0];
  for (const [edge, points] of moved) {
    const [old, own] = [segmentsOf(drawn[edge] ?? []), segmentsOf(points)];
    if (labels.some((box, of) => box !== undefined && of !== edge && hits(own, box) && !hits(old, box)))
      return undefined;
    const reach = grow(boundsOf(points), spacing);
    for (const [other, corners] of drawn.entries()) {
      if (bundle.has(other) || !boxesTouch(boundsOf(corners), reach)) continue;
      const theirs = segmentsOf(corners);
      before += crossingsBetween(old, theirs);
      after += crossingsBetween(own, theirs);
      const closer = own.some((stretch, k) =>
        theirs.some((near) => apart(stretch, near) < Math.min(spacing, apart(old[k] ?? stretch, near))),
      );
      if (closer) return undefined;
    }
  }
  return after > before ? undefined : after;
}

const hits = (stretches: readonly Stretch[], box: Box): boolean =>
  stretches.some((stretch) => segmentHitsBox(stretch, box));

/** How far two parallel stretches lie apart where they run side by side, px; Infinity where they do not. */
function apart(one: Stretch, two: Stretch): number {
  const across = axisOf(one);
  if (across === undefined || across !== axisOf(two)) return Infinity;
  const along = across === 'x' ? 'y' : 'x';
  const [low, high] = [
    Math.max(Math.min(one.a[along], one.b[along]), Math.min(two.a[along], two.b[along])),
    Math.min(Math.max(one.a[along], one.b[along]), Math.max(two.a[along], two.b[along])),
  ];
  return low <= high ? Math.abs(one.a[across] - two.a[across]) : Infinity;
}

/** The coordinate that a stretch keeps; undefined if it has no length. */
const axisOf = ({ a, b }: Stretch): 'x' | 'y' | undefined => (a.x === b.x ? (a.y === b.y ? undefined : 'x') : 'y');
