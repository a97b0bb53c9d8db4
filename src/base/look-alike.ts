/**
 * Words that look the same and are not: letters of other alphabets, wide forms, dashes, and letters with marks that are composed
 * differently, as keyboards, file systems and copied text bring them.
 *
 * Separate from `suggest`, which finds the nearest word: here is said what a reader cannot see.
 */
import { quote } from './quote.js';
import { codePoint } from './wide-signs.js';

/** Letters that a reader takes for Latin ones, each in front of the one that it looks like. */
const alphabets = {
  Cyrillic: 'аaсcеeіiјjоoрpѕsхxуyһhԁdԛqԝwАAВBСCЕEНHІIЈJКKМMОOРPЅSТTХXУY',
  Greek: 'αaοoνvρpιiυuκkΑAΒBΕEΗHΙIΚKΜMΝNΟOΡPΤTΧXΥYΖZ',
} as const;

interface Look {
  /** The character of ASCII that it is taken for. */
  readonly like: string;
  /** What it is, after "is U+0430, ". */
  readonly what: string;
}

function lookOf(character: string): Look | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return undefined;
  for (const [name, pairs] of Object.entries(alphabets)) {
    const at = pairs.indexOf(character);
    if (at >= 0) return { like: pairs[at + 1] ?? '', what: `a ${name} letter` };
  }
  if (code >= 0xff01 && code <= 0xff5e)
    return { like: String.fromCodePoint(code - 0xfee0), what: 'the wide form of a Latin character' };
  return /[\p{Pd}\u2212]/u.test(character) ? { like: '-', what: 'a dash and no hyphen' } : undefined;
}

/** The same for all words that look alike. */
export function folded(word: string): string {
  // eslint-disable-next-line no-control-regex
  if (/^[\x00-\x7F]*$/u.test(word)) return word;
  return Array.from(word.normalize('NFC'), (character) => lookOf(character)?.like ?? character).join('');
}

/** `near` is what `word` was most likely meant to be; `shown`: as it is to be written. */
export function didYouMean(word: string, near: string, shown = near): string {
  const apart = tellApart(word, near);
  return `Did you mean ${shown}?${apart === undefined ? '' : ` ${apart}`}`;
}

/** A sentence on what is different in two words, where a reader would not see it; else undefined. */
function tellApart(word: string, other: string): string | undefined {
  if (word === other || folded(word) !== folded(other)) return undefined;
  const [mine, theirs] = [word.normalize('NFC'), other.normalize('NFC')];
  if (mine === theirs) return composition(word, other);
  const [a, b] = [Array.from(mine), Array.from(theirs)];
  const at = a.findIndex((character, index) => character !== b[index]);
  for (const [character, whole] of [
    [a[at], word],
    [b[at], other],
  ] as const) {
    const look = lookOf(character ?? '');
    if (look) return `The "${character ?? ''}" in ${quote(whole)} is ${codePoint(character ?? '')}, ${look.what}.`;
  }
  return undefined;
}

/** Of the first letter that is composed differently. */
function composition(word: string, other: string): string {
  const [a, b] = [Array.from(word), Array.from(other)];
  let from = 0;
  while (a[from] === b[from]) from++;
  let length = 0;
  while (a[a.length - 1 - length] === b[b.length - 1 - length] && length < Math.min(a.length, b.length) - from)
    length++;
  const points = (letters: readonly string[]): string =>
    letters
      .slice(from, Math.max(from + 1, letters.length - length))
      .map(codePoint)
      .join(' ');
  return `They look the same and are composed differently: ${points(a)} here, ${points(b)} there.`;
}
