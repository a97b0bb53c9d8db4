/**
 * Where connections cross, the level one steps over the upright one, so that nobody takes the crossing for a junction.
 *
 * Separate from drawing a line, because it looks at all of them. Crossings that lie close together share one bridge; one that lies too
 * close to a corner or an end stays plain, as there is no room for it.
 */
import type { Point, SceneEdge } from '../../model/scene.js';

/** Half the width of a bridge, and its height, px. */
export const hopRadius = 4.5;
/** Of the rounded corners, which a bridge must not touch. */
const corner = 6;
const arrowhead = 8;

/** A bridge along a level stretch: where it is on, from and to in x, the smaller first. */
export interface Hop {
  readonly from: number;
  readonly to: number;
}

interface Upright {
  readonly edge: number;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** For each connection, by the index of each of its stretches: its bridges from left to right. */
export function findHops(edges: readonly SceneEdge[]): readonly ReadonlyMap<number, readonly Hop[]>[] {
  const upright = edges.flatMap(({ points }, edge) =>
    stretches(points).flatMap(([a, b], index): Upright[] => {
      if (a.x !== b.x) return [];
      const end = index === points.length - 2 ? corner + arrowhead : 1;
      const [from, to] = a.y < b.y ? [a.y + 1, b.y - end] : [b.y + end, a.y - 1];
      return [{ edge, x: a.x, top: from, bottom: to }];
    }),
  );
  upright.sort((one, other) => one.x - other.x || one.edge - other.edge);
  return edges.map(({ points }, edge) => {
    const found = new Map<number, readonly Hop[]>();
    stretches(points).forEach(([a, b], index) => {
      if (a.y !== b.y) return;
      const room = hopRadius + corner;
      const end = index === points.length - 2 ? room + arrowhead : room;
      const [low, high] = a.x < b.x ? [a.x + room, b.x - end] : [b.x + end, a.x - room];
      const crossed = upright.filter(
        (other) => other.edge !== edge && other.x >= low && other.x <= high && other.top < a.y && other.bottom > a.y,
      );
      if (crossed.length > 0) found.set(index, bridges(crossed.map(({ x }) => x)));
    });
    return found;
  });
}

function stretches(points: readonly Point[]): (readonly [Point, Point])[] {
  return points.slice(1).flatMap((b, index): [Point, Point][] => {
    const a = points[index];
    return a === undefined ? [] : [[a, b]];
  });
}

function bridges(xs: readonly number[]): Hop[] {
  const hops: Hop[] = [];
  for (const x of xs) {
    const last = hops.at(-1);
    const hop = { from: x - hopRadius, to: x + hopRadius };
    if (last !== undefined && hop.from < last.to + 2) hops[hops.length - 1] = { from: last.from, to: hop.to };
    else hops.push(hop);
  }
  return hops;
}
