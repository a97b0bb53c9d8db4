/**
 * Lengths of time in messages: `4h`, `1d 12h`, as authors write them.
 *
 * Separate from the durations of the model, which keep what the author wrote: a sum has never been written.
 */
import type { Duration } from '../model/quantity.js';

/** Nominal minutes: a day of 24 hours. Weeks and months are left as days, because a sum of days is not a month. */
export function tellTime(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'm'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return said.length === 0 ? '0m' : said.join(' ');
}

/** As the author could have written it: `1mo`, `2d12h`. */
export function writeDuration({ years, months, weeks, days, hours, minutes }: Duration): string {
  const parts = [
    [years, 'y'],
    [months, 'mo'],
    [weeks, 'w'],
    [days, 'd'],
    [hours, 'h'],
    [minutes, 'm'],
  ] as const;
  return parts.flatMap(([count, unit]) => (count > 0 ? [`${count}${unit}`] : [])).join('');
}
