/**
 * Durations, ratios and targets: from what the author wrote to values.
 *
 * Separate because they are pure functions of a string that the schema has already found well-formed; what they cannot read is
 * undefined, never a guess.
 */
import { comparators, type Comparator, type Target } from '../model/process.js';
import type { Duration, Ratio } from '../model/quantity.js';

type Part = Exclude<keyof Duration, 'totalMinutes'>;

/** In minutes; a month and a year have nominal lengths, good enough to compare with. */
const lengths: Readonly<Record<Part, number>> = {
  years: 525_600,
  months: 43_200,
  weeks: 10_080,
  days: 1_440,
  hours: 60,
  minutes: 1,
};
const parts = Object.keys(lengths) as Part[];

/** `1d12h`: the largest unit first. */
const short = /^(?:(\d+)y)?(?:(\d+)mo)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$/u;
/** ISO 8601: `P1DT12H`. */
const iso = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/u;

export function duration(written: string): Duration | undefined {
  const match = short.exec(written) ?? iso.exec(written);
  if (match === null) return undefined;
  const values = Object.fromEntries(parts.map((part, index) => [part, Number(match[index + 1] ?? 0)])) as Record<
    Part,
    number
  >;
  const totalMinutes = parts.reduce((sum, part) => sum + values[part] * lengths[part], 0);
  return totalMinutes > 0 ? { ...values, totalMinutes } : undefined;
}

/** `{sla: …}` for an object that may have one. */
export function optionalDuration<K extends string>(
  key: K,
  written: string | undefined,
): { readonly [P in K]?: Duration } {
  const value = written === undefined ? undefined : duration(written);
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: Duration };
}

/** `35%` and `0.35` are the same number, and not 0.35000000000000003. */
export function ratio(written: string | number): Ratio | undefined {
  if (typeof written === 'number') return Number.isFinite(written) ? written : undefined;
  const match = /^(\d+(?:\.\d+)?)%$/u.exec(written);
  return match === null ? undefined : Number(`${match[1] ?? ''}e-2`);
}

/** `>= 20%`, `<= 4h`, `= 0`. */
export function target(written: string): Target | undefined {
  const match = /^(>=|<=|>|<|=) ?(.+)$/u.exec(written);
  const sign = match?.[1];
  const amount = match?.[2];
  if (sign === undefined || amount === undefined || !isComparator(sign)) return undefined;
  if (/^\d+(?:\.\d+)?$/u.test(amount)) return { comparator: sign, value: Number(amount), unit: 'number' };
  const share = ratio(amount);
  if (share !== undefined) return { comparator: sign, value: share, unit: 'ratio' };
  const length = duration(amount);
  return length && { comparator: sign, value: length.totalMinutes, unit: 'duration', duration: length };
}

function isComparator(sign: string): sign is Comparator {
  return (comparators as readonly string[]).includes(sign);
}
