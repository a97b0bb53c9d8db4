/**
 * One column of a data-flow diagram: its rows along the flow (a), and across it (c) sources, processes, tracks and targets.
 *
 * Separate from drawing, because a column can only be drawn once it is known what stands before it.
 */
import type { Label } from '../label.js';
import type { Shape } from '../shapes.js';
import { slotGap, type Row, type Side, type Slot, type Way } from './plan.js';
import { tracksOf, type Track } from './tracks.js';

const edgeAir = 18;
const rowGap = 18;
const phaseGap = 16;
export const trackStep = 14;
const firstTrack = 20;
const shortestArrow = 64;

export interface Line {
  readonly slot: Slot;
  readonly side: Side;
  readonly a: number;
}

export interface PlacedRow {
  readonly row: Row;
  readonly start: number;
  readonly end: number;
  readonly lines: readonly Line[];
}

export interface PlacedSymbol {
  readonly shape: Shape;
  readonly side: Side;
  readonly a0: number;
  readonly a1: number;
}

export interface Column {
  readonly rows: readonly PlacedRow[];
  readonly lines: readonly Line[];
  readonly symbols: readonly PlacedSymbol[];
  readonly passes: readonly Track[];
  /** Index of its first phase, and where each of its phases begins; at last its end. */
  readonly firstPhase: number;
  readonly borders: readonly number[];
  readonly length: number;
  /** Across the flow, from the column's edge. */
  readonly c: {
    readonly in: readonly [number, number];
    readonly process: readonly [number, number];
    readonly out: readonly [number, number];
    /** Behind the tracks. */
    readonly clear: number;
    readonly width: number;
  };
}

/** Where a track lies, from the end of the processes. */
export const trackAt = (track: number): number => firstTrack + track * trackStep;

export interface PhaseRange {
  readonly first: number;
  readonly last: number;
  /** How long each phase of the view must be at least. */
  readonly least: readonly number[];
}

export function placeColumn(rows: readonly Row[], way: Way, phases: PhaseRange): Column {
  const down = way === 'down';
  const placed = placeRows(rows, way, phases);
  const lines = placed.rows.flatMap((row) => row.lines);
  const depthOf = (shape: Shape): number => (down ? shape.width : shape.height);
  const labelDepth = (label: Label | undefined): number => (label ? (down ? label.width : label.height) + 26 : 0);
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
  const places = (side: Side): readonly Line[] => lines.filter((line) => line.side === side);
  const symbolsDepth = (side: Side): number =>
    most(places(side).map(({ slot }) => (slot.symbol ? depthOf(slot.symbol) : 0)));
  const arrowsDepth = (side: Side): number => {
    const own = places(side);
    return own.length === 0 ? 0 : Math.max(shortestArrow, most(own.map(({ slot }) => labelDepth(slot.label))));
  };
  const tracks = tracksOf(lines, (label) => (down ? label.height : label.width));
  const inEnd = edgeAir + symbolsDepth('in');
  const start = inEnd + arrowsDepth('in');
  const end = start + most(rows.map(({ shape }) => depthOf(shape)));
  const clear = end + (tracks.count === 0 ? 0 : trackAt(tracks.count));
  const outStart = clear + arrowsDepth('out');
  const outEnd = outStart + symbolsDepth('out');
  return {
    ...placed,
    lines,
    symbols: symbolsOf(lines, down),
    passes: tracks.passes,
    firstPhase: phases.first,
    c: { in: [edgeAir, inEnd], process: [start, end], out: [outStart, outEnd], clear, width: outEnd + edgeAir },
  };
}

/** Where each symbol begins and ends: a little before its first line and after its last. */
function symbolsOf(lines: readonly Line[], down: boolean): readonly PlacedSymbol[] {
  const spans = new Map<string, { shape: Shape; side: Side; first: number; last: number }>();
  for (const { slot, side, a } of lines) {
    if (slot.symbol === undefined) continue;
    const { id } = slot.symbol.node;
    const known = spans.get(id);
    if (known === undefined) spans.set(id, { shape: slot.symbol, side, first: a, last: a });
    else known.last = a;
  }
  return [...spans.values()].map(({ shape, side, first, last }) => {
    const length = Math.max(down ? shape.height : shape.width, last - first + 36);
    const middle = (first + last) / 2;
    return { shape, side, a0: middle - length / 2, a1: middle + length / 2 };
  });
}

function placeRows(
  rows: readonly Row[],
  way: Way,
  { first, last, least }: PhaseRange,
): Pick<Column, 'borders' | 'length'> & { readonly rows: readonly PlacedRow[] } {
  const down = way === 'down';
  const placed: PlacedRow[] = [];
  const borders = [0];
  let at = edgeAir;
  let phase = first;
  /** Up to where a phase must reach at least. */
  const reach = (): number => (borders.at(-1) ?? 0) + (least[phase] ?? 0);
  const roomBehind = ({ onward }: Row): number =>
    onward?.label ? (down ? onward.label.height : onward.label.width) + 12 : 0;
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const needed = before === undefined ? 0 : roomBehind(before);
    const onward = before?.onward !== undefined;
    if (row.phase > phase) {
      for (let gap = Math.max(needed + 4, phaseGap); phase < row.phase; phase++, gap = phaseGap) {
        at = Math.max(at + gap, reach());
        borders.push(at);
      }
      at += Math.max(phaseGap, onward ? 20 : 0);
    } else if (index > 0) at += Math.max(rowGap, onward ? needed + 14 : 0);
    const { placedRow, end } = placeRow(row, at, down);
    placed.push(placedRow);
    at = end;
  });
  const lastRow = rows.at(-1);
  at += Math.max(edgeAir, lastRow === undefined ? 0 : roomBehind(lastRow));
  for (; phase < last; phase++) {
    at = Math.max(at, reach());
    borders.push(at);
  }
  const length = Math.max(at, reach());
  return { rows: placed, borders: [...borders, length], length };
}

/** The slots of either side centred on each other, and the process as long as the lines that it has. */
function placeRow(row: Row, at: number, down: boolean): { readonly placedRow: PlacedRow; readonly end: number } {
  const offsets = (slots: readonly Slot[]): { readonly lines: readonly number[]; readonly length: number } => {
    let length = 0;
    const lines = slots.map(({ before, after }, index) => {
      const line = length + (index === 0 ? 0 : slotGap) + before;
      length = line + after;
      return Math.round(line);
    });
    return { lines, length: Math.ceil(length) };
  };
  const sides = { in: offsets(row.in), out: offsets(row.out) };
  const own = down ? row.shape.height : row.shape.width;
  // One line goes through the middle of a process; several are centred as a whole.
  const middleOf = ({ lines, length }: (typeof sides)['in']): number =>
    lines.length === 0 ? length / 2 : ((lines[0] ?? 0) + (lines.at(-1) ?? 0)) / 2;
  const reach = Math.max(
    own / 2,
    ...(['in', 'out'] as const).map((side) => {
      const { lines } = sides[side];
      return ((lines.at(-1) ?? 0) - (lines[0] ?? 0)) / 2 + 18;
    }),
  );
  const before = Math.max(reach, middleOf(sides.in), middleOf(sides.out));
  const after = Math.max(reach, ...(['in', 'out'] as const).map((side) => sides[side].length - middleOf(sides[side])));
  const centre = Math.round(at + before);
  const lines = (['in', 'out'] as const).flatMap((side) =>
    row[side].map((slot, index): Line => ({
      slot,
      side,
      a: centre + Math.round((sides[side].lines[index] ?? 0) - middleOf(sides[side])),
    })),
  );
  const half = Math.ceil(reach);
  return { placedRow: { row, start: centre - half, end: centre + half, lines }, end: Math.ceil(centre + after) };
}
