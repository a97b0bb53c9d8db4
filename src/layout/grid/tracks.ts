/**
 * Parallel connections in a channel get tracks: positions side by side, in the order that makes fewest crossings.
 *
 * Segments that run as one line to the same end share a track. Two that overlap never do; two that do not overlap may.
 */
import { isCentre } from './lines.js';
import { prefer, type KeyOf, type Segment } from './segments.js';

/** Between two tracks, px. */
export const spacing = 14;

/** Room that a label on a track needs beside it, on the lower and the higher side, px. */
export interface Clearance {
  readonly low: number;
  readonly high: number;
}

/** What goes on straight where segments turn off from it, and the room that its label needs beyond the last of them, px. */
export interface Trunk extends Clearance {
  readonly edge: number;
}

interface Item {
  readonly segments: Segment[];
  low: number;
  high: number;
  clearance: Clearance;
  readonly trunk: Trunk | undefined;
}

export interface Tracks {
  /** Track position of a segment within its channel, px; 0 on centre lines. */
  positionOf(segment: Segment): number;
  /** Width of what runs in a channel, px; undefined if nothing does. */
  span(axis: 'row' | 'column', line: number): number | undefined;
}

export function assignTracks(
  segments: readonly (readonly Segment[])[],
  keyOf: KeyOf,
  clearanceOf: (segment: Segment) => Clearance,
  trunkOf: (segment: Segment) => Trunk | undefined,
): Tracks {
  const lines = new Map<string, Map<string, Item>>();
  for (const segment of segments.flat()) {
    if (isCentre(segment.line)) continue;
    const line = `${segment.axis}${segment.line}`;
    const items = lines.get(line) ?? new Map<string, Item>();
    lines.set(line, items);
    const a = keyOf(segment, 'from');
    const b = keyOf(segment, 'to');
    const item = items.get(segment.shared);
    const clearance = clearanceOf(segment);
    if (item === undefined) {
      const [low, high, trunk] = [Math.min(a, b), Math.max(a, b), trunkOf(segment)];
      items.set(segment.shared, { segments: [segment], low, high, clearance, trunk });
    } else {
      item.segments.push(segment);
      item.low = Math.min(item.low, a, b);
      item.high = Math.max(item.high, a, b);
      item.clearance = {
        low: Math.max(item.clearance.low, clearance.low),
        high: Math.max(item.clearance.high, clearance.high),
      };
    }
  }
  const positions = new Map<string, number>();
  const spans = new Map<string, number>();
  for (const [line, items] of lines) {
    const placed: { item: Item; at: number }[] = [];
    let span = 0;
    const ordered = inOrder([...items.values()], segments, keyOf);
    keepRoomForTrunks(ordered);
    for (const item of ordered) {
      let at = item.clearance.low;
      for (const other of placed) {
        if (!overlap(item, other.item)) continue;
        at = Math.max(at, other.at + Math.max(spacing, other.item.clearance.high + item.clearance.low + 4));
      }
      placed.push({ item, at });
      span = Math.max(span, at + item.clearance.high);
      for (const segment of item.segments) positions.set(`${segment.edge}.${segment.position}`, at);
    }
    spans.set(line, span);
  }
  return {
    positionOf: (segment) => positions.get(`${segment.edge}.${segment.position}`) ?? 0,
    span: (axis, line) => spans.get(`${axis}${line}`),
  };
}

/** The label of what goes on straight lies beyond the outermost of those that turn off, which keep it clear. */
function keepRoomForTrunks(ordered: readonly Item[]): void {
  const outermost = new Map<number, [Item, Item]>();
  for (const item of ordered)
    if (item.trunk !== undefined) outermost.set(item.trunk.edge, [outermost.get(item.trunk.edge)?.[0] ?? item, item]);
  for (const [first, last] of outermost.values()) {
    const { low, high } = first.trunk ?? first.clearance;
    first.clearance = { ...first.clearance, low: Math.max(first.clearance.low, low) };
    last.clearance = { ...last.clearance, high: Math.max(last.clearance.high, high) };
  }
}

function overlap(a: { low: number; high: number }, b: { low: number; high: number }): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/** How strongly `a` wants to lie on the lower side of `b`: negative if so, positive for the higher side. */
function preference(a: Item, b: Item, segments: readonly (readonly Segment[])[], keyOf: KeyOf): number {
  let sum = 0;
  for (const one of a.segments) {
    for (const two of b.segments) {
      const range = (segment: Segment): { low: number; high: number } => {
        const from = keyOf(segment, 'from');
        const to = keyOf(segment, 'to');
        return { low: Math.min(from, to), high: Math.max(from, to) };
      };
      if (!overlap(range(one), range(two))) continue;
      for (const towardHigh of [false, true]) {
        const walk = (segment: Segment) => ({
          segment,
          forward: (segment.direction === 1 || segment.direction === 2) === towardHigh,
        });
        sum += prefer(segments, walk(one), walk(two), keyOf);
      }
    }
  }
  return sum;
}

function inOrder(items: readonly Item[], segments: readonly (readonly Segment[])[], keyOf: KeyOf): Item[] {
  const wants = items.map((a, i) =>
    items.map((b, j) => (i === j || !overlap(a, b) ? 0 : Math.sign(preference(a, b, segments, keyOf)))),
  );
  const left = new Set(items.keys());
  const result: Item[] = [];
  while (left.size > 0) {
    let chosen = -1;
    let lowest = Infinity;
    for (const i of left) {
      let score = 0;
      for (const j of left) score += (wants[i]?.[j] ?? 0) > 0 ? 1 : 0;
      if (score < lowest) {
        lowest = score;
        chosen = i;
      }
    }
    left.delete(chosen);
    const item = items[chosen];
    if (item !== undefined) result.push(item);
  }
  return result;
}
