/**
 * What of a process belongs into a calendar: reviews of its document, looks at its indicators, the follow-up of each segment, tests of
 * restoring a backup.
 *
 * Separate from writing iCalendar. There is no clock: what has no date of its own begins on a day that is given, else when the process
 * takes effect; without either it is left out, and counted. Ids follow from the process's own, so that importing again updates entries.
 */
import { fingerprint } from '../../base/hash.js';
import { later } from '../../model/calendar.js';
import type { Process } from '../../model/process.js';
import type { Duration } from '../../model/quantity.js';
import type { Language } from '../../model/text.js';
import { speaker } from '../../model/words/speaker.js';
import { calendarPhrases } from './phrases.js';
import { ofWholeDays, recurrence, type Series } from './recurrence.js';

export interface CalendarEvent extends Series {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly category: string;
}

export interface Calendar {
  readonly name: string;
  readonly events: readonly CalendarEvent[];
  /** How many have no day to begin on, and how many come back within a day; both are left out. */
  readonly undated: number;
  readonly tooOften: number;
  /** How many of the events come back earlier than they say, by a part of a day. */
  readonly rounded: number;
}

interface Wish extends Pick<CalendarEvent, 'summary' | 'category'> {
  readonly key: readonly (string | number)[];
  readonly every: Duration;
  /** The first time is one period after the beginning, not at once. */
  readonly after: boolean;
  /** A beginning of its own. */
  readonly since?: string | undefined;
  readonly lines: readonly (readonly [string, string])[];
}

export interface CalendarOptions {
  readonly language: Language;
  /** The day on which things begin that say none. */
  readonly from?: string;
}

export function calendarOf(process: Process, { language, from }: CalendarOptions): Calendar {
  const speak = speaker(process, language);
  const { colon, labels } = calendarPhrases(language);
  const title = speak.name({ id: process.id, name: process.title });
  const begin = from ?? process.document?.effective;
  const events: CalendarEvent[] = [];
  let [undated, tooOften, rounded] = [0, 0, 0];
  for (const wish of wishes(process, language)) {
    const { key, every, after, since = begin, summary, category, lines } = wish;
    const start = since === undefined ? undefined : after ? later(since, every) : since;
    const series = since === undefined || start === undefined ? [] : recurrence(every, since, after ? 1 : 0);
    if (start === undefined) undated += 1;
    else if (series.length === 0) tooOften += 1;
    else if (!ofWholeDays(every)) rounded += 1;
    const said = [...lines, [labels.process, title] as const].filter(([, value]) => value !== '');
    const description = said.map(([label, value]) => `${label}${colon}${value}`).join('\n');
    series.forEach((one, index) => {
      const name = [process.id, ...key, ...(index > 0 ? [index] : [])];
      const uid = `${fingerprint(JSON.stringify(name))}@trackflow`;
      events.push({ uid, summary, description, category, ...one });
    });
  }
  return { name: title, events, undated, tooOften, rounded };
}

function wishes(process: Process, language: Language): readonly Wish[] {
  const speak = speaker(process, language);
  const { name, line, words } = speak;
  const { review, kpi, followUp, restoreTest, everyone, categories, labels } = calendarPhrases(language);
  const owners = new Map(process.owners.map((owner) => [owner.id, name(owner)]));
  const who = (ids: readonly (string | undefined)[]): string =>
    words.list(ids.flatMap((id) => (id === undefined ? [] : [owners.get(id) ?? id])));
  const { document } = process;
  const title = name({ id: process.id, name: process.title });

  const reviews: readonly Wish[] = document?.review?.every
    ? [
        {
          key: ['review'],
          every: document.review.every,
          after: true,
          since: document.review.last ?? document.effective,
          summary: review(title),
          category: categories.review,
          lines: [
            [labels.document, [document.number, document.version].filter((part) => part !== undefined).join(' · ')],
            [labels.owner, who([document.owner])],
            [labels.approvers, who(document.approvers)],
            [labels.every, words.every(document.review.every)],
          ],
        },
      ]
    : [];
  const kpis = process.kpis.flatMap((one): Wish[] =>
    one.every === undefined
      ? []
      : [
          {
            key: ['kpi', one.id],
            every: one.every,
            after: true,
            summary: kpi(name(one)),
            category: categories.kpi,
            lines: [
              [labels.target, one.target ? words.target(one.target) : ''],
              [labels.owner, who([one.owner])],
              [labels.about, line(one.description)],
              [labels.every, words.every(one.every)],
            ],
          },
        ],
  );
  const segments = new Map(process.segments.map((segment) => [segment.id, segment]));
  const followUps = process.nodes.flatMap((node) =>
    node.cadence.map((cadence, index): Wish => {
      const segment = segments.get(cadence.segment ?? '');
      return {
        key: ['follow-up', node.id, cadence.segment ?? '', index],
        every: cadence.every,
        after: false,
        summary: followUp(segment === undefined ? everyone : name(segment), name(node)),
        category: categories.followUp,
        lines: [
          [labels.about, line(cadence.about)],
          [labels.channels, words.list(cadence.via.map((channel) => words.channels[channel]))],
          [labels.rule, line(segment?.rule)],
          [labels.owner, who([node.owner])],
          [labels.every, words.every(cadence.every)],
        ],
      };
    }),
  );
  const restores = process.stores.flatMap((store): Wish[] => {
    const backup = store.protection?.backup;
    if (backup?.restoreTest === undefined) return [];
    return [
      {
        key: ['restore-test', store.id],
        every: backup.restoreTest,
        after: true,
        summary: restoreTest(name(store)),
        category: categories.restoreTest,
        lines: [
          [labels.backup, line(backup.to)],
          [labels.owner, who([store.owner])],
          [labels.every, words.every(backup.restoreTest)],
        ],
      },
    ];
  });
  return [...reviews, ...kpis, ...followUps, ...restores];
}
