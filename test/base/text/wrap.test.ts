import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../../src/base/printable.js';
import { clusters } from '../../../src/base/text/clusters.js';
import { fontTable } from '../../../src/base/text/font-table.js';
import { measure } from '../../../src/base/text/measure.js';
import { wrap } from '../../../src/base/text/wrap.js';
import { cpuTime } from '../../setup/cpu-time.js';

const size = 10;

/** Lines that fit so many ems, that is, so many ideographs. */
function lines(text: string, ems: number, maxLines = 5, language?: string): readonly string[] {
  const options = { size, weight: 400, maxWidth: ems * size, maxLines } as const;
  return wrap(text, language === undefined ? options : { ...options, language }).lines;
}

describe('wrap', () => {
  it('leaves alone what fits', () => {
    expect(wrap('签订合同', { size: 14, weight: 400, maxWidth: 56, maxLines: 1 })).toEqual({
      lines: ['签订合同'],
      width: 56,
      truncated: false,
      hurt: 0,
    });
  });

  it('fits a text into its own measured width', () => {
    for (const text of ['Sign contract', '录入 CRM 系统', 'WAVE To Yard 100%']) {
      for (const px of [11, 12, 13.5, 14]) {
        const maxWidth = measure(text, px, 700);
        expect(wrap(text, { size: px, weight: 700, maxWidth, maxLines: 1 }).lines).toEqual([text]);
      }
    }
  });

  it.each(['', ' ', '\n\n', '\u3000', '\u200B'])('makes one empty line of %j', (text) => {
    expect(wrap(text, { size, weight: 400, maxWidth: 100, maxLines: 3 })).toEqual({
      lines: [''],
      width: 0,
      truncated: false,
      hurt: 0,
    });
  });

  it('makes lines even', () => {
    expect(lines('Approve the contract terms', 10)).toEqual(['Approve the', 'contract terms']);
    expect(lines('Does the customer want to buy?', 10)).toEqual(['Does the customer', 'want to buy?']);
    expect(lines('甲乙丙丁戊己庚辛壬癸子丑', 10)).toEqual(['甲乙丙丁戊己', '庚辛壬癸子丑']);
  });

  it.each([
    ['签署知情同意书 → 实施治疗 → 发放术后医嘱', 18, ['签署知情同意书 →', '实施治疗 → 发放术后医嘱']],
    ['年度洁治维护、正畸月度复查、邀请评价与转介绍', 20, ['年度洁治维护、正畸月度复查、', '邀请评价与转介绍']],
    ['完成标志：意向级别已判定；到店时间已约定', 16, ['完成标志：意向级别已判定；', '到店时间已约定']],
    // A line more where a name would be parted.
    ['潜在客户跟进、商机确认登记、合同签订', 10, ['潜在客户跟进、', '商机确认登记、', '合同签订']],
    // A name longer than a line is broken as any other text.
    ['潜在客户跟进与商机确认、归档、建档', 8, ['潜在客户跟进', '与商机确认、', '归档、建档']],
    [
      'Send passports, charts and forms; Call the branch; and 3 more',
      17,
      ['Send passports, charts and forms;', 'Call the branch; and 3 more'],
    ],
    // No list but a sentence.
    ['核对姓名、电话、地址，再录入系统', 10, ['核对姓名、电话、', '地址，再录入系统']],
  ])('parts the names of a list between them: %s', (text, ems, expected) => {
    expect(lines(text, ems)).toEqual(expected);
  });

  it.each([
    ['客户是否有明确意向？', 8, ['客户是否', '有明确意向？']],
    ['潜在客户跟进与商机确认', 8, ['潜在客户跟进', '与商机确认']],
    ['售后服务闭环，或流失原因归档', 10, ['售后服务闭环，', '或流失原因归档']],
    ['客户的需求已记录', 6, ['客户的需求', '已记录']],
    ['核对客户满意度', 5, ['核对客户', '满意度']],
    ['疼痛或肿胀异常？', 6, ['疼痛或肿胀', '异常？']],
    ['业主认可方案？', 5, ['业主认可', '方案？']],
    ['主动追问录取细节？', 6, ['主动追问', '录取细节？']],
    ['未签收同行业开发票', 4, ['未签收', '同行业', '开发票']],
  ])('keeps the words of %s', (text, ems, expected) => {
    expect(lines(text, ems)).toEqual(expected);
  });

  it.each([
    ['首次响应不超过24小时', 8],
    ['至少等待 3 个工作日', 7],
    ['Reply in at most 24 h', 8],
    ['Discount above 15 %', 8],
    ['跟进三个月仍未成交', 6],
  ])('keeps numbers and units of %s together', (text, ems) => {
    const broken = lines(text, ems);
    expect(broken.length).toBeGreaterThan(1);
    for (const unit of ['24小时', '3 个', '24 h', '15 %', '三个月']) {
      if (text.includes(unit)) expect(broken.some((line) => line.includes(unit))).toBe(true);
    }
  });

  it.each([
    ['D3 围堵', 'D1–D3 围堵', 4, ['D1–D3', '围堵']],
    ['D8 预防', 'D7–D8 预防与关闭', 5.2, ['D7–D8', '预防与关闭']],
    ['T-90 天', '续约准备 T-90 启动会议', 7, ['续约准备 T-90', '启动会议']],
    ['D3围堵', 'D1–D3围堵验证', 5, ['D1–D3', '围堵验证']],
    ['3 new', 'Offer all 3 new clients lunch', 6, ['Offer all 3', 'new clients', 'lunch']],
    ['2025–26', 'Budget 2025–26', 5.5, ['Budget', '2025–26']],
    ['D1～D3', 'D1～D3阶段', 4.5, ['D1～D3', '阶段']],
  ])('knows that %s is no number with a unit, and a range one word', (_, text, ems, expected) => {
    expect(lines(text, ems)).toEqual(expected);
  });

  it.each([
    '确定目标客户群体 → 收集客户信息 → 建立客户数据库',
    'Version 3.1.0 · effective 2026-10-01 · review due soon',
    'a | b | c',
  ])('begins no line of %s with what stands between its parts', (text) => {
    for (const ems of [1, 3, 5, 8, 10, 12, 16])
      for (const line of lines(text, ems)) expect(line).not.toMatch(/^[·→|] /u);
  });

  it('makes no line of spaces', () => {
    expect(lines('- \u3000客户', 0.5)).toEqual(['-', '客', '户']);
    expect(lines('a \u3000 b', 0.5)).toEqual(['a', 'b']);
  });

  it('leaves no single character behind', () => {
    expect(lines('有明确的采购意向了', 8)).toEqual(['有明确的', '采购意向了']);
    expect(lines('甲乙丙丁戊己庚辛壬', 8).at(-1)?.length).toBeGreaterThan(2);
  });

  it('does not read Chinese words into Japanese', () => {
    expect(lines('フォローアップ担当', 6, 5, 'ja')[0]).not.toMatch(/フ$/);
    expect(lines('客户跟进情况', 3, 5, 'zh')).toEqual(['客户', '跟进', '情况']);
    expect(lines('客户跟进情况', 3, 5, 'ja-JP')).toEqual(['客户跟', '进情况']);
  });

  it("takes the author's line ends as good places to break, no more", () => {
    expect(lines('登记\n线索', 10)).toEqual(['登记线索']);
    expect(lines('Record\nlead', 10)).toEqual(['Record lead']);
    expect(lines('录入\nCRM', 10)).toEqual(['录入 CRM']);
    expect(lines('登记客户\r\n\n跟进线索情况', 8)).toEqual(['登记客户', '跟进线索情况']);
  });

  it('breaks a word that is wider than a line, after a separator if there is one', () => {
    expect(lines('customer_relationship_management', 10)).toEqual(['customer_', 'relationship_', 'management']);
    expect(lines('Donaudampfschifffahrt', 6).join('')).toBe('Donaudampfschifffahrt');
    expect(lines('👩‍👩‍👧👩‍👩‍👧', 2)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
  });

  it('cuts what does not fit and says so', () => {
    const cut = wrap('客户资料录入、分类与分级以及销售机会管理', { size, weight: 400, maxWidth: 60, maxLines: 2 });
    expect(cut).toEqual({ lines: ['客户资料', '录入、分类…'], width: 60, truncated: true, hurt: 0 });
    const torn = wrap('Bewerbungsgespräch führen', { size, weight: 400, maxWidth: 60, maxLines: 2 });
    expect(torn.truncated && torn.hurt).toBeGreaterThanOrEqual(5);
    expect(lines('Approve（the contract）', 5.5, 1)).toEqual(['Approve...']);
    expect(lines('客户', 1, 1)).toEqual(['…']);
  });

  it.each([
    ['Approve the contract terms', 'Approve...'],
    ['Утвердить договор', 'Утвердить...'],
    ['登记客户的需求', '登记客户的…'],
    ['客户 CRM 档案建立', '客户 CRM...'],
  ])('cuts %s with dots that stand where those of its script do: %s', (text, expected) => {
    expect(lines(text, 6, 1)).toEqual([expected]);
  });

  it('cuts a text of which no letter fits to one sign', () => {
    expect(lines('WWW', 1, 1)).toEqual(['…']);
  });

  it('does not look at all of a text that can never fit', () => {
    const started = cpuTime();
    const long = wrap('很长的名称 and more '.repeat(100_000), { size, weight: 400, maxWidth: 100, maxLines: 3 });
    expect(long.lines).toHaveLength(3);
    expect(long.truncated).toBe(true);
    expect(cpuTime() - started).toBeLessThan(10_000);
  });

  it('sets long texts without a limit of lines', () => {
    const text = '每次沟通结束前约定下一步和时间。'.repeat(100);
    const all = lines(text, 20, Infinity);
    expect(all.join('')).toBe(text);
    expect(all.length).toBeLessThan(100);
  });

  const noStart = '，。、：；！？）》」』】…”’,.:;!?)]}';
  const noEnd = '（《「『【“‘([{￥$';
  it.each([
    '确认、评审（法务）与用印',
    '《服务协议》、《隐私政策》已发送',
    '客户（含潜在客户）名单',
    '点击“提交”按钮，等待审批。',
    '“优质”客户——长期维系……',
    '是否满意？满意！不满意：登记；转交。',
    '订单金额（￥1,234.50）超过100%',
    'Discount (15 %), “special” terms; approved.',
    '【重要】「客户」『线索』〔商机〕',
    '他说：“可以。”（同意）',
  ])('kinsoku: %s', (text) => {
    for (let ems = 1.2; ems < 14; ems += 0.4) {
      const { lines: all } = wrap(text, { size, weight: 400, maxWidth: ems * size, maxLines: 50 });
      for (const [index, line] of all.entries()) {
        // A line that leaves no other choice (a mark and a character wider than the line) is the exception.
        const first = Array.from(line)[0] ?? '';
        const last = Array.from(line).at(-1) ?? '';
        const before = all[index - 1] ?? '';
        const needed = measure(before.slice(-1) + first, size, 400) <= ems * size && ems > 4;
        if (index > 0 && needed) expect(noStart, `${text} in ${ems}: ${all.join('|')}`).not.toContain(first);
        if (index < all.length - 1 && ems > 4) expect(noEnd, `${text} in ${ems}: ${all.join('|')}`).not.toContain(last);
      }
    }
  });

  const label = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '客户',
          '跟进',
          '（',
          '）',
          '，',
          '“',
          '”',
          ' ',
          '\n',
          'CRM',
          'lead',
          '24',
          '小时',
          '…',
          '——',
          '👩‍👩‍👧',
          'é',
          '-',
          '　',
        ),
      )
      .map((parts) => parts.join('')),
  );
  const width = fc.double({ min: 0, max: 30, noNaN: true });
  const plain = (text: string): string => printable(text).replace(/[ \t\n\u3000\u200B]/g, '');

  it('never exceeds the width, but for single characters, nor the number of lines', () => {
    fc.assert(
      fc.property(
        label,
        width,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(400, 700),
        (text, ems, maxLines, weight) => {
          const maxWidth = ems * size;
          const result = wrap(text, { size, weight, maxWidth, maxLines });
          expect(result.lines.length).toBeLessThanOrEqual(maxLines);
          expect(result.width).toBe(Math.max(...result.lines.map((line) => measure(line, size, weight))));
          for (const line of result.lines) {
            if (plain(text) !== '') expect(line).not.toBe('');
            expect(line).not.toMatch(/^ | $|\n/);
            const single = Array.from(clusters(line, fontTable(weight))).length <= 1;
            if (!single) expect(measure(line, size, weight)).toBeLessThanOrEqual(maxWidth + 1e-6);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps the text, but for white space, unless it was cut', () => {
    fc.assert(
      fc.property(label, width, fc.constantFrom(1, 2, 4, Infinity), (text, ems, maxLines) => {
        const result = wrap(text, { size, weight: 400, maxWidth: ems * size, maxLines });
        if (maxLines === Infinity) expect(result.truncated).toBe(false);
        if (!result.truncated) expect(plain(result.lines.join(''))).toBe(plain(text));
        else expect(result.lines.at(-1)).toMatch(/(?:…|\.\.\.)$/);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same for the same', () => {
    fc.assert(
      fc.property(label, width, (text, ems) => {
        const options = { size, weight: 400, maxWidth: ems * size, maxLines: 3 } as const;
        expect(wrap(text, options)).toEqual(wrap(text, options));
      }),
    );
  });

  const corpus = new URL('../../../../shared/corpus/strings/naughty-strings.json', import.meta.url);
  it.skipIf(!existsSync(corpus))('survives every naughty string (skipped where the corpus is absent)', () => {
    for (const text of JSON.parse(readFileSync(corpus, 'utf8')) as string[]) {
      const result = wrap(text, { size: 14, weight: 400, maxWidth: 146, maxLines: 3 });
      expect(result.width).toBeLessThanOrEqual(146.001);
    }
  });
});
