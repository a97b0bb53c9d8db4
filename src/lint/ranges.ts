/**
 * Branches that part numbers: "up to 500", "超过 500 元", "10–50". Where one ends and the next begins, what lies between them, what both
 * take.
 *
 * Separate from the other questions about labels because it reads numbers. It gives up where it is not sure: another unit, a second
 * number, a word that it does not know. Whether the number at the end of a range belongs to it is what people leave open, and is not
 * asked.
 */
import type { Edge } from '../model/process.js';
import type { Text } from '../model/text.js';
import { plainLabel } from './branch-labels.js';

export interface Range {
  /** −∞ and ∞ where it is open. */
  readonly low: number;
  readonly high: number;
  /** Of two numbers this far apart nothing lies between: 1 of whole numbers, 0.1 of tenths. */
  readonly step: number;
}

export interface RangedBranch extends Range {
  readonly edge: Edge;
}

/**
 * The branches as ranges of one quantity, the lowest first; nothing if one of them is anything else. What a branch denies altogether
 * (不予赔付, "Not insured") is no part of the quantity and is left out.
 */
export function rangesOf(branches: readonly Edge[]): readonly RangedBranch[] | undefined {
  const counted = branches.filter(({ when }) => when === undefined || !Object.values(when).every(denies));
  return rangesIn(counted, ({ when }) => when)?.map(({ item, ...range }) => ({ ...range, edge: item }));
}

/** What the texts of some things say as ranges of one quantity, the lowest first; nothing if one of them says anything else. */
export function rangesIn<T>(
  items: readonly T[],
  textOf: (item: T) => Text | undefined,
): readonly (Range & { readonly item: T })[] | undefined {
  const languages = new Set(items.flatMap((item) => Object.keys(textOf(item) ?? {})));
  for (const language of languages) {
    const found = items.flatMap((item) => {
      const said = textOf(item)?.[language];
      const range = said === undefined ? undefined : rangeOf(said);
      return range === undefined ? [] : [{ item, ...range }];
    });
    const units = new Set(found.map(({ unit }) => unit).filter((unit) => unit !== ''));
    if (found.length < items.length || found.length < 2 || units.size > 1) continue;
    return found.sort((a, b) => a.low - b.low || a.high - b.high);
  }
  return undefined;
}

function denies(label: string): boolean {
  return /^(?:不(?!限|足|满)|无(?!上限|限)|拒|no(?! limit)\b|not\b|none\b|reject|declin|refus)[^\d]*$/u.test(
    plainLabel(label),
  );
}

/** The first two neighbours between which numbers are left over. */
export function gapIn<R extends Range>(ranges: readonly R[]): readonly [R, R] | undefined {
  let highest = ranges[0];
  for (const range of ranges.slice(1)) {
    if (highest === undefined) return undefined;
    if (range.low - highest.high > Math.min(range.step, highest.step) * 1.000001) return [highest, range];
    if (range.high > highest.high) highest = range;
  }
  return undefined;
}

/** From nothing, or from below it, up to any number. */
export function takeAll(ranges: readonly Range[]): boolean {
  const from = Math.min(...ranges.map(({ low, step }) => low - step));
  return gapIn(ranges) === undefined && from <= 0 && ranges.some(({ high }) => high === Infinity);
}

/** Two that share more than a number at their ends. Where one lies within the other, the author may mean them to be asked in turn. */
export function overlapIn<R extends Range>(ranges: readonly R[]): readonly [R, R] | undefined {
  for (const [index, one] of ranges.entries()) {
    const other = ranges.slice(index + 1).find(({ low, high }) => one.low < low && low < one.high && one.high < high);
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

const number = String.raw`(\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?(百|千|万|亿|k\b)?`;
const numbers = new RegExp(number, 'gu');
const between = new RegExp(
  String.raw`(?:\b(?:from|between) |介于)?${number}([^\d]*?) ?(?:[-–—~]|至|到|\bto\b|\band\b) ?${number}`,
  'u',
);
/** Those that deny another one come before it. */
const comparators: readonly (readonly ['high' | 'low', RegExp])[] = [
  [
    'high',
    /不超过|[未没]超[过出]|没有超[过出]|不高于|不多于|不大于|\b(?:no|not) (?:more than|above|over|exceeding)\b/u,
  ],
  ['low', /不低于|不少于|不小于|\b(?:no|not) (?:less than|fewer than|below|under)\b/u],
  [
    'high',
    /\bor (?:less|fewer|below|under)\b|\band below\b|及?以下|及?以内|之内|至多|最多|\bup to\b|\bat most\b|\bwithin\b/u,
  ],
  ['low', /\bor (?:more|above|over)\b|\band (?:above|more)\b|及?以上|至少|\bat least\b/u],
  ['high', /<=?|≤|低于|少于|小于|不足|不到|[未不]满|\bunder\b|\bbelow\b|\bless than\b|\bfewer than\b/u],
  ['low', />=?|≥|高于|多于|大于|超[过出]|达到|满|\bover\b|\babove\b|\bmore than\b|\bexceed(?:s|ing)?\b|\+/u],
];
const factors: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000, k: 1000 };

interface Read extends Range {
  readonly unit: string;
}

/** One label as a range, with the words that are left of it. */
export function rangeOf(label: string): Read | undefined {
  if (label.length > 60) return undefined;
  // 一般（60–79 分）: the name of the class, and the numbers that make it.
  const within = /^\D*[（(]([^（）()]*\d[^（）()]*)[）)]$/u.exec(label.trim())?.[1];
  const plain = plainLabel(within ?? label);
  const found = between.exec(plain);
  if (found !== null) {
    const [all, first = '', ownFactor, , second = '', factor] = found;
    const rest = plain.replace(all, ' ');
    if (/\d/u.test(rest) || comparators.some(([, sign]) => sign.test(rest))) return undefined;
    const high = amount(second, factor);
    const shared = amount(first, ownFactor ?? factor);
    // 50–100 万 shares what it counts in, 5000–1 万 cannot.
    const low = shared.value < high.value ? shared : amount(first, ownFactor);
    if (low.value >= high.value) return undefined;
    return {
      low: low.value,
      high: high.value,
      step: Math.min(low.step, high.step),
      unit: unitOf(`${found[3] ?? ''} ${rest}`),
    };
  }
  const [only, ...more] = plain.matchAll(numbers);
  if (only === undefined || more.length > 1) return undefined;
  if (more.length === 1) return betweenLimits(plain);
  const { value, step } = amount(only[1] ?? '', only[2]);
  const words = plain.replace(only[0], ' ');
  const side = comparators.find(([, sign]) => sign.test(words));
  if (side === undefined) return undefined;
  const rest = words.replace(side[1], ' ');
  if (comparators.some(([, sign]) => sign.test(rest)) || /[-–—~\d]/u.test(rest)) return undefined;
  return { low: -Infinity, high: Infinity, [side[0]]: value, step, unit: unitOf(rest) };
}

/** A limit below and one above: 1 万元以上、不足 10 万元; "over 10 but below 20 days". What is counted need be said only once. */
function betweenLimits(plain: string): Read | undefined {
  const parts = plain
    .split(/(?<=以上|以下|以内)|[，、；;]|(?<!\d),|,(?!\d)|并且|[且但并]|\b(?:and|but)\b/u)
    .filter((part) => part.trim() !== '');
  if (parts.length !== 2) return undefined;
  const [one, other] = parts.map(rangeOf);
  if (one === undefined || other === undefined) return undefined;
  const low = Math.max(one.low, other.low);
  const high = Math.min(one.high, other.high);
  if (![low, high].every(Number.isFinite) || low >= high) return undefined;
  const units = [one.unit, other.unit].map((unit) => unit.split(' ').filter((word) => word !== ''));
  const [wide = [], narrow = []] = units.toSorted((a, b) => b.length - a.length);
  if (!narrow.every((word) => wide.includes(word))) return undefined;
  return { low, high, step: Math.min(one.step, other.step), unit: wide.join(' ') };
}

function amount(digits: string, factor: string | undefined): { readonly value: number; readonly step: number } {
  const plain = digits.replace(/[ ,]/gu, '');
  const times = factors[factor ?? ''] ?? 1;
  // Between 1 万 and 2 万 there is much; between 60 and 61 points nothing.
  const step = times > 1 ? 1 : 1 / 10 ** (plain.split('.')[1]?.length ?? 0);
  return { value: Number(plain) * times, step };
}

/** What is counted, once in front of the number and once behind it: "EUR", "元", "days". A word twice is the same word. */
function unitOf(rest: string): string {
  const plain = rest.replace(/不?含|[的约共为是]|\b(?:is|are|the|an?|of|in|total|from)\b|[ ,，()]+/gu, ' ');
  return [...new Set(plain.trim().split(/ +/u))].join(' ').replace(/s$/u, '');
}
