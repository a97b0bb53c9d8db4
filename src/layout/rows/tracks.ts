/**
 * Beside the processes of a column: a track for each connection between two that are no neighbours, short ones inside. What leads to or
 * comes from another column has a track to the end of this one.
 */
import type { ViewEdge } from '../../model/view.js';
import type { Label } from '../label.js';
import type { Slot } from './plan.js';

export interface Track {
  readonly edge: ViewEdge;
  readonly label: Label | undefined;
  /** Where it leaves its process and where it enters the other, along the flow; absent for an end in another column. */
  readonly from?: number;
  readonly to?: number;
  readonly track: number;
  /** The outermost track that passes its label, its own at least: the label stands behind it. */
  readonly labelTrack: number;
}

export function tracksOf(
  lines: readonly { readonly slot: Slot; readonly a: number }[],
  lengthOf: (label: Label) => number,
): {
  readonly passes: readonly Track[];
  readonly count: number;
} {
  const found = new Map<string, { edge: ViewEdge; label?: Label | undefined; from?: number; to?: number }>();
  for (const { slot, a } of lines) {
    if (slot.symbol !== undefined) continue;
    const known = found.get(slot.edge.id) ?? { edge: slot.edge };
    if (slot.leaving === true) {
      known.label = slot.label;
      known.from = a;
    } else known.to = a;
    found.set(slot.edge.id, known);
  }
  const inside = [...found.values()].map(({ from, to, ...pass }) => {
    const [one = Infinity, two = Infinity] = [from, to];
    const ends = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    return { ...pass, ends, low: Math.min(one, two), high: Math.max(one, two) };
  });
  const { tracks, count } = stack(inside);
  return {
    passes: inside.map(({ edge, label, ends }, index): Track => {
      const track = tracks[index] ?? 0;
      const half = label === undefined ? 0 : lengthOf(label) / 2 + 4;
      const { from = 0 } = ends;
      const passing = inside.map(({ low, high }, other) =>
        low < from + half && from - half < high ? (tracks[other] ?? 0) : 0,
      );
      return { edge, label, ...ends, track, labelTrack: Math.max(track, ...passing) };
    }),
    count,
  };
}

/** Stretches beside each other so that none covers another, short ones first: the track of each, and how many tracks there are. */
export function stack(stretches: readonly { readonly low: number; readonly high: number }[]): {
  readonly tracks: readonly number[];
  readonly count: number;
} {
  const taken: { low: number; high: number }[][] = [];
  const tracks = stretches.map(() => 0);
  const inOrder = stretches
    .map((stretch, index) => ({ ...stretch, index, length: stretch.high - stretch.low }))
    .sort((a, b) => (a.length === b.length ? a.low - b.low : a.length - b.length));
  for (const { low, high, index } of inOrder) {
    let track = 0;
    while (taken[track]?.some((other) => low < other.high + 6 && other.low - 6 < high) === true) track++;
    (taken[track] ??= []).push({ low, high });
    tracks[index] = track;
  }
  return { tracks, count: taken.length };
}
