/**
 * How wide a character is that our font does not have: whatever font the reader's machine takes instead.
 *
 * These are averages by script, rather too wide than too narrow (by some tenth against Noto's fonts in Chromium), so that a label
 * in Thai or Arabic keeps inside its box.
 * In thousandths of an em.
 */

const em = 1000;

/** Noto Color Emoji's advance; those of other systems are a little narrower. */
export const emojiWidth = 1250;

const other = 700;

/** First code point of a stretch and the width from there on; what lies between stretches of note is `other`. */
const stretches: readonly (readonly [from: number, width: number])[] = [
  [0x0000, other],
  [0x0530, 780], // Armenian
  [0x0590, 600], // Hebrew
  [0x0600, 600], // Arabic, Syriac, Thaana: isolated forms are wider than joined ones
  [0x0900, 560], // Devanagari
  [0x0980, 620], // Bengali, Gurmukhi
  [0x0a80, 500], // Gujarati
  [0x0b00, 700], // Oriya
  [0x0b80, 850], // Tamil
  [0x0c00, 650], // Telugu
  [0x0c80, 720], // Kannada
  [0x0d00, 900], // Malayalam
  [0x0d80, 1000], // Sinhala
  [0x0e00, 650], // Thai
  [0x0e80, 740], // Lao
  [0x0f00, 700], // Tibetan
  [0x1000, 900], // Myanmar
  [0x10a0, 680], // Georgian
  [0x1100, em], // Hangul letters
  [0x1200, 740], // Ethiopic
  [0x13a0, 750], // Cherokee, Canadian syllabics
  [0x1780, 650], // Khmer
  [0x1800, other],
  [0x2190, em], // arrows, mathematics, shapes, dingbats
  [0x2c00, other],
  [0x2e80, em], // East Asian
  [0xa4d0, other],
  [0xa960, em], // Hangul letters
  [0xa980, other],
  [0xac00, em], // Hangul
  [0xd800, other],
  [0xf900, em], // East Asian
  [0xfb00, other],
  [0xfb50, 850], // Arabic forms
  [0xfe00, em], // East Asian forms
  [0xfe70, 850], // Arabic forms
  [0xff00, em], // full width
  [0xff61, 500], // half width
  [0xffe0, em],
  [0x10000, 850],
  [0x16fe0, em], // East Asian
  [0x1b300, 850],
  [0x1d400, other], // mathematical letters
  [0x1f000, em], // pictures
  [0x20000, em], // East Asian
  [0x40000, other],
];

export function fallbackWidth(code: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.[0] ?? 0) <= code) low = middle;
    else high = middle - 1;
  }
  return stretches[low]?.[1] ?? other;
}
