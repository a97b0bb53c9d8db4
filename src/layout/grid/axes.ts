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
  /** Between the parts of a folded flow: wide enough to read each by itself. */
  parts: 72,
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

/** What the two axes have in common: lines of cells in bands, with what they need. */
interface Stack {
  readonly axis: 'row' | 'column';
  /** Indices of the columns or rows of each band, all together from 0. */
  readonly bands: readonly (readonly number[])[];
  /** What the cells of each column or row need before and after the centre line, px. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Least size of each band, for its header. */
  readonly minimum: readonly number[];
  /** Least gap between two lines of cells in a band. */
  readonly between: number;
  /** The same before the lines that begin a further part of a folded flow. */
  readonly apart?: { readonly lines: ReadonlySet<number>; readonly gap: number };
  /** From a band's border to the cells, or to the tracks before or after them. */
  readonly border: { readonly first: number; readonly cells: number; readonly tracks: number };
}

function stack({ axis, bands, low, high, minimum, between, apart, border }: Stack, tracks: Tracks): Axis {
  const lines: number[] = [];
  const borders: number[] = [0];
  let at = 0;
  bands.forEach((own, band) => {
    const begin = at;
    const firstLine = lines.length;
    own.forEach((line, position) => {
      const before = tracks.span(axis, 3 * line);
      const after = tracks.span(axis, 3 * line + 2);
      const toTracks = before === undefined ? border.cells : border.tracks;
      const least = apart?.lines.has(line) === true ? apart.gap : between;
      if (position > 0) at += gapBetween(tracks.span(axis, 3 * line - 1), before, least);
      else at += band === 0 ? Math.max(border.first, toTracks) : toTracks;
      lines.push(at);
      at += before === undefined ? 0 : before + gap.before;
      at += low[line] ?? 0;
      lines.push(at);
      at += high[line] ?? 0;
      lines.push(after === undefined ? at : at + gap.after);
      at += after === undefined ? 0 : after + gap.after;
      if (position === own.length - 1) at += after === undefined ? border.cells : border.tracks;
    });
    const short = (minimum[band] ?? 0) - (at - begin);
    if (short > 0) {
      const shift = Math.ceil(short / 2);
      for (let line = firstLine; line < lines.length; line++) lines[line] = (lines[line] ?? 0) + shift;
      at += 2 * shift;
    }
    borders.push(at);
  });
  return { lines, borders, size: at };
}

/** What is left between two neighbouring channels, so that the whole gap is at least `least`. */
function gapBetween(after: number | undefined, before: number | undefined, least: number): number {
  const used = (after === undefined ? 0 : after + gap.after) + (before === undefined ? 0 : before + gap.before);
  const free = after === undefined ? (before === undefined ? 0 : gap.after) : before === undefined ? gap.before : 12;
  return Math.max(least - used, free);
}

const indices = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);

/** The most that anything on each line needs, and at least `least`. */
function needs(
  count: number,
  least: number,
  extents: readonly Extent[],
  line: 'column' | 'rank',
  side: 'uLow' | 'uHigh' | 'vLow' | 'vHigh',
): number[] {
  const most = new Array<number>(count).fill(least);
  for (const extent of extents) most[extent[line]] = Math.max(most[extent[line]] ?? 0, Math.ceil(extent[side]));
  return most;
}

export function columnAxis(
  view: View,
  placement: Placement,
  extents: readonly Extent[],
  tracks: Tracks,
  minimum: readonly number[],
): Axis {
  const count = placement.columns.length;
  const lanes = indices(0, Math.max(1, view.lanes.length));
  const column: Stack = {
    axis: 'column',
    // Without lanes the parts of a flow stand side by side in one band.
    bands: lanes.map((lane) =>
      placement.columns.flatMap((own, index) => (view.lanes.length === 0 || own.lane === lane ? [index] : [])),
    ),
    low: needs(count, 40, extents, 'column', 'uLow'),
    high: needs(count, 40, extents, 'column', 'uHigh'),
    minimum,
    between: gap.columns,
    apart: {
      lines: new Set(placement.columns.flatMap(({ apart }, index) => (apart === true ? [index] : []))),
      gap: gap.parts,
    },
    border: { first: 0, cells: gap.lane, tracks: gap.laneTrack },
  };
  return stack(column, tracks);
}

export function rowAxis(
  view: View,
  placement: Placement,
  extents: readonly Extent[],
  tracks: Tracks,
  minimum: readonly number[],
): Axis {
  const { ranks, phaseStart } = placement;
  const phases = indices(0, Math.max(1, view.phases.length));
  const row: Stack = {
    axis: 'row',
    bands: phases.map((phase) =>
      indices(phaseStart[phase] ?? 0, phase + 1 < phases.length ? (phaseStart[phase + 1] ?? ranks) : ranks),
    ),
    low: needs(ranks, 22, extents, 'rank', 'vLow'),
    high: needs(ranks, 22, extents, 'rank', 'vHigh'),
    minimum,
    between: gap.rows,
    border: { first: gap.lane, cells: gap.rows / 2, tracks: gap.phase },
  };
  return stack(row, tracks);
}
