/** What is said of words that look the same, and that they are found. */
import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../src/base/look-alike.js';
import { suggest } from '../../src/base/suggest.js';

const composed = 'caf\u00E9';
const decomposed = 'cafe\u0301';

describe('words that look the same', () => {
  it.each([
    ['c\u0430ll', 'call', 'The "\u0430" in "c\u0430ll" is U+0430, a Cyrillic letter.'],
    ['call', 'c\u0430ll', 'The "\u0430" in "c\u0430ll" is U+0430, a Cyrillic letter.'],
    ['\u0441\u043E\u0440\u0443', 'copy', 'The "\u0441" in "\u0441\u043E\u0440\u0443" is U+0441, a Cyrillic letter.'],
    ['c\u03BFpy', 'copy', 'The "\u03BF" in "c\u03BFpy" is U+03BF, a Greek letter.'],
    ['ca\uFF4Cl', 'call', 'The "\uFF4C" in "ca\uFF4Cl" is U+FF4C, the wide form of a Latin character.'],
    ['call\u2010back', 'call-back', 'The "\u2010" in "call\u2010back" is U+2010, a dash and no hyphen.'],
    [decomposed, composed, 'They look the same and are composed differently: U+0065 U+0301 here, U+00E9 there.'],
    [composed, decomposed, 'They look the same and are composed differently: U+00E9 here, U+0065 U+0301 there.'],
    [
      'a\u0323\u0301x',
      'a\u0301\u0323x',
      'They look the same and are composed differently: U+0323 U+0301 here, U+0301 U+0323 there.',
    ],
  ])('%s and %s', (word, near, told) => {
    expect(suggest(word, ['other', near])).toBe(near);
    expect(didYouMean(word, near)).toBe(`Did you mean ${near}? ${told}`);
  });

  it.each([
    ['cal', 'call'],
    ['Call', 'call'],
    ['\u8BB0\u5F551', '\u8BB0\u5F552'],
    ['c\u0439ll', 'call'],
  ])('are not %s and %s', (word, near) => {
    expect(didYouMean(word, near, `"${near}"`)).toBe(`Did you mean "${near}"?`);
  });
});
