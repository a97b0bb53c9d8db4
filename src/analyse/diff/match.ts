/**
 * Which element before is which element after: by id, then by name, then by how alike the names are and what stands around them.
 *
 * An id is taken at its word, because authors choose ids to last, but for ids that only count (`step2`): after an insertion they all stand
 * for the next element, and the names know better. Deterministic: the best pair first, ties by the order of the lists.
 */
import type { Language } from '../../model/text.js';
import { likeness, plainForm } from './likeness.js';
import type { Item } from './sheet.js';

export type Pairs = ReadonlyMap<string, string>;

/** From 0 to 1: how much speaks for the pair besides ids and names, given the pairs found so far. */
export type Context = (before: Item, after: Item, pairs: Pairs) => number;

export interface Matching {
  readonly before: readonly Item[];
  readonly after: readonly Item[];
  readonly languages: readonly [Language, Language];
  /** The id among its siblings: `phone` of the field `crm.basic.phone`. */
  readonly own?: (item: Item) => string;
  readonly context?: Context;
}

/** Least likeness of two names to be the same with everything around them speaking for it. */
const ALIKE = 0.45;
/** Least score, of 1, of two elements whose ids differ. */
const ENOUGH = 0.62;
/** How much the name counts against what is around. */
const NAME = 0.6;
/** Names of counted ids less alike than this belong to other elements. */
const STILL_THE_SAME = 0.5;
/** Comparing every name with every other is for what is left over, and not for two flows that have nothing in common. */
const MOST_PAIRS = 250_000;

const counts = (id: string): boolean => /^\p{L}{0,12}[-_]?\d+$/u.test(id);

export function match({
  before,
  after,
  languages,
  own = ({ id }) => id,
  context = () => 1,
}: Matching): Map<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (one: Item, other: Item): void => {
    pairs.set(one.id, other.id);
    taken.add(other.id);
  };
  const openBefore = (): readonly Item[] => before.filter(({ id }) => !pairs.has(id));
  const openAfter = (): readonly Item[] => after.filter(({ id }) => !taken.has(id));
  const alike = (one: Item, other: Item): number => likeness(one.name, other.name, languages);
  const twins = new Map(after.map((item) => [own(item), item]));

  for (const one of before) {
    const twin = twins.get(own(one));
    if (twin === undefined) continue;
    if (!counts(own(one)) || unnamed(one, own) || alike(one, twin) >= STILL_THE_SAME) pair(one, twin);
  }
  byName(openBefore(), openAfter(), own, (one, other) => context(one, other, pairs), pair);
  for (const one of openBefore()) {
    const twin = twins.get(own(one));
    if (twin !== undefined && !taken.has(twin.id)) pair(one, twin);
  }
  // Each pair tells more about its neighbours, so the surest come first, and all are weighed anew.
  for (const least of [0.85, 0.75, ENOUGH, ENOUGH]) {
    const [left, right] = [openBefore(), openAfter()];
    if (left.length * right.length > MOST_PAIRS) break;
    const scored = left.flatMap((one) =>
      right.flatMap((other) => {
        const score = scoreOf(one, other, own, alike(one, other), context(one, other, pairs));
        return score >= least ? [{ one, other, score }] : [];
      }),
    );
    for (const { one, other } of scored.sort((a, b) => b.score - a.score)) {
      if (!pairs.has(one.id) && !taken.has(other.id)) pair(one, other);
    }
  }
  return pairs;
}

function scoreOf(one: Item, other: Item, own: (item: Item) => string, alike: number, around: number): number {
  // Without a name of its own, an element is only where it stands.
  if (unnamed(one, own) && unnamed(other, own)) return around >= 0.9 ? around : 0;
  return alike < ALIKE ? 0 : NAME * alike + (1 - NAME) * around;
}

/** The compiler calls what has no name by its id. */
function unnamed(item: Item, own: (item: Item) => string): boolean {
  return Object.values(item.name).every((text) => text === own(item) || text === item.id);
}

/** Pairs what has the same name; of several with the same name, those that fit best. */
function byName(
  before: readonly Item[],
  after: readonly Item[],
  own: (item: Item) => string,
  fits: (one: Item, other: Item) => number,
  pair: (one: Item, other: Item) => void,
): void {
  const named = new Map<string, Item[]>();
  for (const item of after) {
    for (const key of keysOf(item, own)) named.set(key, [...(named.get(key) ?? []), item]);
  }
  const candidates = before.flatMap((one) =>
    [...new Set(keysOf(one, own).flatMap((key) => named.get(key) ?? []))].map((other) => ({
      one,
      other,
      score: fits(one, other),
    })),
  );
  const done = new Set<Item>();
  for (const { one, other } of candidates.sort((a, b) => b.score - a.score)) {
    if (done.has(one) || done.has(other)) continue;
    pair(one, other);
    done.add(one).add(other);
  }
}

function keysOf(item: Item, own: (item: Item) => string): readonly string[] {
  if (unnamed(item, own)) return [];
  return Object.entries(item.name).flatMap(([language, text]) => {
    const key = plainForm(text);
    return key === '' ? [] : [`${language} ${key}`];
  });
}
