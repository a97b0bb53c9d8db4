/** Plane geometry of orthogonal connections and boxes, as the quality report needs it. */
import type { Box, Point, TextRun } from '../model/scene.js';

/** A straight piece of a connection. */
export interface Stretch {
  readonly a: Point;
  readonly b: Point;
}

export function segmentsOf(points: readonly Point[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (a !== undefined && b !== undefined) stretches.push({ a, b });
  }
  return stretches;
}

/** Length of an orthogonal stretch, px. */
export function alongFlow({ a, b }: Stretch): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** How long a connection is drawn, px. */
export function lengthOf(points: readonly Point[]): number {
  let sum = 0;
  points.forEach((b, index) => {
    const a = points[index - 1];
    if (a !== undefined) sum += alongFlow({ a, b });
  });
  return sum;
}

/** Up to so much a way round is what it takes to leave a box, to get past its neighbours and to come in from where others do. */
const plain = { times: 1.5, px: 450 };

/** How much longer a connection is than any plain way between its ends, px; 0 for most. */
export function detourOf(points: readonly Point[]): number {
  const [a, b] = [points[0], points.at(-1)];
  if (a === undefined || b === undefined || points.length < 4) return 0;
  return Math.max(0, lengthOf(points) - plain.times * alongFlow({ a, b }) - plain.px);
}

export function isStraight(points: readonly Point[]): boolean {
  return points.length === 2;
}

export function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

export function boxesOverlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a stretch passes the inside of a box. */
export function segmentHitsBox({ a, b }: Stretch, box: Box): boolean {
  return (
    Math.max(a.x, b.x) > box.x &&
    Math.min(a.x, b.x) < box.x + box.width &&
    Math.max(a.y, b.y) > box.y &&
    Math.min(a.y, b.y) < box.y + box.height
  );
}

/** The common part of two stretches on one line; undefined if they are not on one line or do not meet. */
export function overlapOf(one: Stretch, two: Stretch): Stretch | undefined {
  // Asked for every two connections of every picture that is tried: no lists are made on the way.
  const { x, y } = one.a;
  if (close(one.b.y, y) && close(two.a.y, y) && close(two.b.y, y)) {
    const low = Math.max(Math.min(x, one.b.x), Math.min(two.a.x, two.b.x));
    const high = Math.min(Math.max(x, one.b.x), Math.max(two.a.x, two.b.x));
    return low <= high ? { a: { x: low, y }, b: { x: high, y } } : undefined;
  }
  if (close(one.b.x, x) && close(two.a.x, x) && close(two.b.x, x)) {
    const low = Math.max(Math.min(y, one.b.y), Math.min(two.a.y, two.b.y));
    const high = Math.min(Math.max(y, one.b.y), Math.max(two.a.y, two.b.y));
    return low <= high ? { a: { x, y: low }, b: { x, y: high } } : undefined;
  }
  return undefined;
}

const close = (p: number, q: number): boolean => Math.abs(p - q) < 0.5;

/** The smallest box around a connection. */
export function boundsOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether two boxes have a point in common, borders included. */
export function boxesTouch(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/** How often two orthogonal connections, given by their stretches, cross; touching ends do not count. */
export function crossingsBetween(one: readonly Stretch[], two: readonly Stretch[]): number {
  let count = 0;
  for (const s of one) {
    for (const t of two) {
      const level = s.a.y === s.b.y ? s : t;
      const upright = level === s ? t : s;
      if (level.a.y !== level.b.y || upright.a.x !== upright.b.x) continue;
      const { x } = upright.a;
      const { y } = level.a;
      if (x <= Math.min(level.a.x, level.b.x) || x >= Math.max(level.a.x, level.b.x)) continue;
      if (y <= Math.min(upright.a.y, upright.b.y) || y >= Math.max(upright.a.y, upright.b.y)) continue;
      count++;
    }
  }
  return count;
}

/** Whether one box lies in another, borders included. */
export function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - 0.01 &&
    inner.y >= outer.y - 0.01 &&
    inner.x + inner.width <= outer.x + outer.width + 0.01 &&
    inner.y + inner.height <= outer.y + outer.height + 0.01
  );
}

/** What a line of text covers: from the height of capitals and ideographs to just below the baseline. */
export function boxOfRun(run: TextRun): Box {
  const x = run.anchor === 'middle' ? run.x - run.width / 2 : run.anchor === 'end' ? run.x - run.width : run.x;
  return { x, y: run.y - 0.78 * run.size, width: run.width, height: 0.96 * run.size };
}
