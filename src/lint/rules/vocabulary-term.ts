/** Words that the project's vocabulary says not to use. */
import { quote } from '../../base/quote.js';
import type { Change } from '../../model/change.js';
import type { Text } from '../../model/text.js';
import { defineRule, type RuleContext } from '../rule.js';
import { type PlacedText, textsOf, wordsAt } from '../texts.js';

export const vocabularyTerm = defineRule({
  id: 'vocabulary-term',
  group: 'naming',
  summary: 'A word for which the vocabulary of the project has another one',
  severity: 'warning',
  level: 'recommended',
  why:
    'When one step says client, the next one customer and the third account, new colleagues look for a difference that there is not, and a search ' +
    'in the handbook finds a third of it. Your project file lists under vocabulary.terms the one word to use for each thing; this text uses another one.',
  bad: `trackflow: 1
title: 客户回访
nodes:
  start: {type: start, name: 到回访日, next: call}
  call:
    name: 致电顾客 # ✗
    description: 先看用户的历史记录 # ✗
    next: done
  done: {type: end, name: 回访完成}
`,
  good: `trackflow: 1
title: 客户回访
nodes:
  start: {type: start, name: 到回访日, next: call}
  call:
    name: 致电客户
    description: 先看客户的历史记录
    next: done
  done: {type: end, name: 回访完成}
`,
  given: { vocabulary: { terms: [{ use: '客户', not: ['顾客', '用户'] }] } },
  fixable: 'safe',
  *check(context) {
    const { process, vocabulary, at } = context;
    const terms = vocabulary.terms.flatMap(({ use, not }) => not.map((word) => ({ use, word, find: finder(word) })));
    if (terms.length === 0) return;
    for (const placed of textsOf(process)) {
      for (const [language, said] of Object.entries(placed.text)) {
        // What is right may contain what is wrong: 客户经理 beside `not: [经理]`.
        const spared = vocabulary.terms.reduce((left, { use }) => left.replaceAll(use, '\0'.repeat(use.length)), said);
        const found = terms.filter(({ find }) => spared.search(find) >= 0);
        const [first] = found;
        if (first === undefined) continue;
        const changes = change(context, placed, language, said, spared, found);
        yield {
          message: `The ${placed.what} says ${quote(first.word)}; the word of this project is ${quote(first.use)}.`,
          at: at(placed.element, ...wordsAt(placed.steps, placed.text, language)),
          hint: `Write ${quote(first.use)}.`,
          ...(changes && { fix: { title: `Write ${quote(first.use)}`, safe: true, changes } }),
        };
      }
    }
  },
});

interface Term {
  readonly use: string;
  readonly find: RegExp;
}

/** Latin words only whole, with their plural; Chinese has no gaps between words. */
function finder(word: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return /^[\x20-\x7e]+$/u.test(word)
    ? new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(s?)(?![\\p{L}\\p{N}])`, 'giu')
    : new RegExp(escaped, 'gu');
}

/** Of the flow's own file only: a library speaks for other flows too. */
function change(
  { process, placeOf }: Pick<RuleContext, 'process' | 'placeOf'>,
  { element, steps, text }: PlacedText,
  language: string,
  said: string,
  spared: string,
  terms: readonly Term[],
): readonly Change[] | undefined {
  const { file, path } = placeOf(element);
  if (file !== process.file) return undefined;
  const mended = terms.reduce((now, { use, find }) => replaceOutside(now, find, use), { text: said, spared }).text;
  const value: Text | string =
    Object.keys(text).length === 1 && language === process.language ? mended : { ...text, [language]: mended };
  return [{ kind: 'set', file, path: [...path, ...steps], value }];
}

/** Replaces in `text` what `find` matches in `spared`, where the right words are blanked out; both keep their length in step. */
function replaceOutside(now: { readonly text: string; readonly spared: string }, find: RegExp, use: string) {
  let { text, spared } = now;
  for (const match of [...spared.matchAll(find)].reverse()) {
    const capital = /^\p{Lu}/u.test(match[0]) && /^\p{Ll}/u.test(use);
    const word = `${capital ? use.charAt(0).toUpperCase() + use.slice(1) : use}${match[1] ?? ''}`;
    const end = match.index + match[0].length;
    text = text.slice(0, match.index) + word + text.slice(end);
    spared = spared.slice(0, match.index) + '\0'.repeat(word.length) + spared.slice(end);
  }
  return { text, spared };
}
