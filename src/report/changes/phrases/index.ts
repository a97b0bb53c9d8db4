/** The phrases of a difference in the language nearest to the one asked for. */
import type { Language } from '../../../model/text.js';
import { inLanguage } from '../../../model/words/index.js';
import { en } from './en.js';
import type { DifferencePhrases } from './phrases.js';
import { zh } from './zh.js';

export type { DifferencePhrases } from './phrases.js';

export function differencePhrases(language: Language): DifferencePhrases {
  return inLanguage(language, { zh, en });
}
