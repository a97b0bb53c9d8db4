/**
 * Looks whether a merged file has everything that a side has changed: the promise of the merge, judged by data alone and without
 * knowing how the merge came about.
 */
import { same } from './data.js';
import { identityOf } from './identity.js';
import { isOrdered, type Path } from './kinds.js';
import type { Renaming } from './renames.js';

/** `merged` is the data of the result with every conflict decided for `side`. */
export function keepsChanges(
  versions: { readonly base: unknown; readonly side: unknown; readonly merged: unknown },
  renamed: readonly Renaming[],
): boolean {
  return holds(versions.base, versions.side, versions.merged, [], renamed);
}

type Entries = ReadonlyMap<string, unknown>;

function holds(base: unknown, side: unknown, merged: unknown, path: Path, renamed: readonly Renaming[]): boolean {
  if (same(base, side) || same(side, merged)) return true;
  const [b, s, m] = [entriesOf(base), entriesOf(side), entriesOf(merged)];
  if (s === undefined || m === undefined || Array.isArray(side) !== Array.isArray(merged)) return false;
  const before = Array.isArray(base) === Array.isArray(side) ? b : undefined;
  if (Array.isArray(base) && Array.isArray(side) && Array.isArray(merged)) {
    // Changed where they stand; else by what they are about.
    const equallyLong = base.length === side.length && side.length === merged.length;
    if (equallyLong && side.every((each: unknown, index) => holds(base[index], each, merged[index], path, renamed)))
      return true;
  }
  const here = renamed.filter((each) => same(each.path, path));
  const now = (key: string): string => (m.has(key) ? key : (here.find(({ from }) => from === key)?.to ?? key));
  const once = (key: string): string => here.find(({ to }) => to === key)?.from ?? key;

  for (const [key, value] of s) {
    const known = before?.has(key) ? before.get(key) : before?.get(once(key));
    const isNew = before === undefined || !(before.has(key) || before.has(once(key)));
    if (!isNew && same(known, value) && before.has(key)) continue;
    if (!m.has(now(key)) || !holds(isNew ? undefined : known, value, m.get(now(key)), [...path, key], renamed))
      return false;
  }
  for (const key of before?.keys() ?? []) if (!s.has(key) && m.has(key)) return false;
  const kind = Array.isArray(side) ? 'list' : 'map';
  return before === undefined || !isOrdered(path, kind) || keepsOrder(before, s, m);
}

/** If a side has moved entries, they stand in its order. */
function keepsOrder(base: Entries, side: Entries, merged: Entries): boolean {
  const shared = (of: Entries): string =>
    JSON.stringify([...of.keys()].filter((key) => base.has(key) && side.has(key) && merged.has(key)));
  return shared(base) === shared(side) || shared(side) === shared(merged);
}

function entriesOf(data: unknown): Entries | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (Array.isArray(data)) {
    const ids = identityOf(data);
    return new Map(data.map((each: unknown, index) => [ids[index] ?? '', each]));
  }
  return new Map(Object.entries(data));
}
