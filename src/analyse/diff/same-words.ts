/**
 * Whether two texts surely mean the same: they differ in spaces, punctuation, width, capitals, articles, known spellings, or by a slip of
 * the keyboard within one word.
 *
 * Separate from `likeness.ts`, which asks how alike two names are: alike is not the same, as "above 12 %" and "below 12 %" show. No
 * dictionary, so whatever is not surely the same is not the same here.
 */
import type { Language } from '../../model/text.js';

/** Other ways to write one word; each pair is the same word in every sentence. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/其它/gu, '其他'],
  [/帐(?=[号户单款目期务])/gu, '账'],
  [/登陆(?=系统|账|后台|平台|网)/gu, '登录'],
  [/电子邮件|电邮/gu, '邮件'],
  [/\be mails?\b/gu, 'email'],
  [/\b(?:tele)?phone\b/gu, 'phone'],
  [/\bokay\b/gu, 'ok'],
  [/(?<=[a-z]{3})ise(?=(?:s|d|r|rs)?\b)/gu, 'ize'],
  [/(?<=[a-z]{3})isation(?=s?\b)/gu, 'ization'],
  [/(?<=\b(?:col|fav|hon|lab|behavi|neighb|harb|rum|endeav))our/gu, 'or'],
  [/\bcentre(?=s?\b)/gu, 'center'],
  [/\bcatalogue(?=s?\b)/gu, 'catalog'],
  [/\bcheque(?=s?\b)/gu, 'check'],
  [/\bprogramme(?=s?\b)/gu, 'program'],
  [/\blicence(?=s?\b)/gu, 'license'],
  [/(?<=\b(?:cance|labe|mode|trave|signa))ll(?=ed\b|ing\b)/gu, 'l'],
];

/** The same for two texts that are written differently and say the same; `language`: whose articles say nothing. */
export function wordsForm(text: string, language: Language): string {
  const english = language.split('-')[0] === 'en';
  // Where "not" stands, a comma or a bracket says what it is about.
  const negated = /[不未无非没勿]|\bno[tr]?\b/iu.test(text);
  const plain = text
    // Ten to the second is not 102.
    .replace(/[²³¹⁰⁴-⁹]/gu, '^$&')
    .normalize('NFKC')
    // In front of a capital it may be a name: grade A, a account A.
    .replace(english ? /\b(?:[Tt]he|[Aa]n|a(?= +\p{Ll}))(?= +\p{L})/gu : /(?!)/gu, ' ')
    .toLowerCase()
    // Of a number a point, a colon and a sign are part.
    .replace(/(?<=\p{N})[‐‑‒–—](?=\p{N})/gu, '-')
    .replace(/\s+(?=%)/gu, '')
    .replace(/(?!(?<=\p{N})[.,:/-](?=\p{N})|(?<![\p{L}\p{N}])-(?=\p{N})|%)[\p{P}\p{Z}\p{Cc}]/gu, (sign) =>
      negated && /[,;()、]/u.test(sign) ? sign : ' ',
    )
    .replace(/ +/gu, ' ')
    .replace(/(?<![\p{Script=Latin}\p{N}%]) | (?![\p{Script=Latin}\p{N}-])/gu, '')
    .trim();
  return spellings.reduce((said, [other, one]) => said.replace(other, one), plain);
}

/** Of the title of a process: that it is one goes without saying. */
export function titleForm(text: string, language: Language): string {
  const form = wordsForm(text, language);
  return form.replace(/(?:业务)?流程$| (?:process|procedure|workflow)$/u, '') || form;
}

/** Whether one word of them all has two letters in turn exchanged, or one letter doubled or not: of long words, that is none other. */
export function slipOnly(before: string, after: string): boolean {
  const [old, now] = [before.split(' '), after.split(' ')];
  if (old.length !== now.length) return false;
  const other = old.flatMap((word, index) => (word === now[index] ? [] : [[word, now[index] ?? ''] as const]));
  const [only, ...more] = other;
  return only !== undefined && more.length === 0 && slip(only[0], only[1]);
}

const shortestSlip = 7;

function slip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length < shortestSlip || !/^\p{Script=Latin}+$/u.test(one + other)) return false;
  const at = Array.from(long).findIndex((letter, index) => letter !== short[index]);
  if (long.length === short.length + 1) {
    return long[at] === long[at - 1] && short.slice(at) === long.slice(at + 1);
  }
  return (
    long.length === short.length &&
    at > 0 &&
    long[at] === short[at + 1] &&
    long[at + 1] === short[at] &&
    long.slice(at + 2) === short.slice(at + 2)
  );
}
