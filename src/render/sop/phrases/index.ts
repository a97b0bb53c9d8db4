/** The phrases of the SOP in the language nearest to that of the document. */
import type { Language } from '../../../model/text.js';
import { inLanguage } from '../../../model/words/index.js';
import { en } from './en.js';
import { zh, type SopPhrases } from './zh.js';

export type { SopPhrases } from './zh.js';

export function sopPhrases(language: Language): SopPhrases {
  return inLanguage(language, { zh, en });
}
