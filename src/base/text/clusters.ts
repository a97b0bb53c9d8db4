/**
 * Cuts text into what a reader takes for single characters (grapheme clusters) and says how wide each is.
 *
 * Our own and not `Intl.Segmenter`'s, because that follows the Unicode edition of the Node it runs on (Khmer is cut otherwise by
 * Node 20.19 than by 20.20), and output must not. Simpler than UAX #29, and differs only in rarities: we keep together rather
 * more than less.
 */
import type { FontTable } from './font-table.js';
import { emoji, invisible, pictographic, spacing } from './generated/characters.js';
import { inRanges, readRanges } from './ranges.js';
import { emojiWidth } from './scripts.js';

export interface Cluster {
  readonly text: string;
  /** Offset of the text in UTF-16 units. */
  readonly start: number;
  /** Its first code point, by which it kerns with what stands before it. */
  readonly code: number;
  /** Thousandths of an em, without kerning. */
  readonly width: number;
  /** Kerning with the cluster before it: added when both stand on one line. */
  readonly kerning: number;
}

/** Up to here no character joins the one before it, but for the soft hyphen. */
const LAST_PLAIN = 0x2ff;
const ZERO_WIDTH_SPACE = 0x200b;
const JOINER = 0x200d;
const EMOJI_STYLE = 0xfe0f;
const TEXT_STYLE = 0xfe0e;
const KEYCAP = 0x20e3;

/** Signs that join the consonant after them to the one before: the viramas of India's scripts, Khmer and Myanmar. */
const linkers = new Set([0x94d, 0x9cd, 0xa4d, 0xacd, 0xb4d, 0xc4d, 0xccd, 0xd4d, 0xdca, 0x1039, 0x17d2]);

let ranges: Record<'invisible' | 'spacing' | 'emoji' | 'pictographic', (readonly [number, number])[]> | undefined;

export function* clusters(text: string, table: FontTable): Generator<Cluster, void, undefined> {
  let start = 0;
  let codes: number[] = [];
  let offset = 0;
  let before: number | undefined;

  const finish = (): Cluster => {
    const code = codes[0] ?? 0;
    const kerning = before === undefined ? 0 : table.kerning(before, code);
    before = codes.length === 1 ? code : undefined;
    return { text: text.slice(start, offset), start, code, width: clusterWidth(codes, table), kerning };
  };

  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (codes.length > 0 && !joins(codes, code)) {
      yield finish();
      start = offset;
      codes = [];
    }
    codes.push(code);
    offset += character.length;
  }
  if (codes.length > 0) yield finish();
}

/** Whether the character belongs to the cluster that ends with these. */
function joins(codes: readonly number[], code: number): boolean {
  if (code <= LAST_PLAIN) return code === 0xad;
  if (isIdeograph(code) || code === ZERO_WIDTH_SPACE) return false;
  const last = codes.at(-1) ?? 0;
  if (isInvisible(code) || is('spacing', code) || isModifier(code)) return true;
  if (last === JOINER && is('pictographic', code)) return true;
  if (isRegional(code)) return isRegional(last) && codes.length === 1;
  if (isVowelOrFinal(code)) return isHangul(last);
  if (code === 0xe33 || code === 0xeb3) return true; // vowels of Thai and Lao that are written onto the consonant before
  const linker = last === JOINER ? codes.at(-2) : last;
  return linker !== undefined && linkers.has(linker) && linker >> 7 === code >> 7;
}

function clusterWidth(codes: readonly number[], table: FontTable): number {
  const [first = 0] = codes;
  if (codes.length === 1 && isIdeograph(first)) return table.advance(first);
  if (codes.length === 1) return isInvisible(first) ? 0 : is('emoji', first) ? emojiWidth : table.advance(first);
  if (isPicture(codes)) return emojiWidth;
  return codes.reduce((sum, code) => (isInvisible(code) || isVowelOrFinal(code) ? sum : sum + table.advance(code)), 0);
}

function isPicture(codes: readonly number[]): boolean {
  const [first = 0, second] = codes;
  if (second === TEXT_STYLE) return false;
  return codes.includes(EMOJI_STYLE) || codes.includes(KEYCAP) || is('emoji', first) || isRegional(first);
}

function is(kind: 'invisible' | 'spacing' | 'emoji' | 'pictographic', code: number): boolean {
  ranges ??= {
    invisible: readRanges(invisible),
    spacing: readRanges(spacing),
    emoji: readRanges(emoji),
    pictographic: readRanges(pictographic),
  };
  return inRanges(ranges[kind], code);
}

/** Marks that stand on another character, joiners, selectors: nothing of their own width. */
function isInvisible(code: number): boolean {
  return code >= 0xad && is('invisible', code);
}

function isIdeograph(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

function isModifier(code: number): boolean {
  return code >= 0x1f3fb && code <= 0x1f3ff;
}

function isRegional(code: number): boolean {
  return code >= 0x1f1e6 && code <= 0x1f1ff;
}

function isHangul(code: number): boolean {
  return (code >= 0x1100 && code <= 0x11ff) || (code >= 0xac00 && code <= 0xd7a3);
}

function isVowelOrFinal(code: number): boolean {
  return code >= 0x1160 && code <= 0x11ff;
}
