/**
 * A process with all taken out that has no meaning: places, files, the order of maps and sets, what other files say. Two processes mean
 * the same if this is equal. Written without the code under test.
 */
import type { Edge, Process } from '../../../src/model/process.js';

type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

const without = new Set(['span', 'sources', 'child', 'file', 'members', 'timeout']);
/** Lists whose order is meaning. */
const ordered = new Set(['steps', 'phases', 'edges']);

export function canonical(process: Process): Plain {
  const edges = process.nodes
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((node) => {
      const own = process.edges.filter(({ from }) => from === node.id);
      const next = own.filter(({ kind }) => kind === 'next');
      const turned = node.type === 'decision' || node.type === 'subflow' ? next : next.toSorted(byContent);
      return [...turned, ...own.filter(({ kind }) => kind === 'timeout')];
    })
    .map(({ id: _, ...edge }) => edge);
  return plain({ ...process, edges }, '') ?? {};
}

const content = ({ id: _, ...edge }: Edge): string => JSON.stringify(plain(edge, ''));
const byContent = (a: Edge, b: Edge): number => (content(a) < content(b) ? -1 : 1);

function plain(value: unknown, key: string): Plain | undefined {
  if (Array.isArray(value)) {
    const items = value.map((item) => plain(item, '')).filter((item) => item !== undefined);
    if (items.length === 0) return undefined;
    return ordered.has(key) ? items : items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value as Plain | undefined;
  const entries = Object.entries(value)
    .filter(([name]) => !without.has(name))
    .map(([name, inner]) => [name, plain(inner, name)] as const)
    .filter((entry): entry is [string, Plain] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
