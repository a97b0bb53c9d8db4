/**
 * File names for pages: letters and digits of ASCII, small, never two alike, and none that a file system keeps for itself.
 *
 * A site travels: as an archive between Windows and macOS, through hosts and chat programs. Names in other scripts do not always arrive as
 * they left, so what they lose here is made up for by a fingerprint, which stays the same whatever else the site holds.
 */
import { fingerprint } from '../base/hash.js';

/** Devices of Windows, and the pages that every site has. */
const kept = /^(?:con|prn|aux|nul|com\d|lpt\d|index|search)$/u;
const longest = 60;

/** What tells one from all others when their names do not. */
export interface Nameable {
  readonly name: string;
  readonly key: string;
}

/** A name for each, in the same order. */
export function fileNames(items: readonly Nameable[]): readonly string[] {
  const plain = items.map(({ name }) => asciiName(name));
  const counts = new Map<string, number>();
  for (const name of plain) counts.set(name, (counts.get(name) ?? 0) + 1);
  const taken = new Set<string>();
  return items.map(({ key }, index) => {
    const name = plain[index] ?? '';
    const alone = counts.get(name) === 1;
    return free(alone ? name : `${name}-${fingerprint(key).slice(0, 8)}`, taken);
  });
}

/** The name with a number behind it, if it is taken: by a key that occurs twice, or by a name that looks like a fingerprint. */
function free(name: string, taken: Set<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number += 1) unique = `${name}-${number}`;
  taken.add(unique);
  return unique;
}

function asciiName(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '');
  const ascii = letters
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  const lossy = /[^\p{ASCII}]/u.test(letters) || ascii.length > longest || ascii === '' || kept.test(ascii);
  return lossy ? [ascii.slice(0, longest - 9), fingerprint(name).slice(0, 8)].filter(Boolean).join('-') : ascii;
}
