/** What is proposed is what was meant, fits the schema, and is proposed only where there is no doubt. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as mend from '../../src/schema/mend.js';
import { check } from './support.js';

const nothing = undefined;

describe('durations', () => {
  it.each([
    ['2 days', '2d'],
    ['2天', '2d'],
    ['3 个月', '3mo'],
    ['１２小时', '12h'],
    ['90 minutes', '90m'],
    ['1.5h', '1h30m'],
    ['0.5d', '12h'],
    ['1.5w', '1w3d12h'],
    ['12h1d', '1d12h'],
    ['1 day, 12 hours', '1d12h'],
    ['4H', '4h'],
    ['weekly', '1w'],
    ['每季度', '3mo'],
    ['every 2 weeks', '2w'],
    ['半天', '12h'],
    ['1.5mo', nothing],
    ['1h 2h', nothing],
    ['2', nothing],
    ['soon', nothing],
    ['0h', nothing],
    ['', nothing],
    ['constructor', nothing],
  ])('%s', (written, meant) => {
    expect(mend.duration(written)).toBe(meant);
  });
});

describe('shares', () => {
  it.each([
    [35, '35%'],
    ['35 %', '35%'],
    ['３５％', '35%'],
    ['35', '35%'],
    ['0.35', '35%'],
    ['百分之35', '35%'],
    [350, nothing],
    [-1, nothing],
    ['135%', nothing],
    ['most', nothing],
  ])('%s', (written, meant) => {
    expect(mend.ratio(written)).toBe(meant);
  });
});

describe('dates', () => {
  it.each([
    ['2026/10/1', '2026-10-01'],
    ['2026年10月1日', '2026-10-01'],
    ['2026.10.01', '2026-10-01'],
    [20261001, '2026-10-01'],
    ['2026-1-5', '2026-01-05'],
    ['2026-13-01', nothing],
    ['01/10/2026', nothing],
    ['soon', nothing],
  ])('%s', (written, meant) => {
    expect(mend.date(written)).toBe(meant);
  });
});

describe('targets', () => {
  it.each([
    ['≥ 20%', '>= 20%'],
    ['=> 20 %', '>= 20%'],
    ['＞＝２０％', '>= 20%'],
    ['不低于 20%', '>= 20%'],
    ['at most 4 hours', '<= 4h'],
    ['<=4小时', '<= 4h'],
    ['== 0', '= 0'],
    ['20%', nothing],
    ['>= many', nothing],
  ])('%s', (written, meant) => {
    expect(mend.target(written)).toBe(meant);
  });
});

describe('rights', () => {
  it.each([
    ['ruc', 'cru'],
    ['CRUD', 'crud'],
    ['read, update', 'ru'],
    ['c/r', 'cr'],
    ['all', 'crud'],
    ['增删改查', 'crud'],
    ['查看、修改', 'ru'],
    ['全部', 'crud'],
    ['审批', nothing],
    ['rw', nothing],
    ['', nothing],
  ])('%s', (written, meant) => {
    expect(mend.rights(written)).toBe(meant);
  });
});

describe('languages, ids and paths', () => {
  it.each([
    [mend.language, '中文', 'zh'],
    [mend.language, 'zh_CN', 'zh-CN'],
    [mend.language, 'EN', 'en'],
    [mend.language, '注意', nothing],
    [mend.id, 'sales dept', 'sales-dept'],
    [mend.id, '客户 回访', '客户-回访'],
    [mend.id, '(a)', 'a'],
    [mend.id, '123', nothing],
    [mend.id, '__proto__', nothing],
    [mend.dataPlace, 'crm/basic', 'crm.basic'],
    [mend.dataPlace, 'crm > basic > phone', 'crm.basic.phone'],
    [mend.dataPlace, 'a.b.c.d', nothing],
    [mend.boolean, 'Yes', 'true'],
    [mend.boolean, '否', 'false'],
    [mend.boolean, 'perhaps', nothing],
  ] as const)('%o %s', (way, written, meant) => {
    expect(way(written)).toBe(meant);
  });

  it.each([
    ['.\\a\\after-sales.flow.yml', './a/after-sales.flow.yaml'],
    ['after-sales', 'after-sales.flow.yaml'],
    ['C:\\a.flow.yaml', nothing],
    ['/a.flow.yaml', nothing],
  ])('%s', (written, meant) => {
    expect(mend.path(written, '.flow.yaml')).toBe(meant);
  });
});

/** Where each of them stands in a flow. */
const places: readonly (readonly [string, (written: string) => string | undefined, (mended: string) => string])[] = [
  ['duration', mend.duration, (mended) => `document: {review: {every: ${mended}}}`],
  ['share', mend.ratio, (mended) => `  b: {next: {to: a, chance: ${mended}}}`],
  ['date', mend.date, (mended) => `document: {effective: ${mended}}`],
  ['target', mend.target, (mended) => `kpis: {a: {measure: custom, target: '${mended}'}}`],
  ['rights', mend.rights, (mended) => `stores: {crm: {access: {a: ${mended}}}}`],
  ['language', mend.language, (mended) => `language: ${mended}`],
  ['id', mend.id, (mended) => `document: {owner: "${mended}"}`],
  ['flow', (written) => mend.path(written, '.flow.yaml'), (mended) => `use: [${JSON.stringify(mended)}]`],
];

/** What authors write instead, to be put together in all ways. */
const pieces: Readonly<Record<string, readonly string[]>> = {
  duration: ['2', '1.5', '0.5', '12', ' ', 'h', 'days', '天', '小时', '个月', 'mo', 'W', 'every ', ','],
  share: ['35', '0.35', '100', '1', '%', ' ', '％', '百分之'],
  date: ['2026/1', '2026年10月', '2026-13-', '2026.1.', '/5', '5日', '-31', '1', '0', '.40', '20261001', ' '],
  target: ['>=', '≥', '=', '<', '不低于', '20', '4.5', '%', ' ', 'h', '小时'],
  rights: ['c', 'r', 'u', 'd', 'U', 'read', 'delete', ',', ' ', '/', 'w'],
  language: ['zh', 'EN', '_', '-', 'CN', 'tw', '中文', 'Hant'],
  id: ['a', '客户', ' ', '.', '-', '_', '1', 'é', '(', '\u0301', '__proto__'],
  flow: ['a', '客户', '\\', '/', '..', '.', ' ', '.yaml', '.flow.yml', ':'],
};

it.each(places)('whatever is written as a %s, what is proposed fits', (name, way, place) => {
  let proposed = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...(pieces[name] ?? [])), { minLength: 1, maxLength: 5 }), (written) => {
      const mended = way(written.join(''));
      if (mended === undefined) return;
      proposed++;
      expect(check(`trackflow: 1\ntitle: x\nnodes:\n  a: {type: end}\n${place(mended)}\n`).diagnostics).toEqual([]);
    }),
    { numRuns: 1000 },
  );
  expect(proposed).toBeGreaterThan(10);
});
