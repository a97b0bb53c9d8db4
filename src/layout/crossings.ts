/** Which connections of a picture cross, for those who tell people about it; `quality` only counts them. */
import type { Scene, SceneEdge } from '../model/scene.js';
import { boundsOf, crossingsBetween, segmentsOf } from './measures.js';
import { Nearby } from './nearby.js';

export function crossings({
  edges,
}: Scene): readonly { readonly edges: readonly [string, string]; readonly times: number }[] {
  const found: { readonly edges: readonly [string, string]; readonly times: number }[] = [];
  forCrossings(edges, (a, b, times) => {
    found.push({ edges: [a.id, b.id], times });
  });
  return found;
}

/** Calls back for each two connections that cross, with how often they do. */
export function forCrossings(
  edges: readonly SceneEdge[],
  found: (a: SceneEdge, b: SceneEdge, times: number) => void,
): void {
  const drawn = edges.map((edge) => ({ edge, stretches: segmentsOf(edge.points), bounds: boundsOf(edge.points) }));
  const nearby = new Nearby(drawn.map(({ bounds }) => bounds));
  drawn.forEach((one, index) => {
    for (const k of nearby.touching(one.bounds)) {
      const two = drawn[k];
      if (two === undefined || k <= index) continue;
      const times = crossingsBetween(one.stretches, two.stretches);
      if (times > 0) found(one.edge, two.edge, times);
    }
  });
}

export function countCrossings(edges: readonly SceneEdge[]): number {
  let count = 0;
  forCrossings(edges, (_a, _b, times) => {
    count += times;
  });
  return count;
}
