/**
 * How a view speaks: the texts of a process in the wanted language, as single printable lines, with the words around them.
 *
 * Separate so that all views normalise the same way and no raw author text can slip into a picture.
 */
import { oneLine, printable } from '../base/printable.js';
import type { Process } from '../model/process.js';
import { say, type Language, type Text } from '../model/text.js';
import { words, type Words } from '../model/words/index.js';
import { phrases, type Phrases } from './phrases.js';

export interface Speaker {
  readonly language: Language;
  readonly words: Words;
  readonly phrases: Phrases;
  /** One line; empty for an absent text. */
  line(text: Text | undefined): string;
  /** One line; the id if the name says nothing. */
  name(element: { readonly id: string; readonly name: Text }): string;
  /** Several lines allowed. */
  paragraph(text: Text | undefined): string;
}

export function speaker(process: Process, language: Language): Speaker {
  const line = (text: Text | undefined): string => oneLine(say(text, language, process.language));
  return {
    language,
    words: words(language),
    phrases: phrases(language),
    line,
    name: (element) => line(element.name) || oneLine(element.id),
    paragraph: (text) => printable(say(text, language, process.language)).trim(),
  };
}
