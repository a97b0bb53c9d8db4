/**
 * Breaks a label into lines of even length that fit a width, or cuts it short and says so.
 *
 * As few lines as the text needs; among the ways to set it, the one with the least unevenness and the best breaks. The same on
 * every machine: no locale and no dictionary of the host.
 *
 * Invariants: no line is wider than `maxWidth`, but for one that is a single character; no line is empty, unless the text is;
 * the lines together are the text, but for white space and unless `truncated`.
 */
import { findBreaks } from './breaks.js';
import type { Break } from './breaks.js';
import { fontTable } from './font-table.js';
import type { FontWeight } from './font-table.js';
import { isEastAsian } from './kinds.js';
import { balance, fewestLines, fill } from './lines.js';
import { measure } from './measure.js';
import { typeset } from './setting.js';
import type { Setting } from './setting.js';

export interface WrapOptions {
  /** Font size in pixels. */
  readonly size: number;
  readonly weight: FontWeight;
  /** In pixels. */
  readonly maxWidth: number;
  /** At least 1; `Infinity` for as many as it takes. */
  readonly maxLines: number;
  /** Language of the text, where known: Japanese and Korean share ideographs with Chinese, but not words. */
  readonly language?: string;
}

export interface Wrapped {
  readonly lines: readonly string[];
  /** Of the widest line, in pixels. */
  readonly width: number;
  /** The text did not fit and ends in `…`, or in `...` behind letters of other scripts than those of East Asia. */
  readonly truncated: boolean;
  /** How much its line ends hurt, in squares of an em: 0 between words, 5 and more where a word may be torn. */
  readonly hurt: number;
}

/**
 * What was broken before, as the same names are asked for in both directions of a picture and from several sides. Texts of a length
 * that names do not have are not kept, and when there are many, all are forgotten: a program that runs for days does not grow.
 */
const known = new Map<string, Wrapped>();
/** What stood in one line, and in which width it did: in any greater one it does so, too, as under a title when a picture grows. */
const inOneLine = new Map<string, { readonly within: number; readonly wrapped: Wrapped }>();
const mostKnown = 2000;
const longestKnown = 200;

export function wrap(text: string, options: WrapOptions): Wrapped {
  if (text.length > longestKnown) return broken(text, options);
  const { size, weight, maxWidth, maxLines, language = '' } = options;
  const key = `${size} ${weight} ${maxWidth} ${maxLines} ${language} ${text}`;
  let wrapped = known.get(key);
  if (wrapped !== undefined) return wrapped;
  const font = `${size} ${weight} ${text}`;
  const alone = inOneLine.get(font);
  if (alone !== undefined && alone.within <= maxWidth) return alone.wrapped;
  wrapped = broken(text, options);
  if (known.size >= mostKnown) {
    known.clear();
    inOneLine.clear();
  }
  known.set(key, wrapped);
  if (wrapped.lines.length === 1 && !wrapped.truncated) inOneLine.set(font, { within: maxWidth, wrapped });
  return wrapped;
}

function broken(text: string, options: WrapOptions): Wrapped {
  const { size, weight, maxWidth } = options;
  const maxLines = Math.max(1, options.maxLines);
  // Text as wide as `maxWidth` by its own measurement must fit, whatever rounding does.
  const limit = Math.floor((maxWidth * 1000) / size + 1e-6);
  const setting = typeset(text, fontTable(weight), (maxLines + 1) * limit);
  if (setting.clusters.length === 0) return { lines: [''], width: 0, truncated: false, hurt: 0 };

  const breaks = findBreaks(setting, { limit, chineseWords: !/^(?:ja|ko)\b/i.test(options.language ?? '') });
  const truncated = setting.cut || fewestLines(setting, breaks, limit) > maxLines;
  const stretches = truncated ? fill(setting, breaks, limit, maxLines - 1) : balance(setting, breaks, limit, maxLines);
  const lines = stretches.map(([from, to]) => setting.line(from, to));
  if (truncated) {
    const fits = (line: string): boolean => measure(line, size, weight) <= maxWidth;
    lines.push(shorten(setting, stretches.at(-1)?.[1] ?? 0, breaks, fits));
  }
  const costs = new Map(breaks.map(({ at, cost }) => [at, cost]));
  const ended = truncated ? stretches : stretches.slice(0, -1);
  const hurt = ended.reduce((sum, [, at]) => sum + Math.max(0, costs.get(at) ?? 0), 0);
  return { lines, width: Math.max(...lines.map((line) => measure(line, size, weight))), truncated, hurt };
}

/**
 * Fonts for Chinese set `…` at half height, which behind `Approve` looks like a slip; there three dots stand on the line. By the last
 * character alone, as a name may change between scripts.
 */
const dotsAfter = (text: string): string => (isEastAsian(Array.from(text.slice(-2)).at(-1) ?? '') ? '…' : '...');

/** As much of the text from there on as fits with dots after it; whole words, if that leaves most of the line filled. */
function shorten(setting: Setting, from: number, breaks: readonly Break[], fits: (line: string) => boolean): string {
  const wordEnds = new Set(breaks.map(({ at }) => at));
  let line = '…';
  let words = line;
  for (let to = from + 1; to <= setting.clusters.length; to++) {
    // What opens or goes on is no end to stop at.
    const shown = setting.line(from, to).replace(/[ \u3000.…,:;、，：；\-–—([（［“‘《「【]+$/, '');
    const longer = `${shown}${dotsAfter(shown)}`;
    if (!fits(longer)) break;
    line = longer;
    if (wordEnds.has(to)) words = longer;
  }
  return words.length * 3 >= line.length * 2 ? words : line;
}
