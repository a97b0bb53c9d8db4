/** Days that exist. A schema can only see that a date looks like one; the 30th of February does. */

/** How many days the month of a well-formed date has, if that is fewer than the date says. */
export function daysShort(date: string): number | undefined {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day > days ? days : undefined;
}
