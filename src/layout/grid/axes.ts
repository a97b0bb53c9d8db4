/**
 * Coordinates of the lattice's lines: columns get what their cells need, channels what runs in them, lanes and phases at least
 * their headers.
 */
import type { View } from '../../model/view.js';
import type { Shape } from '../shapes.js';
import type { Extent } from './exits.js';
import type { Placement } from './place.js';
import type { Tracks } from './tracks.js';

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

export interface Axis {
  /** Coordinate of each lattice line: the centre, or where the first track of a channel lies. */
  readonly lines: readonly number[];
  /** Borders between bands (lanes or phases), one more than bands. */
  readonly borders: readonly number[];
  readonly size: number;
}

/** Nominal coordinates of lattice lines before anything is routed, for the router's lengths. */
export function nominalLines(
  placement: Placement,
  shapes: readonly Shape[],
  transposed: boolean,
): { xs: number[]; ys: number[] } {
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

export function columnAxis(
  view: View,
  placement: Placement,
  extents: readonly Extent[],
  tracks: Tracks,
  minimum: readonly number[],
): Axis {
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

export function rowAxis(
  view: View,
  placement: Placement,
  extents: readonly Extent[],
  tracks: Tracks,
  minimum: readonly number[],
): Axis {
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
