/** Texts: a plain string stands in the language of its file; from here on every text is a map of languages. */
import type { Language, Text } from '../model/text.js';
import type { TextDefinition } from '../schema/index.js';

export function text(written: TextDefinition, language: Language): Text {
  if (typeof written === 'string') return { [language]: tidy(written) };
  // Language tags are small letters, digits and hyphens: no key here can be one that all objects have.
  return Object.fromEntries(Object.entries(written).map(([tag, words]) => [tag, tidy(words)]));
}

/** A text written with `|` ends with a line break that nobody meant. */
function tidy(words: string): string {
  return words.replace(/[ \t\r\n]+$/u, '');
}
