/**
 * "Did you mean …": the known word that an unknown one was most likely meant to be.
 *
 * Separate because the schema, references between elements, and the command line all ask the same question and must give
 * the same answer. Deterministic: ties go to the longer common beginning, then to the candidate that comes first.
 */

import { folded } from './look-alike.js';

/** Longer words are not typing mistakes, and comparing them would cost time on hostile input. */
const LONGEST = 64;

/** A beginning this long (`desc`) is enough to mean the one word that starts with it. */
const SHORTEST_BEGINNING = 3;

/**
 * The candidate nearest to `word`, ignoring case and what only looks alike; undefined if none is near enough to be worth proposing.
 * Near enough means about one mistake in three letters, or being the beginning of a candidate.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const wanted = letters(word);
  let best: { readonly candidate: string; readonly distance: number; readonly prefix: number } | undefined;
  let beginning: string | undefined;

  for (const candidate of candidates) {
    if (candidate === word || candidate.length > LONGEST) continue;
    const known = letters(candidate);
    const prefix = commonPrefix(wanted, known);
    const limit = allowedMistakes(Math.max(wanted.length, known.length));
    const distance = editDistance(wanted, known, Math.min(limit, best?.distance ?? limit));
    if (distance !== undefined && (!best || distance < best.distance || prefix > best.prefix)) {
      best = { candidate, distance, prefix };
    }
    if (prefix >= SHORTEST_BEGINNING && prefix === wanted.length) beginning ??= candidate;
  }
  return best?.candidate ?? beginning;
}

function letters(word: string): string[] {
  return Array.from(folded(word).toLowerCase());
}

/** 0 for one letter, 1 for two to four, then one more for every three. */
function allowedMistakes(length: number): number {
  return length < 2 ? 0 : Math.max(1, Math.floor((length + 1) / 3));
}

function commonPrefix(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b` (optimal string alignment);
 * undefined if that takes more than `limit`.
 */
function editDistance(a: readonly string[], b: readonly string[], limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);

  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    // A swap looks two rows back. Rows differ by one at most, so beyond limit + 1 the row before is hopeless too.
    if (least > limit + 1) return undefined;
    beforeLast = last;
    last = current;
  }
  const distance = at(last, b.length);
  return distance <= limit ? distance : undefined;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
