/** Which labels are ranges of numbers, and where it gives up. */
import { expect, it } from 'vitest';
import { rangeOf } from '../../src/lint/ranges.js';

const to = (high: number, unit = ''): object => expect.objectContaining({ low: -Infinity, high, unit }) as object;
const from = (low: number, unit = ''): object => expect.objectContaining({ low, high: Infinity, unit }) as object;
const within = (low: number, high: number, unit = ''): object => expect.objectContaining({ low, high, unit }) as object;

it.each([
  ['< 100', to(100)],
  ['≤100', to(100)],
  ['>= 1,000', from(1000)],
  ['未超过 500 元', to(500, '元')],
  ['不超过 5 万元', to(50_000, '元')],
  ['超过 300 元', from(300, '元')],
  ['不低于 1.5 亿', from(150_000_000)],
  ['50 万元及以上', from(500_000, '元')],
  ['5 万元（含）以下', to(50_000, '元')],
  ['50–100 万元', within(500_000, 1_000_000, '元')],
  ['5000-1万元', within(5000, 10_000, '元')],
  ['10 到 50', within(10, 50)],
  ['Above EUR 10 000', from(10_000, 'eur')],
  ['Below EUR 5 000', to(5000, 'eur')],
  ['between 10 and 20 days', within(10, 20, 'day')],
  ['10 days to 20 days', within(10, 20, 'day')],
  ['10 seats or more', from(10, 'seat')],
  ['not more than 20 %', to(20, '%')],
  ['at least 10k', from(10_000)],
  ['over 10 but below 20 days', within(10, 20, 'day')],
  ['年累计消费 1 万元以上、不足 10 万元', within(10_000, 100_000, '年累计消费 元')],
  ['10% 以上 20% 以下', within(10, 20, '%')],
  ['more than EUR 1,000, at most EUR 5,000', within(1000, 5000, 'eur')],
  ['一般（60–79 分）', within(60, 79, '分')],
  ['VIP (2 orders or more)', from(2, 'order')],
])('%s', (label, range) => {
  expect(rangeOf(label)).toEqual(range);
});

it.each([
  '是',
  '第 3 次',
  'Fewer seats',
  '三次未接通',
  '近 30 天到店 8 次及以上',
  '2026-01-31',
  '10',
  '20–10',
  'over 20 but below 10',
  '超过 10 天、少于 20 人',
  '超过 10、不足 20、含 15',
  '不低于 5 万以上',
  'after 3 days',
  `${'不'.repeat(5000)}超过 3`,
])('%s is none', (label) => {
  expect(rangeOf(label)).toBeUndefined();
});
