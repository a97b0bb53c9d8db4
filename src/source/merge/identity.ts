/**
 * What an entry or an item is known by: a key by itself, an item by what it is about — a branch by where it leads, a risk by its problem.
 *
 * By more than that only where two items would be the same. So a changed chance is a change of a branch, and not another branch.
 */
import type { Part } from './piece.js';

/** In the order of asking. */
const telling = ['to', 'otherwise', 'for', 'problem', 'id', 'path', 'name', 'title', 'text', 'date'] as const;

export function identify(kind: 'map' | 'list', parts: readonly Part[]): readonly Part[] {
  if (kind === 'map') return parts.map((part) => ({ ...part, id: String(part.key) }));
  const ids = identityOf(parts.map(({ value: { data } }) => data));
  return parts.map((part, index) => ({ ...part, id: ids[index] ?? '' }));
}

/** For each item of a list, another. */
export function identityOf(items: readonly unknown[]): readonly string[] {
  const short = items.map(about);
  const ids = new Set(short).size === short.length ? short : items.map((data) => JSON.stringify(data));
  const seen = new Map<string, number>();
  return ids.map((id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id} ${String(count)}`;
  });
}

function about(data: unknown): string {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return JSON.stringify(data);
  const map = data as Readonly<Record<string, unknown>>;
  const key = telling.find((each) => Object.hasOwn(map, each));
  return JSON.stringify(key === undefined ? data : [key === 'otherwise' ? 'to' : key, map[key]]);
}
