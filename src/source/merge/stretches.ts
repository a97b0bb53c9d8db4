/** Three lists cut into stretches, each of which all three agree on, or one or both sides have changed. */
import { align } from './align.js';

export interface Stretch {
  /** Half-open ranges of indexes. */
  readonly base: readonly [number, number];
  readonly ours: readonly [number, number];
  readonly theirs: readonly [number, number];
  /** Whose words stand in the merged list; `both` have changed it to the same, `clash` to different things. */
  readonly taken: 'all' | 'ours' | 'theirs' | 'both' | 'clash';
}

export function stretches(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly Stretch[] {
  const inOurs = new Map(align(base, ours));
  const inTheirs = new Map(align(base, theirs));
  const result: Stretch[] = [];
  let [atBase, atOurs, atTheirs] = [0, 0, 0];
  const changed = (toBase: number, toOurs: number, toTheirs: number): void => {
    if (toBase === atBase && toOurs === atOurs && toTheirs === atTheirs) return;
    const words = (list: readonly string[], from: number, to: number): string => JSON.stringify(list.slice(from, to));
    const b = words(base, atBase, toBase);
    const o = words(ours, atOurs, toOurs);
    const t = words(theirs, atTheirs, toTheirs);
    const taken = o === t ? 'both' : t === b ? 'ours' : o === b ? 'theirs' : 'clash';
    result.push({ base: [atBase, toBase], ours: [atOurs, toOurs], theirs: [atTheirs, toTheirs], taken });
  };
  for (let index = 0; index < base.length; index++) {
    const [o, t] = [inOurs.get(index), inTheirs.get(index)];
    if (o === undefined || t === undefined) continue;
    changed(index, o, t);
    result.push({ base: [index, index + 1], ours: [o, o + 1], theirs: [t, t + 1], taken: 'all' });
    [atBase, atOurs, atTheirs] = [index + 1, o + 1, t + 1];
  }
  changed(base.length, ours.length, theirs.length);
  return result;
}
