/**
 * Dates of the civil calendar, as `YYYY-MM-DD`, without a clock and without a time zone.
 */
import type { DocumentControl } from './process.js';
import type { Duration } from './quantity.js';

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** Whether there is such a day. */
export function isDate(text: string): boolean {
  if (!isoDate.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** When a document is due for review: one cycle after the last one, or after it came into force. Undefined where either is not said. */
export function nextReview({ review, effective }: Pick<DocumentControl, 'review' | 'effective'>): string | undefined {
  const since = review?.last ?? effective;
  return review?.every === undefined || since === undefined ? undefined : later(since, review.every);
}

/**
 * The day a duration later; a month's end stays a month's end (31 January + 1 month is 28 or 29 February). Undefined for what is no
 * date, and where the result would have five digits of years.
 */
export function later(date: string, duration: Duration): string | undefined {
  const [, year, month, day] = isoDate.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const months = Number(year) * 12 + Number(month) - 1 + duration.years * 12 + duration.months;
  const lastDay = new Date(Date.UTC(2000, 0, 1));
  lastDay.setUTCFullYear(Math.floor(months / 12), (months % 12) + 1, 0);
  const minutes = ((duration.weeks * 7 + duration.days) * 24 + duration.hours) * 60 + duration.minutes;
  const result = new Date(lastDay);
  result.setUTCDate(Math.min(Number(day), lastDay.getUTCDate()));
  result.setTime(result.getTime() + Math.floor(minutes / 1440) * 86_400_000);
  return Number.isNaN(result.getTime()) || result.getUTCFullYear() > 9999
    ? undefined
    : result.toISOString().slice(0, 10);
}
