/** Dates a duration later. */
import { expect, it } from 'vitest';
import { later } from '../../src/model/calendar.js';
import { lasting } from '../fixtures/process.js';

it.each([
  ['2026-09-20', { months: 6 }, '2027-03-20'],
  ['2026-08-31', { months: 6 }, '2027-02-28'],
  ['2024-01-31', { months: 1 }, '2024-02-29'],
  ['2026-12-31', { days: 1 }, '2027-01-01'],
  ['2026-01-01', { weeks: 2 }, '2026-01-15'],
  ['2024-02-29', { years: 1 }, '2025-02-28'],
  ['2026-01-01', { hours: 36 }, '2026-01-02'],
  ['0099-12-31', { days: 1 }, '0100-01-01'],
  ['9999-12-31', { days: 1 }, undefined],
  ['20 September', { days: 1 }, undefined],
  ['2026-01-01', { years: 999_999_999 }, undefined],
] as const)('%s and %j is %s', (date, parts, expected) => {
  expect(later(date, lasting(parts))).toBe(expected);
});
