/**
 * Where a line may end, and how much it hurts there.
 *
 * What is allowed is decided by UAX #14 (uax14.ts), which knows kinsoku: no closing mark begins a line and no opening one ends it.
 * What is better than something else is decided here, in squares of an em, so that it can be weighed against uneven lines: a cost
 * of 8 is worth making two lines four ideographs different in length. Not by `Intl.Segmenter`: its dictionary comes with the
 * machine's ICU, and the same text must break the same everywhere.
 */
import { chineseCosts } from './chinese.js';
import type { Cluster } from './clusters.js';
import { isEastAsian, isSpace, kindOf } from './kinds.js';
import type { Setting } from './setting.js';
import { lineEnds } from './uax14.js';
import { isInsideRange, isNumber, startsUnit } from './units.js';

export interface Break {
  /** Index of the cluster that would begin the next line; the number of clusters at the end of the text. */
  readonly at: number;
  readonly cost: number;
}

export interface BreakOptions {
  /** Widest line in thousandths of an em: what cannot be broken and is wider is broken anywhere. */
  readonly limit: number;
  /** False for languages that share ideographs but not words with Chinese. */
  readonly chineseWords: boolean;
}

/** A word is not to be torn, nor a number from its unit. */
const torn = 12;
const preferredByAuthor = -6;
const afterPause = -3;
const insideLongWord = 60;
const afterSeparator = 4;
const againstKinsoku = 300;
/** In a list the names are read, not the lines: none is parted for evenness, and one line more is better than a parted one. */
const insideItem = 250;

/** Every place where a line may end, in order; the last is the end of the text. */
export function findBreaks(setting: Setting, options: BreakOptions): Break[] {
  const { clusters } = setting;
  const words = options.chineseWords ? chineseCosts(clusters) : new Map<number, number>();
  const items = listItems(setting, options.limit);
  const breaks: Break[] = [];
  let from = 0;
  for (const at of legalBreaks(setting)) {
    if (setting.width(from, at) > options.limit) breaks.push(...forcedBreaks(setting, from, at));
    const preferred = setting.lineStarts.has(clusters[at]?.start ?? -1);
    const cost = words.get(at) ?? costBetween(clusters, at);
    breaks.push({ at, cost: preferred ? preferredByAuthor : items.has(at) ? cost + insideItem : cost });
    from = at;
  }
  return breaks;
}

/**
 * The places inside the names of a list, `甲、乙、丙`, `one; two` or `甲 → 乙 → 丙`, that fit in a line. What is a sentence, with commas between its
 * parts, is no list.
 */
function listItems(setting: Setting, limit: number): ReadonlySet<number> {
  const inside = new Set<number>();
  if (/[，。！？]/u.test(setting.text)) return inside;
  const { clusters } = setting;
  const ends = clusters.flatMap(({ text }, index) => (/^[、；;→⇒]$/u.test(text) ? [index + 1] : []));
  // One 、 may stand in any name.
  if (ends.length < 2 && !/[；;→⇒]/u.test(setting.text)) return inside;
  let from = 0;
  for (const end of [...ends, clusters.length]) {
    while (isSpace(clusters[from]?.text ?? '')) from++;
    if (setting.width(from, end) <= limit) for (let at = from + 1; at < end; at++) inside.add(at);
    from = end;
  }
  return inside;
}

/** Between any two characters of a word that is wider than a line. */
function forcedBreaks(setting: Setting, from: number, to: number): Break[] {
  const [first, end] = setting.trim(from, to);
  const inside = setting.clusters.slice(first, end);
  return inside.slice(1).map((cluster, index): Break => {
    const before = inside[index];
    const marks = kindOf(before?.code ?? 0) === 'open' || kindOf(cluster.code) === 'close';
    const separated = /^[-_./@\\:?&=+]/.test(before?.text ?? '');
    return { at: first + 1 + index, cost: marks ? againstKinsoku : separated ? afterSeparator : insideLongWord };
  });
}

function legalBreaks({ text, clusters }: Setting): number[] {
  const indexOf = new Map(clusters.map((cluster, index) => [cluster.start, index]));
  const end = clusters.at(-1);
  const found = new Set<number>([clusters.length]);
  for (const offset of lineEnds(text.slice(0, end ? end.start + end.text.length : 0))) {
    const index = indexOf.get(offset);
    // Spaces hang at the end of a line: the place to break is after the last of them.
    if (index === undefined || index === 0 || isSpace(clusters[index]?.text ?? '')) continue;
    if (!isBetweenWords(clusters, index)) found.add(index);
  }
  for (let index = 1; index < clusters.length; index++) if (isBesideQuotes(clusters, index)) found.add(index);
  return [...found].sort((a, b) => a - b);
}

/** A dot, a bar or an arrow with space on either side: it stays at the end of a line, for the next one begins with a word. */
function isBetweenWords(clusters: readonly Cluster[], index: number): boolean {
  const spaced = isSpace(clusters[index - 1]?.text ?? '') && isSpace(clusters[index + 1]?.text ?? '');
  return spaced && /^[·•‧・|→⇒➔]$/.test(clusters[index]?.text ?? '');
}

/** UAX #14 keeps curly quotes together with both sides, not knowing which they are; between ideographs it is plain. */
function isBesideQuotes(clusters: readonly Cluster[], index: number): boolean {
  const before = clusters[index - 1]?.text ?? '';
  const after = clusters[index]?.text ?? '';
  if (/^[“‘]/.test(after)) return isEastAsian(before) && kindOf(before.codePointAt(0) ?? 0) !== 'open';
  return /^[”’]/.test(before) && kindOf(after.codePointAt(0) ?? 0) === 'ideograph';
}

function costBetween(clusters: readonly Cluster[], at: number): number {
  const next = clusters[at];
  if (!next) return 0;
  let last = at - 1;
  while (last > 0 && isSpace(clusters[last]?.text ?? '')) last--;
  const before = clusters[last];
  if (!before) return 0;
  const left = kindOf(before.code);
  const right = kindOf(next.code);
  if (last < at - 1) {
    if (left === 'digit' && startsUnit(clusters, at) && isNumber(clusters, last)) return torn;
    return left === 'close' ? afterPause : 0;
  }

  if (isInsideRange(clusters, at)) return torn;
  if (/^[…—]/.test(next.text)) return 4;
  if (left === 'close') return afterPause;
  if (right === 'open') return 0;
  if (left === 'digit' && right === 'ideograph') return isNumber(clusters, last) ? torn : 1;
  if (left === right && (left === 'katakana' || left === 'hangul')) return torn;
  if (left === 'ideograph' && right === 'hiragana') return 6;
  if (left === 'hiragana' && right === 'ideograph') return 0;
  if (/^[-/]/.test(before.text)) return 3;
  if ((left === 'letter') !== (right === 'letter')) return 1;
  return 2;
}
