import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/base/printable.js';
import { cpuTime } from '../setup/cpu-time.js';

describe('printable', () => {
  it.each([
    ['plain text', '客户 Customer 100%', '客户 Customer 100%'],
    ['emoji sequences', '👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ☎️', '👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ☎️'],
    ['right-to-left words', 'عميل ‏(1)', 'عميل ‏(1)'],
    ['NUL and escape', 'a\u0000b\u001b[31m', 'a\uFFFDb\uFFFD[31m'],
    ['DEL and C1', 'a\u007fb\u009bc', 'a\uFFFDb\uFFFDc'],
    ['a lone high surrogate', 'a\ud83d', 'a\uFFFD'],
    ['a lone low surrogate', '\ude00a', '\uFFFDa'],
    ['reversed surrogates', '\ude00\ud83d', '\uFFFD\uFFFD'],
    ['noncharacters', '\ufffe\uffff\ufdd0\u{1ffff}', '\uFFFD\uFFFD\uFFFD\uFFFD'],
    ['direction overrides', 'pay \u202Eevom\u202C \u2066x\u2069', 'pay evom x'],
    ['a byte order mark', '\uFEFFname', 'name'],
    ['line ends', 'a\r\nb\rc\u2028d\u2029e\u0085f\tg', 'a\nb\nc\nd\ne\nf\tg'],
  ])('%s', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('makes a single line on request', () => {
    expect(printable('  a \r\n\n b\t c  ', { singleLine: true })).toBe('a b c');
    expect(printable('\n', { singleLine: true })).toBe('');
    expect(printable('全角　空格', { singleLine: true })).toBe('全角　空格');
  });

  it('is idempotent and leaves only characters that XML 1.0 allows', () => {
    const anything = fc
      .string({ unit: 'binary' })
      .chain((text) => fc.constantFrom(text, text + '\ud800', '\udc00' + text, text + '\u202e\u0007'));
    fc.assert(
      fc.property(anything, fc.boolean(), (text, singleLine) => {
        const once = printable(text, { singleLine });
        expect(printable(once, { singleLine })).toBe(once);
        expect(once).toMatch(/^[\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
        if (singleLine) expect(once).not.toMatch(/[\n\t]| {2}|^ | $/);
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    const started = cpuTime();
    printable(`${' '.repeat(1_000_000)}x${'\t\n'.repeat(500_000)}`, { singleLine: true });
    expect(cpuTime() - started).toBeLessThan(10_000);
  });
});
