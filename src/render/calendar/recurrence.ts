/**
 * How often something happens, as rules of iCalendar.
 *
 * Days are all there is: what comes back within a day has no place in a calendar of whole days. Where trackflow has the 28th of February
 * for a 30th, a plain rule would skip February. There are rules of one line for that, which not every calendar understands; so February gets a
 * rule of its own, and together they give the days that `later` gives.
 */
import { later } from '../../model/calendar.js';
import type { Duration } from '../../model/quantity.js';

export interface Recurrence {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval?: number;
  readonly bymonth?: readonly number[];
  /** -1: the last day of the month. */
  readonly bymonthday?: readonly number[];
}

export interface Series {
  /** The first day, `YYYY-MM-DD`. */
  readonly start: string;
  readonly rule: Recurrence;
}

const minutesOfDay = 1440;
const february = 2;

/** Whether something comes back after whole days, or after months. Else `recurrence` has it a little more often. */
export const ofWholeDays = ({ totalMinutes }: Duration): boolean => totalMinutes % minutesOfDay === 0;

/**
 * The days on which something comes back, counted from a day on; none for what comes back within a day.
 *
 * `since`, `YYYY-MM-DD`, is the first day itself, or the day before it where the first is one period later (`skip` 1): six months after the
 * 31st of August is the end of February, and again the 31st, which the first day alone does not tell.
 */
export function recurrence(every: Duration, since: string, skip: 0 | 1 = 0): readonly Series[] {
  const { years, months, weeks, days, hours, minutes } = every;
  const inMonths = years * 12 + months;
  const inDays = weeks * 7 + days;
  const short = hours * 60 + minutes;
  if (Number.isInteger(inMonths) && inMonths > 0 && inDays === 0 && short === 0) return monthly(inMonths, since, skip);
  if (every.totalMinutes < minutesOfDay) return [];
  const start = skip === 0 ? since : (later(since, every) ?? since);
  // Months and days together follow no calendar: then a month has thirty days. Parts of days are cut off: what is due is not late.
  const total = Math.floor(every.totalMinutes / minutesOfDay);
  return [{ start, rule: total % 7 === 0 ? step('WEEKLY', total / 7) : step('DAILY', total) }];
}

function step(freq: Recurrence['freq'], interval: number): Recurrence {
  return { freq, ...(interval > 1 && { interval }) };
}

function monthly(count: number, since: string, skip: number): readonly Series[] {
  const [month = 1, day = 1] = since.split('-').slice(1).map(Number);
  const start = after(since, skip * count);
  const plain = count % 12 === 0 ? step('YEARLY', count / 12) : step('MONTHLY', count);
  const visited = new Set(Array.from({ length: 12 }, (_, index) => ((month - 1 + index * count) % 12) + 1));
  if (day <= 28 || (day < 31 && !visited.has(february)) || visited.size === 1) {
    if (day <= 28 || month !== february) return [{ start, rule: plain }];
    return [{ start, rule: { ...plain, bymonth: [february], bymonthday: [-1] } }];
  }
  if (day === 31) return [{ start, rule: { ...plain, bymonthday: [-1] } }];
  const period = commonMultiple(count, 12) / 12;
  const firstIn = (months: readonly number[]): string => {
    const days = Array.from({ length: 12 }, (_, index) => after(since, (skip + index) * count));
    return days.find((one) => months.includes(Number(one.split('-')[1]))) ?? start;
  };
  const ofFebruary: Series = {
    start: firstIn([february]),
    rule: { ...step('YEARLY', period), bymonth: [february], bymonthday: [-1] },
  };
  const others = [...visited].filter((one) => one !== february).sort((a, b) => a - b);
  // Where the same months come back every year they are one rule, else each is its own.
  const rest: readonly Series[] =
    period === 1
      ? [{ start: firstIn(others), rule: { freq: 'YEARLY', bymonth: others, bymonthday: [day] } }]
      : others.map((one) => ({ start: firstIn([one]), rule: step('YEARLY', period) }));
  return [...rest, ofFebruary];
}

function after(start: string, months: number): string {
  const none = { years: 0, weeks: 0, days: 0, hours: 0, minutes: 0, totalMinutes: 0 };
  return later(start, { ...none, months }) ?? start;
}

function commonMultiple(a: number, b: number): number {
  let [large, small] = [a, b];
  while (small > 0) [large, small] = [small, large % small];
  return (a / large) * b;
}
