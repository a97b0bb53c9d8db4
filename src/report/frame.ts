/**
 * The piece of source that a finding points at: the line before, the line itself, and carets under the span.
 *
 * Separate from the reporters because every one that shows source (terminal now, Markdown later) needs the same arithmetic:
 * columns count code points, the terminal counts cells, and a line may be megabytes long. It adds no colour; each part comes
 * with its role, and the reporter paints it.
 */
import { cells, visible } from '../base/cells.js';
import type { Span } from '../model/diagnostic.js';

export interface FramePart {
  readonly role: 'gutter' | 'context' | 'before' | 'marked' | 'after' | 'caret';
  readonly text: string;
}

export type FrameLine = readonly FramePart[];

export interface FrameOptions {
  /** Cells that a whole line may take. */
  readonly width: number;
  /** Show the line before, too. */
  readonly context: boolean;
}

/** Stands for what was cut off a long line. ASCII: the width of `…` depends on the terminal's font. */
const ELLIPSIS = '...';
/** Narrower than this, cropping would leave nothing to read. */
const NARROWEST = 24;

/** No lines if the place lies outside the text. */
export function frame(lines: readonly string[], span: Span, options: FrameOptions): readonly FrameLine[] {
  const number = span.start.line;
  const line = lines[number - 1];
  if (line === undefined) return [];
  const gutter = String(number).length + 2;
  const room = Math.max(NARROWEST, options.width - gutter - 3);
  const result: FrameLine[] = [];
  const previous = options.context ? lines[number - 2] : undefined;
  if (previous !== undefined && previous.trim() !== '') {
    result.push([margin(String(number - 1), gutter), { role: 'context', text: headOf(previous, room) }]);
  }

  const from = offsetOf(line, span.start.column);
  const to = span.end.line === number ? Math.max(from, offsetOf(line, span.end.column)) : line.length;
  const shown = crop(line, from, to, room);
  result.push([
    margin(String(number), gutter),
    { role: 'before', text: shown.before },
    { role: 'marked', text: shown.marked },
    { role: 'after', text: shown.after },
  ]);
  const carets = '^'.repeat(Math.max(1, cells(shown.marked)));
  result.push([margin('', gutter), { role: 'caret', text: ' '.repeat(cells(shown.before)) + carets }]);
  return result;
}

function margin(number: string, width: number): FramePart {
  return { role: 'gutter', text: `${number.padStart(width)} | ` };
}

/** The UTF-16 offset of a 1-based column of code points. */
function offsetOf(line: string, column: number): number {
  let offset = 0;
  for (let passed = 1; passed < column && offset < line.length; passed++) {
    offset += (line.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

interface Cropped {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** The marked stretch with as much of its surroundings as there is room for; a third of the room is kept for what comes before it. */
function crop(line: string, from: number, to: number, room: number): Cropped {
  // More characters than this cannot fit, so that only a window of a huge line is ever measured.
  const slice = (start: number, end: number): string => visible(line.slice(start, end));
  if (line.length <= room) {
    const whole = { before: slice(0, from), marked: slice(from, to), after: slice(to, line.length) };
    if (cells(whole.before) + cells(whole.marked) + cells(whole.after) <= room) return whole;
  }
  const least = Math.min(Math.floor(room / 3), cells(tailOf(line.slice(0, from), room)));
  const marked = headOf(line.slice(from, to), room - least);
  const left = room - cells(marked);
  const before = tailOf(
    line.slice(0, from),
    Math.max(Math.floor(left / 2), left - cells(headOf(line.slice(to), left))),
  );
  // A cut mark ends in dots of its own; a second text after them would read as if it followed directly.
  const cut = to - from > 0 && marked.endsWith(ELLIPSIS) && !line.slice(from, to).endsWith(ELLIPSIS);
  const after = cut ? '' : headOf(line.slice(to), left - cells(before));
  return { before, marked, after };
}

/** The beginning of a text in at most `room` cells. */
function headOf(text: string, room: number): string {
  const all = visible(text.slice(0, room + 1));
  if (text.length <= room && cells(all) <= room) return all;
  return fill(Array.from(all), room - ELLIPSIS.length).join('') + ELLIPSIS.slice(0, room);
}

/** The end of a text in at most `room` cells. */
function tailOf(text: string, room: number): string {
  const all = visible(text.slice(-(room + 1)));
  if (text.length <= room && cells(all) <= room) return all;
  return (
    ELLIPSIS.slice(0, room) +
    fill(Array.from(all).reverse(), room - ELLIPSIS.length)
      .reverse()
      .join('')
  );
}

function fill(characters: readonly string[], room: number): string[] {
  const taken: string[] = [];
  let width = 0;
  for (const character of characters) {
    width += cells(character);
    if (width > room) break;
    taken.push(character);
  }
  return taken;
}
