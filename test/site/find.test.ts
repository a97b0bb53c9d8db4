/** Searching, without a page: words in the middle of sentences, in Chinese and English. */
import { describe, expect, it } from 'vitest';
import { createFinder, excerpt, marked, type Row } from '../../src/site/client/find.js';

const row = (title: string, text: string, flow = '客户管理', owner = '销售部'): Row => [
  'step',
  title,
  flow,
  owner,
  '#',
  text,
];
const find = createFinder([
  row('登记线索', '由客服而不是原对接人回访，客户更愿意说真话。'),
  row('Call back', 'The customer is called back WITHIN one day; ＣＲＭ holds the number.'),
  row('回访客户', '每月一次。'),
]);
/** What has all words of it. */
const titles = (query: string): readonly string[] => {
  const { hits, near } = find(query);
  return near ? [] : hits.map(({ row: [, title] }) => title);
};

describe('search', () => {
  it('finds a Chinese word in the middle of a sentence', () => {
    expect(titles('原对接人')).toEqual(['登记线索']);
    expect(titles('更愿意')).toEqual(['登记线索']);
  });

  it('puts what has the word in its title first', () => {
    expect(titles('回访')).toEqual(['回访客户', '登记线索']);
  });

  it('wants every word, in any order, whatever its case and width', () => {
    expect(titles('within crm')).toEqual(['Call back']);
    expect(titles('ＣＡＬＬ')).toEqual(['Call back']);
    expect(titles('within 回访')).toEqual([]);
    expect(titles('回访，客服')).toEqual(['登记线索']);
  });

  it('finds by flow and owner', () => {
    expect(titles('销售部')).toHaveLength(3);
  });

  it('says what comes near when nothing fits', () => {
    const { hits, near } = find('客户回访');
    expect(near).toBe(true);
    expect(hits.map(({ row: [, title] }) => title)[0]).toBe('回访客户');
  });

  it('finds nothing for nothing', () => {
    expect(find('  ').hits).toEqual([]);
    expect(find('区块链').hits).toEqual([]);
  });

  it('shows the place as the author wrote it', () => {
    const text = `${'前'.repeat(200)}用ＣＲＭ登记${'后'.repeat(200)}`;
    const pieces = excerpt(text, ['crm'], 90);
    expect(pieces.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['ＣＲＭ']);
    expect(pieces.map((piece) => piece.text).join('')).toMatch(/^…前+用ＣＲＭ登记后+…$/u);
  });

  it('marks every occurrence, also where words overlap, and loses nothing', () => {
    const pieces = marked('回访后再回访', ['回访', '访后']);
    expect(pieces.map(({ text, marked: is }) => (is ? `[${text}]` : text)).join('')).toBe('[回访后]再[回访]');
    expect(marked('', ['回访'])).toEqual([]);
  });
});
