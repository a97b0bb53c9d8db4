/**
 * The languages trackflow itself can speak, and the choice among them.
 *
 * Content may be in any language; the words around it come from the nearest one here, else English.
 */
import type { Language } from '../text.js';
import { en } from './en.js';
import type { Words } from './vocabulary.js';
import { zh } from './zh.js';

export type { Words } from './vocabulary.js';
export { plainNumber } from './quantities.js';

export const vocabularies = { zh, en } as const satisfies Readonly<Record<string, Words>>;

/** The base languages that have words. */
export type SpokenLanguage = keyof typeof vocabularies;

/** The language of the words around content in `language`: `zh` for `zh-CN` or `ZH_tw`, English for what has none. */
export function spokenLanguage(language: Language): SpokenLanguage {
  return /^zh(?![a-z])/iu.test(language) ? 'zh' : 'en';
}

export function words(language: Language): Words {
  return vocabularies[spokenLanguage(language)];
}

/** One of several versions of anything, by the same choice; every output with phrases of its own uses this. */
export function inLanguage<T>(language: Language, versions: Readonly<Record<SpokenLanguage, T>>): T {
  return versions[spokenLanguage(language)];
}
