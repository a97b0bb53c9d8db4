import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measure } from '../../../src/base/text/measure.js';

interface Reference {
  readonly text: string;
  /** Thousandths of an em, shaped by HarfBuzz with the font's own files: scripts/font-table.mjs. */
  readonly regular: number;
  readonly bold: number;
}

const references = JSON.parse(
  readFileSync(new URL('./fixtures/widths.json', import.meta.url), 'utf8'),
) as readonly Reference[];

describe('measure', () => {
  it('has references in Latin, Chinese and both', () => {
    expect(references.length).toBeGreaterThanOrEqual(50);
  });

  it.each(references)('$text: within 1 % of HarfBuzz in both weights', ({ text, regular, bold }) => {
    expect(Math.abs(measure(text, 1000, 400) / regular - 1)).toBeLessThan(0.01);
    expect(Math.abs(measure(text, 1000, 700) / bold - 1)).toBeLessThan(0.01);
  });

  it('is exact on average', () => {
    const error = (weight: 400 | 700, of: (reference: Reference) => number): number =>
      references.reduce((sum, item) => sum + Math.abs(measure(item.text, 1000, weight) / of(item) - 1), 0) /
      references.length;
    expect(error(400, (item) => item.regular)).toBeLessThan(0.001);
    expect(error(700, (item) => item.bold)).toBeLessThan(0.001);
  });

  it.each([
    ['', 0],
    ['客', 1000],
    ['𠮷', 1000],
    ['（', 1000],
    ['각', 1000],
    ['e\u0301', 554],
    ['\u200b\u200d\u2060', 0],
    ['😀', 1250],
    ['👩‍👩‍👧', 1250],
    ['👦🏽', 1250],
    ['🇨🇳', 1250],
    ['🇨🇳🇺🇸', 2500],
    ['1️⃣', 1250],
    ['❤️', 1250],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 1250],
    ['가', 1000],
    ['ř', measure('r', 1000, 400)],
    ['ώ', measure('ω', 1000, 400)],
  ])('%j is %d thousandths of an em', (text, width) => {
    expect(measure(text, 1000, 400)).toBe(width);
  });

  it('kerns', () => {
    expect(measure('AV', 1000, 400)).toBeLessThan(measure('A', 1000, 400) + measure('V', 1000, 400));
    expect(measure('To', 1000, 700)).toBeLessThan(measure('T', 1000, 700) + measure('o', 1000, 700));
  });

  it('grows with the size', () => {
    expect(measure('Sign 合同', 28, 400)).toBe(2 * measure('Sign 合同', 14, 400));
  });

  it.each(['ลูกค้ายืนยันคำสั่งซื้อ', 'تأكيد طلب العميل', 'ग्राहक की पुष्टि', 'אישור הלקוח', '고객 확인'])(
    'gives %s a plausible width',
    (text) => {
      const perUnit = measure(text, 1, 400) / text.length;
      expect(perUnit).toBeGreaterThan(0.4);
      expect(perUnit).toBeLessThan(1.1);
    },
  );

  it('takes any string, is never negative, and never shrinks when text is added', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(400, 700), (text, weight) => {
        const width = measure(text, 14, weight);
        expect(width).toBeGreaterThanOrEqual(0);
        expect(measure(`${text} 客`, 14, weight)).toBeGreaterThan(width);
      }),
    );
  });
});
