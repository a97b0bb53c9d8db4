/** Where a case can get to from some steps. */
import type { Process } from '../../model/process.js';

/** Node ids, those of the beginning too, without passing the one that is left out; `backwards`: where it can have come from. */
export function reachedFrom(
  { edges }: Process,
  from: readonly string[],
  { without, backwards = false }: { readonly without?: string; readonly backwards?: boolean } = {},
): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    const [here, there] = backwards ? [edge.to, edge.from] : [edge.from, edge.to];
    next.set(here, [...(next.get(here) ?? []), there]);
  }
  const open = from.filter((id) => id !== without);
  const found = new Set(open);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const to of next.get(at) ?? []) {
      if (to === without || found.has(to)) continue;
      found.add(to);
      open.push(to);
    }
  }
  return found;
}
