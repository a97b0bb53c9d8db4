/** The phrases of a handbook in the language nearest to that of the document. */
import type { Language } from '../../../model/text.js';
import { inLanguage } from '../../../model/words/index.js';
import { en } from './en.js';
import { zh, type HandbookPhrases } from './zh.js';

export type { HandbookPhrases } from './zh.js';

export function handbookPhrases(language: Language): HandbookPhrases {
  return inLanguage(language, { zh, en });
}
