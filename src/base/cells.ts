/**
 * Text on a terminal: made safe to print, and measured in cells (a Latin letter is one, a Chinese character two).
 *
 * Separate from `text/`, which measures pixels of a picture. Both the diagnostics' carets and the help tables stand or fall
 * with these widths. Invariant: `visible` leaves nothing that moves the cursor, colours, hides or reorders text.
 */

/** What stands for a character that must not reach a terminal as it is. */
function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09) return '→';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/**
 * C0 and C1 controls, line and paragraph separators, lone surrogates; and what a reader cannot see but should, because
 * `a\u200Bb` and `ab` are different ids: zero-width spaces, joiners outside scripts that need them, bidirectional controls, tags.
 * U+200C and U+200D stay: Persian and emoji are written with them.
 */
const unprintable =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}\p{Cs}]/gu;

/** One line of text that is safe to print; control and invisible characters become pictures such as `␛` or `<U+202E>`. */
export function visible(text: string): string {
  return text.replace(unprintable, picture);
}

/** Ranges of code points that take two cells (East Asian Wide and Fullwidth), first and last, in order. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x20000, 0x3fffd],
];

// Made when the first text needs it: that takes 10 ms, a tenth of a whole run that finds nothing to say.
let segmenter: Intl.Segmenter | undefined;
const onlyMarks = /^(?:\p{Mark}|\u200C|\u200D)*$/u; // variation selectors are marks
const emoji = /\p{Emoji_Presentation}|\uFE0F/u;
const ascii = /^[\x20-\x7e]*$/;

/** How many cells a text takes that has gone through `visible`. */
export function cells(text: string): number {
  if (ascii.test(text)) return text.length;
  // Grapheme boundaries are the same in every locale; naming one keeps the machine's out of it.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += cellsOf(segment);
  return width;
}

function cellsOf(grapheme: string): number {
  if (onlyMarks.test(grapheme)) return 0;
  const code = grapheme.codePointAt(0) ?? 0;
  return emoji.test(grapheme) || wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** The text, followed by as many spaces as it needs to fill `width` cells. */
export function padCells(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}

/** Cut at spaces into lines of at most `width` cells; a longer word has a line of its own. */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && cells(last) + 1 + cells(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
