/** Texts: a plain string stands in the language of its file; from here on every text is a map of languages. */
import type { Language, Text } from '../model/text.js';
import type { FlowDefinition, TextDefinition } from '../schema/index.js';

export function text(written: TextDefinition, language: Language): Text {
  if (typeof written === 'string') return { [language]: tidy(written) };
  // Language tags are small letters, digits and hyphens: no key here can be one that all objects have.
  return Object.fromEntries(Object.entries(written).map(([tag, words]) => [tag, tidy(words)]));
}

/** A text written with `|` ends with a line break that nobody meant. */
function tidy(words: string): string {
  return words.replace(/[ \t\r\n]+$/u, '');
}

/** Of texts whose file gives no hint of their language. */
export const fallbackLanguage: Language = 'en';

/** What a flow says itself, then its project; without both a title in Chinese letters, and in no others of East Asia, is Chinese. */
export function languageOf(
  { language, title }: Pick<FlowDefinition, 'language' | 'title'>,
  usual: Language | undefined,
): Language {
  const isChinese =
    typeof title === 'string' &&
    /\p{Script=Han}/u.test(title) &&
    !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(title);
  return language ?? usual ?? (isChinese ? 'zh' : fallbackLanguage);
}
