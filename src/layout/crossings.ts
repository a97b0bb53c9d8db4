/** Which connections of a picture cross, for those who tell people about it; `quality` only counts them. */
import type { Scene } from '../model/scene.js';
import { forCrossings } from './measures.js';

export function crossings({
  edges,
}: Scene): readonly { readonly edges: readonly [string, string]; readonly times: number }[] {
  const found: { readonly edges: readonly [string, string]; readonly times: number }[] = [];
  forCrossings(edges, (a, b, times) => {
    found.push({ edges: [a.id, b.id], times });
  });
  return found;
}
