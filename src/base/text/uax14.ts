/**
 * Where Unicode's line breaking algorithm (UAX #14) lets a line end: the adapter of the package `linebreak`.
 *
 * Separate because the package brings no types; what we use of it is written down here and nowhere else.
 */
// @ts-expect-error -- the package brings no types
import untyped from 'linebreak';

interface LineBreaker {
  /** The next place, as an offset in UTF-16 units; the last is the text's length. Null when done. */
  nextBreak(): { readonly position: number } | null;
}

const LineBreaker = untyped as unknown as new (text: string) => LineBreaker;

/** Offsets of the places where a line may end, in order, the end of the text included. */
export function* lineEnds(text: string): Generator<number, void, undefined> {
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) yield next.position;
}
