/** Durations, ratios, targets, dates and paths: values of what authors write. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysShort } from '../../src/compile/dates.js';
import { mayBeInside, normalize, resolveFrom, stem } from '../../src/compile/paths.js';
import { duration, ratio, target } from '../../src/compile/quantities.js';

describe('durations', () => {
  const none = { years: 0, months: 0, weeks: 0, days: 0, hours: 0, minutes: 0 };

  it.each([
    ['30m', { minutes: 30 }, 30],
    ['4h', { hours: 4 }, 240],
    ['2d', { days: 2 }, 2880],
    ['1w', { weeks: 1 }, 10_080],
    ['3mo', { months: 3 }, 129_600],
    ['1y', { years: 1 }, 525_600],
    ['1d12h', { days: 1, hours: 12 }, 2160],
    ['1y2mo3w4d5h6m', { years: 1, months: 2, weeks: 3, days: 4, hours: 5, minutes: 6 }, 648_306],
    ['PT4H', { hours: 4 }, 240],
    ['PT30M', { minutes: 30 }, 30],
    ['P1M', { months: 1 }, 43_200],
    ['P2W', { weeks: 2 }, 20_160],
    ['P1Y2M3W4DT5H6M', { years: 1, months: 2, weeks: 3, days: 4, hours: 5, minutes: 6 }, 648_306],
  ])('%s', (written, parts, totalMinutes) => {
    expect(duration(written)).toEqual({ ...none, ...parts, totalMinutes });
  });

  it.each(['', 'P', 'PT', '0m', 'P0D', '4', 'h', '12h1d', '1.5h', '-1h', '1 h', 'soon', '2天'])(
    '%j is none',
    (written) => {
      expect(duration(written)).toBeUndefined();
    },
  );
});

describe('ratios', () => {
  it.each([
    ['35%', 0.35],
    ['12.5%', 0.125],
    ['0%', 0],
    ['100%', 1],
    ['29%', 0.29],
    ['57%', 0.57],
    [0.35, 0.35],
  ])('%s', (written, value) => {
    expect(ratio(written)).toBe(value);
  });

  it('of a percentage are what the same decimal fraction is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        expect(ratio(`${hundredths / 100}%`)).toBe(Number((hundredths / 10_000).toFixed(6)));
      }),
    );
  });
});

describe('targets', () => {
  it.each([
    ['>= 20%', { comparator: '>=', value: 0.2, unit: 'ratio' }],
    ['>=20%', { comparator: '>=', value: 0.2, unit: 'ratio' }],
    ['= 0', { comparator: '=', value: 0, unit: 'number' }],
    ['< 4.5', { comparator: '<', value: 4.5, unit: 'number' }],
    ['> 100', { comparator: '>', value: 100, unit: 'number' }],
  ])('%s', (written, value) => {
    expect(target(written)).toEqual(value);
  });

  it('of a duration are in minutes, with the duration kept', () => {
    expect(target('<= 1mo')).toMatchObject({
      comparator: '<=',
      value: 43_200,
      unit: 'duration',
      duration: { months: 1 },
    });
  });

  it.each(['', '20%', '>= ', '=> 4h', '>= soon'])('%j is none', (written) => {
    expect(target(written)).toBeUndefined();
  });
});

describe('dates', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31', '2026-11-30'])('%s exists', (date) => {
    expect(daysShort(date)).toBeUndefined();
  });

  it.each([
    ['2026-02-29', 28],
    ['1900-02-29', 28],
    ['2024-02-30', 29],
    ['2026-04-31', 30],
    ['2026-11-31', 30],
  ])('%s does not: that month has %i days', (date, days) => {
    expect(daysShort(date)).toBe(days);
  });
});

describe('paths', () => {
  it.each([
    ['flows/a.flow.yaml', '../common/org.yaml', 'common/org.yaml'],
    ['flows/a.flow.yaml', './b.flow.yaml', 'flows/b.flow.yaml'],
    ['a.flow.yaml', 'b/c.yaml', 'b/c.yaml'],
    ['a.flow.yaml', '../b.yaml', '../b.yaml'],
    ['../x/a.flow.yaml', '../../b.yaml', '../../b.yaml'],
    ['/p/flows/a.flow.yaml', '../../../../b.yaml', '/b.yaml'],
    ['C:/p/a.flow.yaml', '../b.yaml', 'C:/b.yaml'],
    ['a.flow.yaml', './/b/.//c.yaml', 'b/c.yaml'],
  ])('%s names %s: %s', (file, named, path) => {
    expect(resolveFrom(file, named)).toBe(path);
  });

  it.each([
    ['.', 'a.yaml', true],
    ['.', '../a.yaml', false],
    ['./flows/', 'flows/a.yaml', true],
    ['flows', 'flowsx/a.yaml', false],
    ['flows', 'a.yaml', false],
    ['/p', '/p/a.yaml', true],
    ['/p', '/px/a.yaml', false],
    ['/p', '/a.yaml', false],
    ['/', '/a.yaml', true],
    ['/p', 'a.yaml', true],
  ])('in the folder %s, %s is inside: %s', (root, path, inside) => {
    expect(mayBeInside(root, normalize(path))).toBe(inside);
  });

  it.each([
    ['examples/guanghui/guanghui.flow.yaml', 'guanghui'],
    ['a.flow.yml', 'a'],
    ['客户.跟进.flow.yaml', '客户.跟进'],
    ['plain.yaml', 'plain'],
    ['.flow.yaml', '.flow.yaml'],
  ])('%s is called %s', (file, id) => {
    expect(stem(file)).toBe(id);
  });
});
