/**
 * How alike two names are, from 0 to 1, and what is the same text but for how it is written.
 *
 * Separate because matching asks it of every pair of elements and the question is nothing about processes. No dictionary and no locale:
 * letters, pairs of letters, and words where there are spaces.
 */
import type { Language, Text } from '../../model/text.js';

/** The same for two texts that differ in spaces, punctuation, width or capitals only. */
export function plainForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{Cc}]+/gu, ' ')
    .replace(/(?<![\p{Script=Latin}\p{N}]) | (?![\p{Script=Latin}\p{N}])/gu, '')
    .trim();
}

export function textLikeness(a: string, b: string): number {
  return partsLikeness(partsOf(a), partsOf(b));
}

/** The best over the languages that both are written in; in each one's own language if they share none. */
export function likeness(a: Text, b: Text, languages: readonly [Language, Language]): number {
  const shared = Object.keys(a).filter((language) => Object.hasOwn(b, language));
  if (shared.length === 0) return partsLikeness(partsIn(a, languages[0]), partsIn(b, languages[1]));
  return Math.max(...shared.map((language) => partsLikeness(partsIn(a, language), partsIn(b, language))));
}

interface Parts {
  readonly plain: string;
  readonly signs: readonly string[];
  readonly pairs: readonly string[];
}

/** Each name is held against many others. */
const known = new WeakMap<Text, Map<Language, Parts>>();

function partsIn(text: Text, language: Language): Parts {
  const parts = known.get(text) ?? new Map<Language, Parts>();
  known.set(text, parts);
  const before = parts.get(language);
  if (before !== undefined) return before;
  const found = partsOf(text[language] ?? '');
  parts.set(language, found);
  return found;
}

function partsOf(text: string): Parts {
  const plain = plainForm(text);
  const signs = Array.from(plain.replaceAll(' ', ''));
  return { plain, signs, pairs: pairs(signs) };
}

function partsLikeness(a: Parts, b: Parts): number {
  if (a.plain === b.plain) return a.plain === '' ? 0 : 1;
  if (a.plain === '' || b.plain === '') return 0;
  const spaced = a.plain.includes(' ') && b.plain.includes(' ');
  const words = spaced ? common(a.plain.split(' '), b.plain.split(' ')) : common(a.signs, b.signs);
  const mean = (common(a.pairs, b.pairs) + words) / 2;
  const [short, long] = a.signs.length < b.signs.length ? [a, b] : [b, a];
  // A name with something added says the same more exactly: 审批 and 审批合同.
  const contained = short.signs.length >= 2 && long.plain.includes(short.plain);
  return contained ? Math.max(mean, 0.6) : mean;
}

function pairs(signs: readonly string[]): readonly string[] {
  return signs.slice(1).map((sign, index) => (signs[index] ?? '') + sign);
}

/** Twice what both have, by what they have together (Dice). */
function common(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const part of a) left.set(part, (left.get(part) ?? 0) + 1);
  let shared = 0;
  for (const part of b) {
    const count = left.get(part) ?? 0;
    if (count > 0) shared += 1;
    left.set(part, count - 1);
  }
  return (2 * shared) / (a.length + b.length);
}
