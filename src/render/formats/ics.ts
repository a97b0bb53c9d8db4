/** iCalendar: reviews, indicators, follow-ups and restore tests, for the calendars of those who do them. */
import type { Format } from '../format.js';

export const ics = {
  id: 'ics',
  summary: 'reviews, indicators, follow-ups and restore tests, for calendars',
  extension: '.ics',
  mediaType: 'text/calendar',
  needs: 'process',
  async render(process, { language, from }) {
    const [{ calendarOf }, { icalendar }] = await Promise.all([
      import('../calendar/events.js'),
      import('../calendar/icalendar.js'),
    ]);
    const calendar = calendarOf(process, { language, ...(from !== undefined && { from }) });
    const { undated, tooOften, rounded, events } = calendar;
    return {
      content: icalendar(calendar),
      notes: [
        ...(undated > 0
          ? [`${times(undated)} left out, for there is no day to begin on: give one with --from, or an effective date.`]
          : []),
        ...(tooOften > 0 ? [`${times(tooOften)} left out: more often than once a day is nothing for a calendar.`] : []),
        ...(rounded > 0
          ? [`${times(rounded)} a little earlier each time than the flow says: calendars of whole days have no hours.`]
          : []),
        ...(events.length + undated + tooOften === 0
          ? ['empty: the process has no reviews, indicators or follow-ups.']
          : []),
      ],
    };
  },
} as const satisfies Format;

const times = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`);
