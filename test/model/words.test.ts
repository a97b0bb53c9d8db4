/** Quantities and terms in words. */
import { describe, expect, it } from 'vitest';
import * as model from '../../src/model/process.js';
import { spokenLanguage, vocabularies, words } from '../../src/model/words/index.js';
import { lasting } from '../fixtures/process.js';

describe('words', () => {
  it.each([
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['ZH_tw', 'zh'],
    ['en', 'en'],
    ['de', 'en'],
    ['zhx', 'en'],
    ['', 'en'],
  ])('%s speaks %s', (language, spoken) => {
    expect(spokenLanguage(language)).toBe(spoken);
  });

  it.each([
    [{ hours: 4 }, '4 小时', '4 hours', '4 小时', '4 h', '每 4 小时', 'every 4 hours'],
    [
      { days: 1, hours: 12 },
      '1 天 12 小时',
      '1 day 12 hours',
      '1 天 12 小时',
      '1 day 12 h',
      '每 1 天 12 小时',
      'every 1 day 12 hours',
    ],
    [{ months: 1 }, '1 个月', '1 month', '1 个月', '1 month', '每月', 'every month'],
    [{ months: 3 }, '3 个月', '3 months', '3 个月', '3 months', '每季度', 'every quarter'],
    [{ months: 6 }, '6 个月', '6 months', '6 个月', '6 months', '每半年', 'every 6 months'],
    [{ weeks: 2 }, '2 周', '2 weeks', '2 周', '2 weeks', '每 2 周', 'every 2 weeks'],
    [{ years: 1 }, '1 年', '1 year', '1 年', '1 year', '每年', 'every year'],
    [{ minutes: 30 }, '30 分钟', '30 minutes', '30 分钟', '30 min', '每 30 分钟', 'every 30 minutes'],
    [{}, '0 分钟', '0 minutes', '0 分钟', '0 min', '每 0 分钟', 'every 0 minutes'],
  ])('says the duration %j', (parts, zh, en, zhShort, enShort, zhEvery, enEvery) => {
    const length = lasting(parts);
    const { zh: chinese, en: english } = vocabularies;
    expect([chinese.duration(length), english.duration(length)]).toEqual([zh, en]);
    expect([chinese.shortDuration(length), english.shortDuration(length)]).toEqual([zhShort, enShort]);
    expect([chinese.every(length), english.every(length)]).toEqual([zhEvery, enEvery]);
  });

  it('says ratios without float noise', () => {
    expect([0.35, 0.07, 0.125, 1, 0.1 + 0.2].map(words('zh').percent)).toEqual(['35%', '7%', '12.5%', '100%', '30%']);
  });

  it.each([
    [{ comparator: '>=', value: 0.2, unit: 'ratio' }, '不低于 20%', 'at least 20%'],
    [
      { comparator: '<=', value: 240, unit: 'duration', duration: lasting({ hours: 4 }) },
      '不超过 4 小时',
      'at most 4 hours',
    ],
    [
      { comparator: '>', value: 60, unit: 'duration', duration: lasting({ hours: 1 }) },
      '超过 1 小时',
      'more than 1 hour',
    ],
    [{ comparator: '=', value: 4.5, unit: 'number' }, '等于 4.5', 'exactly 4.5'],
  ] as const)('says the target %j', (target, zh, en) => {
    expect([words('zh').target(target), words('en').target(target)]).toEqual([zh, en]);
  });

  it.each([
    ['nodeTypes', model.nodeTypes],
    ['taskKinds', model.taskKinds],
    ['outcomes', model.endOutcomes],
    ['statuses', model.documentStatuses],
    ['ownerKinds', model.ownerKinds],
    ['storeKinds', model.storeKinds],
    ['sensitivities', model.sensitivities],
    ['encryptions', model.encryptions],
    ['channels', model.channels],
    ['measures', model.measures],
    ['severities', model.riskSeverities],
    ['comparators', model.comparators],
  ] as const)('has a distinct name for each of %s', (table, ids) => {
    for (const vocabulary of Object.values(vocabularies)) {
      const names = new Map<string, string>(Object.entries(vocabulary[table]));
      expect([...names.keys()].sort()).toEqual([...ids].sort());
      expect(new Set(names.values()).size).toBe(ids.length);
    }
  });
});
