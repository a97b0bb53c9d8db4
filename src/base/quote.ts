/**
 * The author's own words inside a message: in quotes, on one line, and not so long that they hide the message.
 *
 * Separate because every stage quotes, and because this is where words from a file become words on a terminal.
 */
import { oneLine } from './printable.js';

export function quote(words: string, longest = 40): string {
  // Cut roughly first: the words may be megabytes.
  const letters = Array.from(oneLine(words.slice(0, 4 * longest)));
  const cut = letters.length > longest || words.length > 4 * longest;
  return `"${cut ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('')}"`;
}

/** A path says most at its end, so it is cut only where it would fill the screen. */
export function quotePath(path: string): string {
  return quote(path, 240);
}

/** `"a", "b" and 3 more`. */
export function quoteSome(words: readonly string[], most = 8): string {
  const shown = words.slice(0, words.length > most ? most - 1 : most).map((each) => quote(each));
  const rest = words.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
