/**
 * A calendar as iCalendar (RFC 5545). The adapter to ical.js, which escapes texts and folds lines.
 *
 * Same input, same bytes: the time stamp that every entry must have is the beginning of its first day. Entries are whole days that do not
 * make anyone busy.
 */
import ICAL from 'ical.js';
import { oneLine, printable } from '../../base/printable.js';
import type { Calendar, CalendarEvent } from './events.js';

// Lines have 75 bytes at most, and ical.js leaves out the blank that goes before those that go on.
ICAL.foldLength = 74;

type Property = [string, Record<string, string>, string, unknown];

const text = (name: string, value: string): Property => [name, {}, 'text', value];

/** What a calendar holds needs no tab, which some readers take for the beginning of a folded line. */
const clean = (value: string): string => printable(value).replaceAll('\t', ' ');

function eventOf({ uid, summary, description, category, start, rule }: CalendarEvent): unknown[] {
  const properties: Property[] = [
    text('uid', uid),
    ['dtstamp', {}, 'date-time', `${start}T00:00:00Z`],
    ['dtstart', {}, 'date', start],
    ['rrule', {}, 'recur', rule],
    text('summary', clean(oneLine(summary))),
    text('description', clean(description)),
    text('categories', clean(category)),
    text('transp', 'TRANSPARENT'),
  ];
  return ['vevent', properties, []];
}

export function icalendar({ name, events }: Calendar): string {
  const properties: Property[] = [
    text('version', '2.0'),
    text('prodid', '-//trackflow//trackflow//EN'),
    text('calscale', 'GREGORIAN'),
    // Without a type, as calendars have always written it; so the escaping is ours.
    ['x-wr-calname', {}, 'unknown', clean(oneLine(name)).replace(/[\\;,]/gu, String.raw`\$&`)],
  ];
  return `${ICAL.stringify(['vcalendar', properties, events.map(eventOf)])}\r\n`;
}
