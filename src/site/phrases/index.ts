/** The phrases of a site by language. */
import type { Language } from '../../model/text.js';
import { inLanguage } from '../../model/words/index.js';
import { en } from './en.js';
import { zh, type SitePhrases } from './zh.js';

export type { SitePhrases } from './zh.js';

export function sitePhrases(language: Language): SitePhrases {
  return inLanguage(language, { zh, en });
}

/** A phrase with its places filled in; braces in the values mean nothing. */
export function filled(phrase: string, values: Readonly<Record<string, string | number>>): string {
  return phrase.replace(/\{(\w+)\}/gu, (place, name: string) => String(values[name] ?? place));
}
