/**
 * A flow file in pieces: every entry of a map and item of a list with its own words, and with the comments that belong to it.
 *
 * Between the text and the data, because a merge decides by data and writes text. Put together, the pieces of a file are the file.
 */

export type Piece = Leaf | Collection;

export interface Leaf {
  readonly kind: 'leaf';
  readonly text: string;
  readonly data: unknown;
}

export interface Collection {
  readonly kind: 'map' | 'list';
  /** Between brackets. */
  readonly flow: boolean;
  /** In block style, on the lines under its key or dash. */
  readonly below: boolean;
  readonly parts: readonly Part[];
  /** As written, from its first sign; of a block, to the end of its last line. */
  readonly text: string;
  readonly data: unknown;
}

/** An entry of a map, or an item of a list. */
export interface Part {
  /** What it is known by among its neighbours. */
  readonly id: string;
  /** The key as data; the index of an item. */
  readonly key: string | number;
  /** Comments and empty lines above it; none between brackets. */
  readonly lead: readonly string[];
  /** Where its first sign stands; between brackets, that of the entry around the brackets. */
  readonly column: number;
  /** Nothing else begins on its line before it. */
  readonly ownLine: boolean;
  /** The key as written, or the dash. */
  readonly name: string;
  /** From the name to the value, on the name's line. */
  readonly head: string;
  readonly value: Piece;
  /** From the value to the end of the line: a comment. */
  readonly tail: string;
}

export interface Page {
  /** Comments that stand at the top of the file, apart from the first entry. */
  readonly header: readonly string[];
  readonly root: Collection;
  /** What follows the last entry. */
  readonly footer: readonly string[];
}

/** From the name on. */
export function bodyOf({ name, head, value, tail }: Part): string {
  return `${name}${head}${value.text}${tail}`;
}

/** The lines but the first moved by so many columns; who begins further left stays at the margin. */
export function shifted(text: string, by: number): string {
  if (by === 0 || !text.includes('\n')) return text;
  const [first = '', ...rest] = text.split('\n');
  return [first, ...rest.map((line) => shiftedLine(line, by))].join('\n');
}

export function shiftedLine(line: string, by: number): string {
  if (line.trim() === '') return line;
  if (by > 0) return ' '.repeat(by) + line;
  const indent = /^ */u.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(indent, -by));
}

/** What a part says, wherever it stands. */
export function wordsOf(part: Part): string {
  const lead = part.lead.map((line) => line.trim()).filter((line) => line !== '');
  return [...lead, shifted(bodyOf(part), -part.column)].join('\n').trimEnd();
}
