/** Dates, quantities and document numbers stay on one line. */
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { h } from '../../src/render/html/tree.js';
import { factLine, unbroken } from '../../src/site/unbroken.js';

const pieces = (text: string): readonly string[] =>
  [...toHtml(unbroken(h('p', {}, text))).matchAll(/<span class="whole">(.*?)<\/span>/gu)].map(
    ([, piece = '']) => piece,
  );

describe('what is kept on one line', () => {
  it.each<[string, readonly string[]]>([
    ['2026-10-01 起生效 · 2027-03-20 前评审', ['2026-10-01', '2027-03-20']],
    ['完成时限：2 小时，等待 3 个月 15 分钟', ['2 小时', '3 个月', '15 分钟']],
    ['2小时内', ['2小时']],
    ['within 1.5 hours, at most 2 weeks', ['1.5 hours', '2 weeks']],
    ['28 steps · 8 parties', ['28 steps', '8 parties']],
    ['see GH-QP-CRM-001.', ['GH-QP-CRM-001']],
    ['5.4.4 客户反馈属于哪类？', []],
    ['2 hot leads; 3 minor ones; a-b-1; x12 months', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it('leaves every text what it is, and elements that hold plain text alone', () => {
    const option = h('select', {}, h('option', {}, '2 小时'));
    expect(unbroken(option)).toEqual(option);
    const text = '<2026-10-01> & 2 天';
    expect(toHtml(unbroken(h('p', {}, text))).replace(/<\/?(?:p|span)[^>]*>/gu, '')).toBe(
      toHtml(h('p', {}, text)).replace(/<\/?p>/gu, ''),
    );
  });

  it('is no matter of how long the text is', () => {
    const long = `${'9'.repeat(50_000)} ${'A-'.repeat(50_000)}`;
    expect(pieces(long)).toEqual([]);
  });

  it('is every fact of a line, where there is room', () => {
    expect(factLine([])).toBeUndefined();
    expect(toHtml(factLine(['a', 'b']) ?? h('p', {}))).toBe(
      '<p class="details"><span class="fact">a ·</span> <span class="fact">b</span></p>',
    );
  });
});
