/**
 * A layout for data-flow diagrams: processes in a line, each with its sources on one side and its targets on the other. A long line goes
 * on in further columns.
 *
 * Separate from the grid and from ELK, which place by what follows what: here nothing follows, and a layered picture of many arrows to a few
 * stores is a knot. In line with its process every arrow is straight, none crosses another but those between processes that are no
 * neighbours, and symbols that neighbours share stretch beside them. Coordinates are along the flow (a) and across it (c); columns stand
 * side by side across it.
 */
import type { Point, SceneEdge, SceneNode } from '../../model/scene.js';
import type { View, ViewEdge } from '../../model/view.js';
import type { PhaseColumn } from '../bands.js';
import type { PlacedGraph } from '../frame.js';
import { drawLabel, type Label } from '../label.js';
import { drawNode } from '../draw-node.js';
import type { Shape } from '../shapes.js';
import { placeColumn, trackAt, trackStep, type Column } from './column.js';
import { foldRows } from './fold.js';
import { planRows, type Row, type Way } from './plan.js';
import { stack } from './tracks.js';

/** Between columns; what goes on from one to the next passes there. */
const gutter = 32;
/** Before and behind the columns, for what passes from one to another. */
const aisle = 20;

/**
 * What draws the diagram in so many columns, or gives nothing where it cannot be cut into so many. `phaseDepth`: of the headers of
 * phases across the flow; `least`: how long each phase must be.
 */
export function layoutInRows(
  view: View,
  way: Way,
  phaseDepth: number,
  least: readonly number[],
): (columns: number) => PlacedGraph | undefined {
  const rows = planRows(view, way);
  const lengths = lengthsOf(rows, way);
  return (columns) => {
    const parts = columns === 1 ? [rows] : foldRows(rows, lengths, columns);
    if (parts === undefined) return undefined;
    let offset = 0;
    const placed = parts.map((part, index): PlacedColumn => {
      const first = index === 0 ? 0 : (part[0]?.phase ?? 0);
      const last = index === parts.length - 1 ? Math.max(0, view.phases.length - 1) : (part.at(-1)?.phase ?? first);
      const column = placeColumn(part, way, { first, last, least });
      const at = offset;
      offset += column.c.width + gutter + phaseDepth;
      return { column, at };
    });
    return draw(view, way, placed, phaseDepth);
  };
}

interface PlacedColumn {
  readonly column: Column;
  /** Where it begins across the flow, without the headers of its phases. */
  readonly at: number;
}

/** Of each row about, with the gap before it. */
function lengthsOf(rows: readonly Row[], way: Way): readonly number[] {
  const whole = placeColumn(rows, way, { first: 0, last: rows.at(-1)?.phase ?? 0, least: [] });
  const ends = whole.rows.map(({ lines, end }) => Math.max(end, ...lines.map(({ a, slot }) => a + slot.after)));
  return ends.map((end, index) => end - (ends[index - 1] ?? 0));
}

function draw(view: View, way: Way, columns: readonly PlacedColumn[], phaseDepth: number): PlacedGraph {
  const down = way === 'down';
  const wraps = wrapsOf(columns);
  const top = wraps.length === 0 ? 0 : aisle;
  const length = columns.reduce((most, { column }) => Math.max(most, column.length), 0);
  const bottom = top + length;
  const point = (a: number, c: number): Point => (down ? { x: c, y: top + a } : { x: top + a, y: c });

  const nodes = new Map<string, SceneNode>();
  const place = (shape: Shape, a0: number, a1: number, [c0, c1]: readonly [number, number], at: number): void => {
    const size = { width: down ? c1 - c0 : a1 - a0, height: down ? a1 - a0 : c1 - c0 };
    nodes.set(shape.node.id, drawNode({ ...shape, ...size }, point((a0 + a1) / 2, at + (c0 + c1) / 2), way));
  };
  for (const { column, at } of columns) {
    for (const { row, start, end } of column.rows) place(row.shape, start, end, column.c.process, at);
    for (const { shape, a0, a1, side } of column.symbols) place(shape, a0, a1, column.c[side], at);
  }

  const edges = new Map<string, SceneEdge>();
  const connect = (edge: ViewEdge, points: readonly Point[], label: SceneEdge['label']): void => {
    const { id, from, to, kind, main, otherwise, dimmed } = edge;
    const common = { id, from, to, kind, main, otherwise, back: false, points };
    edges.set(id, { ...common, ...(label && { label }), ...(dimmed && { dimmed }) });
  };
  /** Above a level line, beside an upright one. */
  const beside = (label: Label | undefined, a: number, c0: number, c1: number): SceneEdge['label'] => {
    if (label === undefined) return undefined;
    const { x, y } = point(a, Math.round((c0 + c1) / 2));
    return down
      ? drawLabel(label, x - Math.round(label.width / 2), y - 3 - label.height, 'middle')
      : drawLabel(label, x + 5, y - Math.round(label.height / 2), 'start');
  };
  /** Behind the tracks, level with where the connection leaves. */
  const leaving = (label: Label | undefined, a: number, c: number): SceneEdge['label'] => {
    if (label === undefined) return undefined;
    const { x, y } = point(a, c + 6);
    return down
      ? drawLabel(label, x, y - Math.round(label.height / 2), 'start')
      : drawLabel(label, x - Math.round(label.width / 2), y, 'middle');
  };
  /** In the gap behind a process. */
  const onwards = (label: Label | undefined, a: number, c: number): SceneEdge['label'] => {
    if (label === undefined) return undefined;
    const { x, y } = point(a, c);
    return down ? drawLabel(label, x + 6, y + 6, 'start') : drawLabel(label, x + 4, y - 3 - label.height, 'middle');
  };
  /** Where connections from process to process begin and end. */
  const middle = ({ column: { c }, at }: PlacedColumn): number =>
    at + (down ? c.process[0] + 30 : Math.round((c.process[0] + c.process[1]) / 2));

  const across = acrossOf(columns);
  const levels = stack([
    ...across.map(({ one, two }) => ({ low: Math.min(one.c, two.c), high: Math.max(one.c, two.c) })),
    ...wraps.map(({ before, behind }) => ({ low: middle(before), high: behind.at })),
  ]);
  const level = (index: number): number => length + aisle + (levels.tracks[index] ?? 0) * trackStep;

  for (const { column, at } of columns) {
    const { in: sources, process, out, clear } = column.c;
    const [start, end] = [at + process[0], at + process[1]];
    for (const { slot, side, a } of column.lines) {
      if (slot.symbol === undefined) continue;
      if (side === 'in') {
        const from = at + sources[1];
        connect(slot.edge, [point(a, from), point(a, start)], beside(slot.label, a, from, start - 8));
      } else {
        const to = at + out[0];
        connect(slot.edge, [point(a, end), point(a, to)], beside(slot.label, a, at + clear, to - 8));
      }
    }
    for (const { edge, from, to, track, labelTrack, label } of column.passes) {
      if (from === undefined || to === undefined) continue;
      const c = end + trackAt(track);
      const points = [point(from, end), point(from, c), point(to, c), point(to, end)];
      connect(edge, points, leaving(label, from, end + trackAt(labelTrack)));
    }
    column.rows.forEach(({ row: { onward }, end: from }, index) => {
      const next = column.rows[index + 1];
      if (onward === undefined || next === undefined) return;
      const c = middle({ column, at });
      connect(onward.edge, [point(from, c), point(next.start, c)], onwards(onward.label, from, c));
    });
  }
  across.forEach(({ edge, label, one, two }, index) => {
    const a = level(index);
    const points = [point(one.a, one.end), point(one.a, one.c), point(a, one.c)];
    const rest = [point(a, two.c), point(two.a, two.c), point(two.a, two.end)];
    connect(edge, [...points, ...rest], leaving(label, one.a, one.beside));
  });
  wraps.forEach(({ onward, before, behind, from, to }, index) => {
    const a = level(across.length + index);
    const [c0, c1] = [middle(before), middle(behind)];
    const between = behind.at - phaseDepth - gutter / 2;
    const points = [point(from, c0), point(a, c0), point(a, between), point(-aisle, between), point(-aisle, c1)];
    connect(onward.edge, [...points, point(to, c1)], onwards(onward.label, from, c0));
  });

  const last = columns.at(-1);
  const width = last === undefined ? 0 : last.at + last.column.c.width;
  const height = bottom + (levels.count === 0 ? 0 : aisle + (levels.count - 1) * trackStep);
  // Columns of about one length end together; a much shorter one has no empty band below it.
  const endOf = (own: number): number => (own > 0.85 * length ? length : own);
  const phaseColumns = columns.map(({ column: { firstPhase, borders, c, length: own }, at }): PhaseColumn => ({
    first: firstPhase,
    borders: [...borders.slice(0, -1), endOf(own)].map((border) => top + border),
    from: at,
    to: at + c.width,
  }));
  return {
    nodes: view.nodes.flatMap(({ id }) => nodes.get(id) ?? []),
    edges: view.edges.flatMap(({ id }) => edges.get(id) ?? []),
    ...(down ? { width, height } : { width: height, height: width }),
    ...(view.phases.length > 0 && { phaseColumns }),
  };
}

interface Wrap {
  readonly onward: NonNullable<Row['onward']>;
  readonly before: PlacedColumn;
  readonly behind: PlacedColumn;
  /** Where the last process of the one ends, and the first of the other begins. */
  readonly from: number;
  readonly to: number;
}

/** What goes on from the last process of a column to the first of the next. */
function wrapsOf(columns: readonly PlacedColumn[]): readonly Wrap[] {
  return columns.flatMap((before, index): Wrap[] => {
    const behind = columns[index + 1];
    const [last, next] = [before.column.rows.at(-1), behind?.column.rows[0]];
    const onward = last?.row.onward;
    if (onward === undefined || behind === undefined || next === undefined) return [];
    return [{ onward, before, behind, from: last?.end ?? 0, to: next.start }];
  });
}

interface End {
  readonly a: number;
  /** Across the flow: of its track, of its process's edge, and of the track behind which its label stands. */
  readonly c: number;
  readonly end: number;
  readonly beside: number;
}

interface Across {
  readonly edge: ViewEdge;
  readonly label: Label | undefined;
  readonly one: End;
  readonly two: End;
}

/** Connections of processes in different columns: their halves put together. */
function acrossOf(columns: readonly PlacedColumn[]): readonly Across[] {
  const halves = new Map<string, { edge: ViewEdge; label?: Label | undefined; one?: End; two?: End }>();
  for (const { column, at } of columns) {
    const end = at + column.c.process[1];
    for (const { edge, label, from, to, track, labelTrack } of column.passes) {
      if (from !== undefined && to !== undefined) continue;
      const half = { a: from ?? to ?? 0, c: end + trackAt(track), end, beside: end + trackAt(labelTrack) };
      const known = halves.get(edge.id) ?? { edge };
      halves.set(edge.id, from === undefined ? { ...known, two: half } : { ...known, label, one: half });
    }
  }
  return [...halves.values()].flatMap(({ edge, label, one, two }) => (one && two ? [{ edge, label, one, two }] : []));
}
