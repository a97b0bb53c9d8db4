/** The words of one side put into the text of the other: moved to its column, and between brackets where its neighbours are. */
import type { PlainValue } from '../../model/change.js';
import { commentsOf } from '../comments.js';
import { inFlow, keyOf } from '../edit/words.js';
import { bodyOf, shifted, shiftedLine, type Collection, type Part } from './piece.js';

/** Entries of this collection begin in this column. */
export function columnOf(collection: Collection, fallback = 0): number {
  return collection.parts[0]?.column ?? fallback;
}

export function leadFor(part: Part, column: number): readonly string[] {
  return part.lead.map((line) => shiftedLine(line, column - part.column));
}

/** A part from its name on, as an entry of that collection. */
export function bodyFor(part: Part, isFlow: boolean, collection: Collection, column: number): string {
  if (collection.flow) {
    if (isFlow) return bodyOf(part);
    const value = inFlow(part.value.data as PlainValue);
    return collection.kind === 'list' ? value : `${keyOf(String(part.key), true)}: ${value}`;
  }
  const body = shifted(bodyOf(part), column - part.column);
  return isFlow && collection.kind === 'list' ? `- ${body}` : body;
}

/** A part from behind its name on, in the place of another. */
export function valueFor(part: Part, isFlow: boolean, collection: Collection, column: number): string {
  if (isFlow === collection.flow) return part.head + shifted(part.value.text, column - part.column);
  if (collection.flow) return `${collection.kind === 'list' ? '' : ': '}${inFlow(part.value.data as PlainValue)}`;
  return (collection.kind === 'list' ? ' ' : part.head) + shifted(part.value.text, column - part.column);
}

export function linesFor(part: Part, collection: Collection, column: number, isFlow: boolean): readonly string[] {
  const body = `${' '.repeat(column)}${bodyFor(part, isFlow, collection, column)}`;
  return [...leadFor(part, column), ...body.split('\n')];
}

/** All comments of a part, as written from their sign on. */
export function commentsIn(part: Part | undefined): readonly string[] {
  if (part === undefined) return [];
  const text = [...part.lead, bodyOf(part)].join('\n');
  return text.includes('#') ? commentsOf(text).map((comment) => comment.text.trimEnd()) : [];
}

/** Comments of a side that the base does not have. */
export function newComments(side: Part | undefined, base: Part | undefined): readonly string[] {
  const before = commentsIn(base);
  return commentsIn(side).filter((comment) => !before.includes(comment));
}

/** Of the lines above an entry that goes: those that are not about it, because a gap or another indent parts them from it. */
export function detached({ lead, column }: Part): readonly string[] {
  const last = lead.findLastIndex((line) => line.trim() === '' || line.search(/\S/u) !== column);
  const kept = lead.slice(0, last + 1);
  return kept.some((line) => line.trim() !== '') ? kept : [];
}
