/**
 * A layout for data-flow diagrams: processes in a line, each with its sources on one side and its targets on the other.
 *
 * Separate from the grid and from ELK, which place by what follows what: here nothing follows, and a layered picture of many arrows to a few
 * stores is a knot. In line with its process every arrow is straight, none crosses another but those between processes that are no
 * neighbours, and symbols that neighbours share stretch beside them. Coordinates are along the flow (a) and across it (c).
 */
import type { Point, SceneEdge, SceneNode } from '../../model/scene.js';
import type { View, ViewEdge } from '../../model/view.js';
import { drawLabel, type Label } from '../label.js';
import type { PlacedGraph } from '../frame.js';
import { drawNode, type Shape } from '../shapes.js';
import { planRows, slotGap, type Row, type Side, type Slot, type Way } from './plan.js';
import { tracksOf } from './tracks.js';

const edgeAir = 18;
const rowGap = 18;
const phaseGap = 16;
const trackStep = 14;
const firstTrack = 20;
const shortestArrow = 64;

interface Line {
  readonly slot: Slot;
  readonly side: Side;
  readonly a: number;
}

interface PlacedRow {
  readonly row: Row;
  readonly start: number;
  readonly end: number;
  readonly lines: readonly Line[];
}

export function layoutInRows(view: View, way: Way, leastPhases: readonly number[]): PlacedGraph {
  const down = way === 'down';
  const { placed, borders, length } = placeRows(planRows(view, way), way, view.phases.length, leastPhases);
  const point = (a: number, c: number): Point => (down ? { x: c, y: a } : { x: a, y: c });

  const all = placed.flatMap(({ lines }) => lines);
  const depthOf = (shape: Shape): number => (down ? shape.width : shape.height);
  const labelDepth = (label: Label | undefined): number => (label ? (down ? label.width : label.height) + 26 : 0);
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
  const places = (side: Side): readonly Line[] => all.filter((line) => line.side === side);
  const symbolsDepth = (side: Side): number =>
    most(places(side).map(({ slot }) => (slot.symbol ? depthOf(slot.symbol) : 0)));
  const arrowsDepth = (side: Side): number => {
    const lines = places(side);
    return lines.length === 0 ? 0 : Math.max(shortestArrow, most(lines.map(({ slot }) => labelDepth(slot.label))));
  };
  const tracks = tracksOf(all);
  const channel = tracks.count === 0 ? 0 : firstTrack + tracks.count * trackStep;
  const processDepth = most(placed.map(({ row }) => depthOf(row.shape)));

  const inEnd = edgeAir + symbolsDepth('in');
  const start = inEnd + arrowsDepth('in');
  const end = start + processDepth;
  const outStart = end + channel + arrowsDepth('out');
  const width = outStart + symbolsDepth('out') + edgeAir;

  const centred = (shape: Shape, a0: number, a1: number, c0: number, c1: number): SceneNode =>
    drawNode(
      { ...shape, width: down ? c1 - c0 : a1 - a0, height: down ? a1 - a0 : c1 - c0 },
      point((a0 + a1) / 2, (c0 + c1) / 2),
      way,
    );
  const nodes = new Map<string, SceneNode>();
  for (const { row, start: a0, end: a1 } of placed)
    nodes.set(row.shape.node.id, centred(row.shape, a0, a1, start, end));
  for (const { shape, a0, a1, side } of symbolsOf(all, down)) {
    const c0 = side === 'in' ? edgeAir : outStart;
    nodes.set(shape.node.id, centred(shape, a0, a1, c0, c0 + symbolsDepth(side)));
  }

  const edges = new Map<string, SceneEdge>();
  const draw = (edge: ViewEdge, points: readonly Point[], label: SceneEdge['label']): void => {
    const { id, from, to, kind, main, otherwise, dimmed } = edge;
    const common = { id, from, to, kind, main, otherwise, back: false, points };
    edges.set(id, { ...common, ...(label && { label }), ...(dimmed && { dimmed }) });
  };
  /** Above a level line, beside an upright one. */
  const beside = (label: Label | undefined, a: number, c0: number, c1: number): SceneEdge['label'] => {
    if (label === undefined) return undefined;
    const middle = Math.round((c0 + c1) / 2);
    return down
      ? drawLabel(label, middle - Math.round(label.width / 2), a - 3 - label.height, 'middle')
      : drawLabel(label, a + 5, middle - Math.round(label.height / 2), 'start');
  };
  for (const { slot, side, a } of all) {
    if (slot.symbol === undefined) continue;
    if (side === 'in') draw(slot.edge, [point(a, inEnd), point(a, start)], beside(slot.label, a, inEnd, start - 8));
    else draw(slot.edge, [point(a, end), point(a, outStart)], beside(slot.label, a, end + channel, outStart - 8));
  }
  for (const { edge, from, to, track, label } of tracks.passes) {
    const c = end + firstTrack + track * trackStep;
    const clear = end + channel + 6;
    const said =
      label &&
      (down
        ? drawLabel(label, clear, from - Math.round(label.height / 2), 'start')
        : drawLabel(label, from - Math.round(label.width / 2), clear, 'middle'));
    draw(edge, [point(from, end), point(from, c), point(to, c), point(to, end)], said);
  }
  placed.forEach(({ row: { onward }, end: from }, index) => {
    const next = placed[index + 1];
    if (onward === undefined || next === undefined) return;
    const { label } = onward;
    const c = down ? start + 30 : Math.round((start + end) / 2);
    const said =
      label &&
      (down ? drawLabel(label, c + 6, from + 6, 'start') : drawLabel(label, from + 4, c - 3 - label.height, 'middle'));
    draw(onward.edge, [point(from, c), point(next.start, c)], said);
  });

  const phaseBorders = view.phases.length === 0 ? {} : { phaseBorders: borders };
  return {
    nodes: view.nodes.flatMap(({ id }) => nodes.get(id) ?? []),
    edges: view.edges.flatMap(({ id }) => edges.get(id) ?? []),
    ...(down ? { width, height: length } : { width: length, height: width }),
    ...phaseBorders,
  };
}

/** Where each symbol begins and ends: a little before its first line and after its last. */
function symbolsOf(
  lines: readonly Line[],
  down: boolean,
): readonly { readonly shape: Shape; readonly side: Side; readonly a0: number; readonly a1: number }[] {
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
  phases: number,
  leastPhases: readonly number[],
): { readonly placed: readonly PlacedRow[]; readonly borders: readonly number[]; readonly length: number } {
  const down = way === 'down';
  const placed: PlacedRow[] = [];
  const borders = [0];
  let at = edgeAir;
  /** Up to where a phase must reach at least. */
  const reach = (phase: number): number => (borders[phase] ?? 0) + (leastPhases[phase] ?? 0);
  rows.forEach((row, index) => {
    const onward = rows[index - 1]?.onward;
    if (index > 0) {
      const label = onward?.label;
      const needed = label ? (down ? label.height + 12 : label.width + 12) : 0;
      const previous = rows[index - 1]?.phase ?? 0;
      if (row.phase > previous) {
        for (let phase = previous; phase < row.phase; phase++) {
          at = Math.max(at + (phase === previous ? Math.max(needed + 4, phaseGap) : phaseGap), reach(phase));
          borders.push(at);
        }
        at += Math.max(phaseGap, onward ? 20 : 0);
      } else at += Math.max(rowGap, onward ? needed + 14 : 0);
    }
    const { placedRow, end } = placeRow(row, at, down);
    placed.push(placedRow);
    at = end;
  });
  const length = Math.max(at + edgeAir, reach(phases - 1));
  while (borders.length < phases) borders.push(length);
  return { placed, borders: [...borders.slice(0, Math.max(1, phases)), length], length };
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
