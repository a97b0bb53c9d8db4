/** Values of options that must come from a list, with "did you mean". Separate because every list (formats, views, themes …) is asked the same way. */
import { didYouMean } from '../base/look-alike.js';
import { suggest } from '../base/suggest.js';
import { UsageError } from './exit.js';

/** The word for all of a list. */
export const ALL = 'all';

export function choose<T extends string>(what: string, value: string, known: readonly T[], hint?: string): T {
  const found = known.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const near = suggest(value, known);
  const meant = near === undefined ? undefined : didYouMean(value, near);
  const list = `Known: ${known.join(', ')}.`;
  throw new UsageError(`There is no ${what} "${value}".`, hint ?? (meant === undefined ? list : `${meant} ${list}`));
}

/** Each value once, in the order given; `all` means every one. */
export function chooseSome<T extends string>(
  what: string,
  values: readonly string[],
  known: readonly T[],
): readonly T[] {
  if (values.includes(ALL)) return known;
  return [...new Set(values.map((value) => choose(what, value, known)))];
}
