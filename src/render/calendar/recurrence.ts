/**
 * How often something happens, as a rule of iCalendar.
 *
 * Days are all there is: what comes back within a day has no place in a calendar of whole days. A month's end stays a month's end, as
 * everywhere in trackflow; a plain monthly rule from the 31st would skip every shorter month.
 */
import type { Duration } from '../../model/quantity.js';

export interface Recurrence {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval?: number;
  readonly bymonth?: number;
  readonly bymonthday?: number[];
  readonly bysetpos?: number;
}

const minutesOfDay = 1440;

/** The rule for something that begins on a day, as `YYYY-MM-DD`; undefined for what comes back within a day. */
export function recurrence(every: Duration, start: string): Recurrence | undefined {
  const { years, months, weeks, days, hours, minutes } = every;
  const inMonths = years * 12 + months;
  const inDays = weeks * 7 + days;
  const short = hours * 60 + minutes;
  const whole = [inMonths, inDays].every(Number.isInteger);
  if (whole && inMonths > 0 && inDays === 0 && short === 0) {
    const yearly = inMonths % 12 === 0;
    return {
      ...step(yearly ? 'YEARLY' : 'MONTHLY', yearly ? inMonths / 12 : inMonths),
      ...monthEnd(start, yearly),
    };
  }
  // Months and days together follow no calendar: then a month has thirty days.
  const total = Math.round(every.totalMinutes / minutesOfDay);
  if (every.totalMinutes < minutesOfDay) return undefined;
  return total % 7 === 0 && inDays % 7 === 0 ? step('WEEKLY', total / 7) : step('DAILY', total);
}

function step(freq: Recurrence['freq'], interval: number): Recurrence {
  return { freq, ...(interval > 1 && { interval }) };
}

/** The last of the days up to this one that the month has. */
function monthEnd(start: string, yearly: boolean): Partial<Recurrence> {
  const [month = 0, day = 0] = start.split('-').slice(1).map(Number);
  if (day <= 28 || (yearly && month !== 2)) return {};
  const bymonthday = [28, 29, 30, 31].filter((one) => one <= day);
  return { ...(yearly && { bymonth: month }), bymonthday, bysetpos: -1 };
}
