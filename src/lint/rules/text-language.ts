/** Texts under the wrong language. */
import { quote } from '../../base/quote.js';
import type { Change } from '../../model/change.js';
import { defineRule } from '../rule.js';
import { textsOf } from '../texts.js';

export const textLanguage = defineRule({
  id: 'text-language',
  group: 'naming',
  summary: 'Chinese under en, or English under zh',
  severity: 'warning',
  level: 'recommended',
  why:
    'Somebody has mixed up the two lines, or copied one and never translated it. The English edition then shows a Chinese box, which those who need ' +
    'that edition cannot read, and nobody sees it in the edition that is looked at every day. Names of products may stand under any language.',
  bad: `trackflow: 1
title: {zh: 合同签订, en: Contract}
language: zh
nodes:
  start: {type: start, name: {zh: 收到合同, en: Contract arrives}, next: check}
  check:
    name: {zh: check the contract, en: 核对合同} # ✗
    next: done
  done: {type: end, name: {zh: 合同已签, en: Contract signed}}
`,
  good: `trackflow: 1
title: {zh: 合同签订, en: Contract}
language: zh
nodes:
  start: {type: start, name: {zh: 收到合同, en: Contract arrives}, next: check}
  check:
    name: {zh: 核对合同, en: Check the contract}
    next: done
  done: {type: end, name: {zh: 合同已签, en: Contract signed}}
`,
  fixable: 'safe',
  *check({ process, at, placeOf }) {
    for (const { element, steps, text, what } of textsOf(process)) {
      const languages = Object.keys(text);
      if (languages.length < 2) continue;
      const wrong = languages.filter((language) => isWrong(language, text[language] ?? ''));
      const [first, second] = wrong;
      if (first === undefined) continue;
      const { file, path } = placeOf(element);
      const swapped: readonly Change[] | undefined =
        languages.length === 2 && second !== undefined && file === process.file
          ? [
              {
                kind: 'set',
                file,
                path: [...path, ...steps],
                value: { [first]: text[second] ?? '', [second]: text[first] ?? '' },
              },
            ]
          : undefined;
      yield {
        message:
          second === undefined
            ? `The ${what} ${quote(text[first] ?? '')} stands under ${quote(first)} and is not in that language.`
            : `The ${what} has its languages mixed up: ${quote(text[first] ?? '')} stands under ${quote(first)}.`,
        at: at(element, ...steps, first),
        hint: second === undefined ? 'Translate it, or take it out.' : `Swap ${first} and ${second}.`,
        ...(swapped && { fix: { title: `Swap ${first} and ${second}`, safe: true, changes: swapped } }),
      };
    }
  },
});

/** Only what is beyond doubt: names of products and people stand under any language. */
function isWrong(language: string, said: string): boolean {
  const han = said.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (/^zh\b/u.test(language))
    return han === 0 && (said.match(/(?<![\p{L}\p{N}])[a-z]{2,}(?![\p{L}\p{N}])/gu)?.length ?? 0) >= 2;
  const latin = said.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return /^en\b/u.test(language) && han >= 2 && han > latin;
}
