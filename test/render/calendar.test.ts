/** Calendars, read back by two parsers: what is in them, on which days it comes back, and that texts stay texts. */
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../../src/base/printable.js';
import { later } from '../../src/model/calendar.js';
import type { Process } from '../../src/model/process.js';
import type { RenderOptions } from '../../src/render/format.js';
import { calendarOf } from '../../src/render/calendar/events.js';
import { icalendar } from '../../src/render/calendar/icalendar.js';
import { recurrence } from '../../src/render/calendar/recurrence.js';
import { ics } from '../../src/render/formats/ics.js';
import { examples } from '../fixtures/examples.js';
import { lasting, node, process, rich, span, text } from '../fixtures/process.js';
import { hostileStrings, naughtyStrings, retold } from '../fixtures/texts.js';

const options: RenderOptions = { language: 'zh', theme: 'auto', mermaidDiagram: 'flowchart' };

interface Entry {
  readonly uid: string;
  readonly start: string;
  readonly rule: string;
  readonly summary: string;
  readonly description: string;
}

/** By the parser of Thunderbird's makers. */
function entries(calendar: string): readonly Entry[] {
  return ICAL.Component.fromString(calendar)
    .getAllSubcomponents('vevent')
    .map((event) => {
      const said = (name: string): string => String(event.getFirstPropertyValue(name));
      return {
        uid: said('uid'),
        start: said('dtstart'),
        rule: said('rrule'),
        summary: said('summary'),
        description: said('description'),
      };
    });
}

/** The first days on which something comes back, by all its rules. */
function days(
  every: Parameters<typeof recurrence>[0],
  since: string,
  count: number,
  skip: 0 | 1 = 0,
): readonly string[] {
  const events = recurrence(every, since, skip).map((series, index) => ({
    uid: `u${index}`,
    summary: 's',
    description: 'd',
    category: 'c',
    ...series,
  }));
  const calendar = icalendar({ name: 'x', undated: 0, tooOften: 0, rounded: 0, events });
  return ICAL.Component.fromString(calendar)
    .getAllSubcomponents('vevent')
    .flatMap((event) => {
      const iterator = new ICAL.Event(event).iterator();
      return Array.from({ length: count }, () => String(iterator.next()));
    })
    .sort()
    .slice(0, count);
}

describe('the rich process', () => {
  it('has its reviews, indicators, follow-ups and restore tests, the first review after the last one', async () => {
    const { content, notes } = await ics.render(rich, options);
    const list = entries(content);
    expect(notes).toEqual([]);
    expect(list.map(({ start, summary }) => `${start} ${summary}`)).toMatchInlineSnapshot(`
      [
        "2027-03-20 评审：客户跟进流程",
        "2026-11-01 查看指标：转化率",
        "2026-10-01 跟进重点客户：电话跟进",
        "2026-10-01 跟进所有客户：电话跟进",
        "2027-01-01 恢复演练：客户库",
      ]
    `);
    expect(list[0]?.start).toBe('2027-03-20');
    expect(list[0]?.description.split('\n')[0]).toBe('文件：QP-CRM-001 · 2.1.0');
    expect(new Set(list.map(({ uid }) => uid)).size).toBe(list.length);
  });

  it('begins on the day that is given', async () => {
    const { content } = await ics.render(rich, { ...options, language: 'en', from: '2027-01-04' });
    const followUp = entries(content).find(({ summary }) => summary === 'Follow up Key account: Call back');
    expect(followUp).toMatchObject({ start: '2027-01-04', rule: 'FREQ=WEEKLY' });
    expect(followUp?.description).toContain('Channels: phone, visit');
  });

  it('keeps the ids of entries over languages and days, so that a second import updates the first', async () => {
    const ids = async (more: Partial<RenderOptions>): Promise<readonly string[]> =>
      entries((await ics.render(rich, { ...options, ...more })).content).map(({ uid }) => uid);
    expect(await ids({ language: 'en', from: '2028-03-01' })).toEqual(await ids({}));
  });

  it('leaves out what has no day to begin on, and what is no matter of days, and says so', async () => {
    const flow = process({
      nodes: [
        node('a', { type: 'task', cadence: [{ every: lasting({ weeks: 1 }), via: [] }] }),
        node('b', { type: 'task', cadence: [{ every: lasting({ hours: 4 }), via: [] }] }),
      ],
    });
    const without = await ics.render(flow, options);
    expect(entries(without.content)).toEqual([]);
    expect(without.notes).toEqual([expect.stringMatching(/^2 entries left out.*--from/u)]);
    const given = await ics.render(flow, { ...options, from: '2026-12-01' });
    expect(entries(given.content)).toHaveLength(1);
    expect(given.notes).toEqual([expect.stringMatching(/^1 entry left out: more often than once a day/u)]);
    expect((await ics.render(process({ nodes: [] }), options)).notes).toEqual([expect.stringMatching(/^empty:/u)]);
  });
});

describe.each(examples)('%s', (_, flow) => {
  it('is what a second parser reads, too, and the same each time', async () => {
    const { content } = await ics.render(flow, options);
    expect((await ics.render(flow, options)).content).toBe(content);
    const events = Object.values(nodeIcal.sync.parseICS(content)).flatMap((one) =>
      one.type === 'VEVENT' ? [one] : [],
    );
    expect(events.map(({ uid, summary }) => [uid, summary])).toEqual(
      entries(content).map(({ uid, summary }) => [uid, summary]),
    );
    expect(events.length).toBeGreaterThan(0);
    const longest = Math.max(...content.split('\r\n').map((line) => new TextEncoder().encode(line).length));
    expect(longest).toBeLessThanOrEqual(75);
    expect(content.split('\r\n').join('')).not.toMatch(/[\r\n]/u);
  });
});

describe('recurrence', () => {
  it.each([
    [{ weeks: 1 }, { freq: 'WEEKLY' }],
    [{ weeks: 2 }, { freq: 'WEEKLY', interval: 2 }],
    [{ days: 14 }, { freq: 'WEEKLY', interval: 2 }],
    [{ days: 10 }, { freq: 'DAILY', interval: 10 }],
    [{ months: 3 }, { freq: 'MONTHLY', interval: 3 }],
    [
      { years: 1, months: 6 },
      { freq: 'MONTHLY', interval: 18 },
    ],
    [{ months: 12 }, { freq: 'YEARLY' }],
    [
      { months: 1, days: 15 },
      { freq: 'DAILY', interval: 45 },
    ],
    [{ hours: 60 }, { freq: 'DAILY', interval: 2 }],
  ])('%j', (every, rule) => {
    expect(recurrence(lasting(every), '2026-10-01')).toEqual([{ start: '2026-10-01', rule }]);
  });

  it('has no rule for what comes back within a day', () => {
    expect(recurrence(lasting({ hours: 4 }), '2026-10-01')).toEqual([]);
  });

  const starts = ['2026-08-28', '2026-08-29', '2026-08-30', '2026-08-31', '2027-01-31', '2028-02-29', '2027-04-30'];
  it.each(starts.flatMap((start) => [1, 2, 3, 5, 6, 12, 18].map((months) => [start, months] as const)))(
    'from %s every %i months has the days that trackflow counts: a month end is a month end',
    (start, months) => {
      const counted = Array.from({ length: 15 }, (_, index) =>
        index === 0 ? start : later(start, lasting({ months: months * index })),
      );
      expect(days(lasting({ months }), start, 14)).toEqual(counted.slice(0, 14));
      expect(days(lasting({ months }), start, 14, 1)).toEqual(counted.slice(1));
    },
  );

  it('counts reviews, indicators and restore tests from the day before their first, not from a first cut short', async () => {
    const flow: Process = {
      ...process({ nodes: [] }),
      document: {
        effective: '2026-08-31',
        approvers: [],
        reviewers: [],
        review: { every: lasting({ months: 6 }), last: '2026-08-31' },
        related: [],
      },
      kpis: [{ id: 'k', span, name: { en: 'K' }, measure: 'custom', every: lasting({ months: 1 }) }],
    };
    const { content } = await ics.render(flow, options);
    expect(entries(content).map(({ start, rule }) => `${start} ${rule}`)).toEqual([
      '2027-02-28 FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1',
      '2026-09-30 FREQ=MONTHLY;BYMONTHDAY=-1',
    ]);
  });

  it('cuts parts of days off, so that nothing is late, and says so', async () => {
    const every = (hours: number): Process =>
      process({
        nodes: [node('a', { type: 'task', cadence: [{ every: lasting({ days: 1, hours }), via: [] }] })],
      });
    const whole = await ics.render(every(0), { ...options, from: '2026-12-01' });
    const cut = await ics.render(every(12), { ...options, from: '2026-12-01' });
    expect(entries(cut.content)).toMatchObject([{ rule: 'FREQ=DAILY' }]);
    expect(cut.notes).toEqual([expect.stringMatching(/^1 entry a little earlier/u)]);
    expect(whole.notes).toEqual([]);
  });
});

describe('texts stay texts', () => {
  const strings = [...hostileStrings, ...(naughtyStrings ?? [])];

  it('whatever they mean to calendars', () => {
    const kpis = strings.map((said, index) => ({
      id: `k${index}`,
      span,
      name: { zh: said },
      description: text(said, said),
      measure: 'custom' as const,
      every: lasting({ weeks: 1 }),
    }));
    const flow: Process = { ...process({ nodes: [] }), kpis };
    const calendar = calendarOf(flow, { language: 'zh', from: '2026-11-22' });
    const list = entries(icalendar(calendar));
    expect(list).toHaveLength(strings.length);
    // A tab is a space here, and nothing else is changed.
    const plain = (said: string): string => said.replaceAll('\t', ' ');
    expect(list.map(({ summary }) => summary)).toEqual(calendar.events.map(({ summary }) => plain(summary)));
    expect(list.map(({ description }) => description)).toEqual(
      calendar.events.map(({ description }) => plain(description)),
    );
    strings.forEach((said, index) => {
      if (oneLine(said) !== '') expect(list[index]?.summary).toContain(plain(oneLine(said)));
    });
  });

  it('wherever they stand', () => {
    for (const said of strings) {
      const calendar = icalendar(
        calendarOf(
          retold(rich, () => said),
          { language: 'zh' },
        ),
      );
      expect(entries(calendar)).toHaveLength(5);
      const [head = ''] = calendar.split('BEGIN:VEVENT');
      expect(head.split(/\r\n(?! )/u)).toHaveLength(6);
    }
  });
});
