/**
 * Does a name say what is done? Only what plainly names a thing is denied: a name that is not understood gets the benefit of doubt.
 *
 * In Chinese the verb may stand first (核对订单) or last (订单核对), so a known verb anywhere will do. In English it stands first.
 */
import {
  chineseFirstVerbs,
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
  const thing = chineseThingsWithVerbs.find((each) => said.endsWith(each));
  const rest = chineseThingsWithVerbs.reduce((left, each) => left.replaceAll(each, '□'), said);
  const [first = '', ...others] = Array.from(rest);
  if (chineseFirstVerbs.has(first) && others.length > 0) return false;
  if (chineseVerbsBeforeThings.has(first) && chineseThings.includes(others.join(''))) return false;
  for (let at = 0; at < rest.length; at += 1) {
    for (const length of [2, 3]) if (chineseVerbs.has(rest.slice(at, at + length))) return false;
  }
  return thing !== undefined || chineseThings.some((each) => said.endsWith(each));
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
