import type { Root } from 'mdast';

/** The tree as a parser would give it back: neighbouring texts are one. */
export function merged(root: Root): unknown {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(walk).reduce<unknown[]>((list, next) => {
        const last = list.at(-1) as { type?: string; value?: string } | undefined;
        const now = next as { type?: string; value?: string } | undefined;
        if (last?.type === 'text' && now?.type === 'text')
          list[list.length - 1] = { type: 'text', value: `${last.value}${now.value}` };
        else list.push(next);
        return list;
      }, []);
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(root);
}
