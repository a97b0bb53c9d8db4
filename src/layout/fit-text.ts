/**
 * Breaks a name into lines: few where it fits them, and more for a long one, so that what the checks call short enough is shown whole.
 *
 * Separate from `wrap`, which knows one limit: a name that fits the usual lines must look the same whatever longer ones may take.
 */
import { wrap, type WrapOptions, type Wrapped } from '../base/text/wrap.js';

/** Lines of names and labels that would be cut otherwise. */
export const linesOfLong = 5;

export function fitText(text: string, usual: WrapOptions, most: Partial<WrapOptions> = {}): Wrapped {
  const wrapped = wrap(text, usual);
  return wrapped.truncated
    ? wrap(text, { ...usual, maxLines: Math.max(usual.maxLines, linesOfLong), ...most })
    : wrapped;
}
