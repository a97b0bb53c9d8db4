/**
 * The short lines below a name that say what has changed of a step: how they wrap and how tall they are.
 *
 * The first says what matters most and is never cut; the others may take two lines each.
 */
import { measure } from '../base/text/measure.js';
import { wrap } from '../base/text/wrap.js';
import type { FontWeight } from '../model/scene.js';
import type { ViewNode } from '../model/view.js';

export const noteSize = 12;
export const noteLine = 17;
export const noteWeight: FontWeight = 400;

export function fitNotes({ notes = [] }: ViewNode, maxWidth: number): readonly string[] {
  return notes.flatMap(
    (text, index) =>
      // What is said now stays behind its arrow.
      wrap(text.replaceAll(' → ', ' →\u00A0'), {
        size: noteSize,
        weight: noteWeight,
        maxWidth,
        maxLines: index === 0 ? Infinity : 2,
      }).lines,
  );
}

export function notesWidth(node: ViewNode, maxWidth: number): number {
  return fitNotes(node, maxWidth).reduce((width, line) => Math.max(width, measure(line, noteSize, noteWeight)), 0);
}

export const notesHeight = (node: ViewNode, maxWidth: number): number => fitNotes(node, maxWidth).length * noteLine;
