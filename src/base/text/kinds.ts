/** What kind of character stands somewhere, as far as breaking lines has to know. */

export type Kind =
  'space' | 'digit' | 'letter' | 'ideograph' | 'hiragana' | 'katakana' | 'hangul' | 'open' | 'close' | 'other';

const opening = new Set(Array.from('([{（［｛〈《「『【〔〖“‘', (character) => character.charCodeAt(0)));
const closing = new Set(
  Array.from(')]}）］｝〉》」』】〕〗”’、，。．：；！？…,;!', (character) => character.charCodeAt(0)),
);

export function kindOf(code: number): Kind {
  if (code <= 0x20 || code === 0x3000) return 'space';
  if (opening.has(code)) return 'open';
  if (closing.has(code)) return 'close';
  if (code < 0xc0) {
    if (code >= 0x30 && code <= 0x39) return 'digit';
    return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) ? 'letter' : 'other';
  }
  if ((code >= 0x2000 && code < 0x2c00) || (code >= 0x3001 && code < 0x3041))
    return code === 0x3005 ? 'ideograph' : 'other';
  if (code >= 0x3041 && code < 0x30a0) return 'hiragana';
  if ((code >= 0x30a0 && code < 0x3100) || (code >= 0x31f0 && code < 0x3200)) return 'katakana';
  if (isIdeograph(code)) return 'ideograph';
  if (code >= 0xac00 && code < 0xd7b0) return 'hangul';
  return code >= 0xfe10 && code < 0xfff0 ? 'other' : 'letter';
}

function isIdeograph(code: number): boolean {
  return (code >= 0x3400 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00) || (code >= 0x20000 && code < 0x40000);
}

/** A cluster that vanishes at the end of a line. */
export function isSpace(text: string): boolean {
  return text === ' ' || text === '\u3000' || text === '\u200B';
}

/** Whether a text begins with a character that is written without spaces around it: ideographs, kana and their punctuation. */
export function isEastAsian(text: string): boolean {
  const code = text.codePointAt(0) ?? 0;
  return (code >= 0x2e80 && code < 0xa4d0) || (code >= 0xff00 && code < 0xffe7) || isIdeograph(code);
}
