/**
 * The punctuation of a Chinese keyboard that looks like YAML's and is none to it: what it is called, and what to type instead.
 *
 * Separate because it breaks the syntax in some places and only makes a wrong value in others, and both must say the same.
 */
import { quote } from './quote.js';

const ordinarySigns: Readonly<Record<string, string>> = {
  '，': ', ',
  '、': ', ',
  '：': ': ',
  '【': '[',
  '［': '[',
  '〔': '[',
  '】': ']',
  '］': ']',
  '〕': ']',
  '｛': '{',
  '｝': '}',
};

const names: Readonly<Record<string, string>> = {
  '，': 'The comma here is a full-width one (，).',
  '、': 'The comma here is an enumeration comma (、), which is none to YAML.',
  '：': 'The colon here is a full-width one (：).',
};

export interface WideSigns {
  readonly message: string;
  readonly hint: string;
  /** Where the first of them stands in the text, and what to put in place of each. */
  readonly first: number;
  readonly edits: readonly { readonly from: number; readonly to: number; readonly text: string }[];
}

/** Full-width commas and colons of a text, if it has any. */
export function wideSigns(text: string): WideSigns | undefined {
  const edits = Array.from(text.matchAll(/[，、：][ \t\u3000]*/gu), ({ 0: sign, index }) => ({
    from: index,
    to: index + sign.length,
    text: ordinary(sign.slice(0, 1)),
  }));
  const [first] = edits;
  if (first === undefined) return undefined;
  const signs = [...new Set(edits.map(({ from }) => text.slice(from, from + 1)))];
  const [only = ''] = signs;
  const message =
    signs.length === 1 ? (names[only] ?? '') : `The signs here are full-width ones (${signs.join(' ')}), none to YAML.`;
  const noun = signs.length > 1 ? 'ordinary signs' : only === '：' ? 'an ordinary colon' : 'an ordinary comma';
  const hint = `Write ${noun} and a space: ${quote(ordinary(text), 60).slice(1, -1)}.`;
  return { message, hint, first: first.from, edits };
}

/** The same with the signs that YAML knows. */
export function ordinary(text: string): string {
  return text
    .replace(/[，、：][ \t\u3000]*|[【［〔】］〕｛｝]/gu, (sign) => ordinarySigns[sign.slice(0, 1)] ?? sign)
    .trimEnd()
    .replace(/^[,:]$/u, '$& ');
}

/** A list or map in brackets that are none to YAML. */
export function isInWideBrackets(text: string): boolean {
  return /^\s*(?:[【［〔].*[】］〕]|｛.*｝)\s*$/su.test(text);
}

/** What stands between curly quotes, if the whole text does. */
export function withoutCurlyQuotes(text: string): string | undefined {
  return /^\s*(?:[“”„＂]([^“”]*)[“”＂]|[‘’‚＇]([^‘’]*)[‘’＇])\s*$/su.exec(text)?.slice(1).join('').trim();
}

/** Spaces that look like one and, to YAML, are letters. */
export const oddSpaces = '\\u00A0\\u1680\\u2000-\\u200B\\u202F\\u205F\\u3000\\uFEFF';

export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
