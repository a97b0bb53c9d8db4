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

/** Numbers, and words that turn a sentence round: where they differ, a light edit is none. */
export function turningPoints(text: string): string {
  const plain = plainForm(text);
  const found = plain.match(
    /\d+(?:\.\d+)?|[不未无非没免]|[零一二两三四五六七八九十百千万亿]+|\b(?:not?|non|un\w+|without|never|less|more)\b/gu,
  );
  return (found ?? []).join(' ');
}

export function textLikeness(a: string, b: string): number {
  const one = plainForm(a);
  const two = plainForm(b);
  if (one === two) return one === '' ? 0 : 1;
  if (one === '' || two === '') return 0;
  const signs = (of: string): readonly string[] => Array.from(of.replaceAll(' ', ''));
  const [left, right] = [signs(one), signs(two)];
  const spaced = one.includes(' ') && two.includes(' ');
  const parts = [
    common(pairs(left), pairs(right)),
    common(spaced ? one.split(' ') : left, spaced ? two.split(' ') : right),
  ];
  const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  const [short, long] = left.length < right.length ? [one, two] : [two, one];
  // A name with something added says the same more exactly: 审批 and 审批合同.
  const contained = Array.from(short).length >= 2 && long.includes(short);
  return contained ? Math.max(mean, 0.6) : mean;
}

/** The best over the languages that both are written in; in each one's own language if they share none. */
export function likeness(a: Text, b: Text, languages: readonly [Language, Language]): number {
  const shared = Object.keys(a).filter((language) => Object.hasOwn(b, language));
  if (shared.length === 0) return textLikeness(a[languages[0]] ?? '', b[languages[1]] ?? '');
  return Math.max(...shared.map((language) => textLikeness(a[language] ?? '', b[language] ?? '')));
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
