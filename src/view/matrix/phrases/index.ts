/** What matrices say, in every language trackflow speaks. */
import type { Language } from '../../../model/text.js';
import { inLanguage } from '../../../model/words/index.js';
import { en } from './en.js';
import { zh, type MatrixPhrases } from './zh.js';

export type { MatrixPhrases } from './zh.js';

export function matrixPhrases(language: Language): MatrixPhrases {
  return inLanguage(language, { zh, en });
}
