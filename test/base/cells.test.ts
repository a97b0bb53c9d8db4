/** Cells of a terminal: widths that carets and tables stand on, and text that can do nothing to a terminal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cells, padCells, visible, wrapWords } from '../../src/base/cells.js';

describe('cells', () => {
  it.each([
    ['', 0],
    ['owner: sales', 12],
    ['客户', 4],
    ['客户 CRM', 8],
    ['（通知）。', 10],
    ['“引号”', 6],
    ['한국어', 6],
    ['カタカナ', 8],
    ['ｶﾅ', 2],
    ['Ａ１', 4],
    ['e\u0301', 1],
    ['क्षि', 1],
    ['🎉', 2],
    ['👩‍👩‍👧', 2],
    ['🇨🇳', 2],
    ['☎️', 2],
    ['☎', 1],
    ['𠮷野家', 6],
    ['…—', 2],
    ['é', 1],
  ])('%s takes %i', (text, width) => {
    expect(cells(text)).toBe(width);
  });

  it('counts a text as the sum of its parts at ideographs', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => cells(`${visible(a)}中${visible(b)}`) >= 2 + cells(visible(b))),
    );
  });

  it('pads to a column', () => {
    expect(padCells('客户', 6)).toBe('客户  ');
    expect(padCells('客户', 3)).toBe('客户');
  });
});

describe('visible', () => {
  it.each([
    ['plain 客户 🎉', 'plain 客户 🎉'],
    ['\u001B[31mred\u001B[0m', '␛[31mred␛[0m'],
    ['a\tb\r\nc\u0000', 'a→b␍␊c␀'],
    ['\u007F\u009B', '␡<U+009B>'],
    ['safe\u202Egnp.exe', 'safe<U+202E>gnp.exe'],
    ['sa\u200Bles', 'sa<U+200B>les'],
    ['\uFEFFx', '<U+FEFF>x'],
    ['\uD83D', '<U+D83D>'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
  ])('%j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('leaves no control character, whatever comes in', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(visible(text)),
      ),
    );
  });
});

describe('wrapWords', () => {
  it('cuts at spaces, and gives a long word a line of its own', () => {
    expect(wrapWords('one two 客户跟踪流程 three', 9)).toEqual(['one two', '客户跟踪流程', 'three']);
    expect(wrapWords('', 9)).toEqual(['']);
  });
});
