/** An element that got another id: one that is gone and one that is new, and that say nearly the same. */
import { same } from './data.js';
import { holdsElements, type Path } from './kinds.js';
import type { Collection, Part } from './piece.js';

export interface Renaming {
  /** Of the map that the element is in. */
  readonly path: Path;
  readonly from: string;
  readonly to: string;
  readonly side: 'ours' | 'theirs';
}

/** All elements of a file that a side gave another id. */
export function renamingsOf(
  base: Collection,
  sideFile: Collection,
  side: Renaming['side'],
  path: Path = [],
): readonly Renaming[] {
  const own = holdsElements(path)
    ? [...renamesOf(base.parts, sideFile.parts)].map(([to, from]) => ({ path, from, to, side }))
    : [];
  const within = sideFile.parts.flatMap(({ key, value }) => {
    const below = [...path, key];
    const before = base.parts.find((part) => part.key === key)?.value;
    const reachesElements = path[0] === 'stores' || holdsElements(below);
    if (!reachesElements || value.kind !== 'map' || before?.kind !== 'map') return [];
    return renamingsOf(before, value, side, below);
  });
  return [...own, ...within];
}

/** New id → the id it had in base. */
export type Renames = ReadonlyMap<string, string>;

/** Of elements that are known by id. */
export function renamesOf(base: readonly Part[], side: readonly Part[]): Renames {
  const gone = base.filter(({ id }) => !side.some((part) => part.id === id));
  const fresh = side.filter(({ id }) => !base.some((part) => part.id === id));
  const renames = new Map<string, string>();
  const pairs = gone.flatMap((from) => fresh.map((to) => ({ from, to, likeness: likeness(from, to) })));
  pairs.sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<Part>();
  for (const { from, to, likeness: found } of pairs) {
    if (found < enough || taken.has(from) || taken.has(to)) continue;
    taken.add(from).add(to);
    renames.set(to.id, from.id);
  }
  return renames;
}

/** Items of a list that were rewritten where they stand: as many new ones between two old ones as are gone there. */
export function rewritten(base: readonly Part[], side: readonly Part[]): Renames {
  const renames = new Map<string, string>();
  const kept = base.filter(({ id }) => side.some((part) => part.id === id));
  if (kept.some(({ id }, index) => index > 0 && place(side, id) < place(side, kept[index - 1]?.id ?? '')))
    return renames;
  const gaps = [...kept.map(({ id }) => id), undefined];
  let [atBase, atSide] = [0, 0];
  for (const id of gaps) {
    const [toBase, toSide] = id === undefined ? [base.length, side.length] : [place(base, id), place(side, id)];
    if (toBase - atBase === toSide - atSide) {
      for (let index = 0; index < toBase - atBase; index++) {
        const [from, to] = [base[atBase + index], side[atSide + index]];
        if (from && to) renames.set(to.id, from.id);
      }
    }
    [atBase, atSide] = [toBase + 1, toSide + 1];
  }
  return renames;
}

function place(parts: readonly Part[], wanted: string): number {
  return parts.findIndex(({ id }) => id === wanted);
}

const enough = 0.6;

/** The share of properties that are the same; of things without properties, whether they are. */
function likeness(a: Part, b: Part): number {
  const [x, y] = [a.value.data, b.value.data];
  if (same(x, y)) return 1;
  if (typeof x !== 'object' || typeof y !== 'object' || x === null || y === null) return 0;
  const [before, after] = [x as Record<string, unknown>, y as Record<string, unknown>];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const equal = keys.filter((key) => same(before[key], after[key])).length;
  return equal / keys.length + (before['name'] !== undefined && same(before['name'], after['name']) ? 0.2 : 0);
}
