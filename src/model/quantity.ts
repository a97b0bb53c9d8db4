/**
 * Durations and ratios as values. The language accepts `30m 4h 2d 1w 3mo 1y`, combinations such as `1d12h`, and ISO 8601.
 */

/** Calendar parts are kept, so that `1mo` can be printed as a month; `minutes` is the nominal length for comparing. */
export interface Duration {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  /** Nominal length in minutes: a day 24 h, a week 7 d, a month 30 d, a year 365 d. */
  readonly totalMinutes: number;
}

/** A share of one: `0.35` for the author's `35%`. */
export type Ratio = number;

/** ISO 8601: `P1M`, `P1DT12H`; nothing at all is `PT0M`. */
export function isoDuration({ years, months, weeks, days, hours, minutes }: Duration): string {
  const part = (count: number, unit: string): string => (count === 0 ? '' : `${count}${unit}`);
  const date = part(years, 'Y') + part(months, 'M') + part(weeks, 'W') + part(days, 'D');
  const time = part(hours, 'H') + part(minutes, 'M');
  return date === '' && time === '' ? 'PT0M' : `P${date}${time === '' ? '' : `T${time}`}`;
}
