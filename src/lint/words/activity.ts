/**
 * Does a name say what is done? Only what plainly names a thing is denied: a name that is not understood gets the benefit of doubt.
 *
 * In Chinese the verb may stand first (核对订单) or last (订单核对), so a known verb anywhere will do. In English it stands first.
 */
import {
  chineseFirstVerbs,
  chineseQualities,
  chineseThings,
  chineseThingsWithVerbs,
  chineseVerbs,
  chineseVerbsBeforeThings,
} from './chinese-verbs.js';
import { englishQualities, englishThings, englishVerbs } from './english-verbs.js';

/** Whether `name` is plainly only a thing; `more` are the project's own verbs. */
export function namesOnlyThing(name: string, more: readonly string[] = []): boolean {
  return /\p{Script=Han}/u.test(name) ? isChineseThing(name, more) : isEnglishThing(name, more);
}

function isChineseThing(name: string, more: readonly string[]): boolean {
  const said = name.replace(/\s+/gu, '').replace(/[（(][^（）()]*[）)]$/u, '');
  if (more.some((verb) => said.includes(verb))) return false;
  const rest = chineseThingsWithVerbs.reduce((left, each) => left.replaceAll(each, '□'), said);
  const [first = '', ...others] = Array.from(said);
  if (chineseFirstVerbs.has(first) && others.length > 0 && rest.startsWith(first)) return false;
  if (chineseVerbsBeforeThings.has(first) && chineseThings.includes(others.join(''))) return false;
  for (let at = 0; at < rest.length; at += 1) {
    for (const length of [2, 3]) if (chineseVerbs.has(rest.slice(at, at + length))) return false;
  }
  const ends = [...chineseThingsWithVerbs, ...chineseThings].some((each) => said.endsWith(each));
  return ends && isMadeOf(said, [...chineseThingsWithVerbs, ...chineseThings, ...chineseQualities]);
}

/** Whether the text is nothing but these words in a row. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  const reached = new Set([0]);
  for (const at of reached) {
    for (const word of words) if (text.startsWith(word, at)) reached.add(at + word.length);
  }
  return reached.has(text.length);
}

function isEnglishThing(name: string, more: readonly string[]): boolean {
  const words =
    name
      .toLowerCase()
      .replace(/\([^()]*\)$/u, '')
      .match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  const last = words.at(-1);
  if (last === undefined || !isThing(last)) return false;
  const own = more.map((verb) => verb.toLowerCase());
  const isVerb = (word: string): boolean => basesOf(word).some((base) => englishVerbs.has(base) || own.includes(base));
  if (isVerb(words[0] ?? '')) return false;
  // A word that is not known may be a verb.
  return words.every((word) => isThing(word) || englishQualities.has(word));
}

function isThing(word: string): boolean {
  return [word, word.replace(/ies$/u, 'y'), word.replace(/s$/u, '')].some((each) => englishThings.has(each));
}

/** `contacted` → `contact`, `making` → `make`, `planned` → `plan`. */
function basesOf(word: string): readonly string[] {
  const stem = /^(.{2,}?)(?:ing|ed|es|s)$/u.exec(word)?.[1];
  const parts = word.includes('-') ? [word.split('-')[0] ?? ''] : [];
  if (stem === undefined) return [word, ...parts];
  return [word, ...parts, stem, `${stem}e`, stem.replace(/(.)\1$/u, '$1'), stem.replace(/i$/u, 'y')];
}
