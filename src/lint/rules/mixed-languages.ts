/** English words within Chinese names. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';
import { textsOf, wordsAt } from '../texts.js';
import { englishThings, englishVerbs } from '../words/english-verbs.js';

export const mixedLanguages = defineRule({
  id: 'mixed-languages',
  group: 'naming',
  summary: 'A Chinese name with an ordinary English word in it',
  severity: 'info',
  level: 'strict',
  why:
    '"review 合同" and "跟进 lead" are how the office talks, but the new colleague, the auditor and the customer read the document too, and a search ' +
    'for 线索 misses the lead. Write one language per text, and the other one as its translation: {zh: 审核合同, en: Review the contract}. ' +
    'Names of products and abbreviations such as CRM or SOP stay as they are.',
  bad: `trackflow: 1
title: 线索跟进
nodes:
  start: {type: start, name: 收到咨询, next: call}
  call:
    name: 跟进 lead # ✗
    next: done
  done: {type: end, name: 线索已跟进}
`,
  good: `trackflow: 1
title: 线索跟进
nodes:
  start: {type: start, name: 收到咨询, next: call}
  call:
    name: {zh: 在 CRM 中跟进线索, en: Follow up the lead}
    next: done
  done: {type: end, name: 线索已跟进}
`,
  options: {
    allow: { kind: 'words', default: [], summary: 'English words that are used in Chinese names on purpose' },
  },
  *check({ process, options, at }) {
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()));
    for (const { element, steps, text, what, isName } of textsOf(process)) {
      if (!isName) continue;
      for (const [language, said] of Object.entries(text)) {
        if (!/\p{Script=Han}/u.test(said)) continue;
        // Two capitals are an abbreviation or a product (CRM, WeCom).
        const word = (said.match(/[A-Za-z]+/gu) ?? []).find((each) => {
          const small = each.toLowerCase();
          if (!/^[A-Za-z]?[a-z]{2,}$/u.test(each) || allowed.has(small) || notTranslated.has(small)) return false;
          const base = small.replace(/s$/u, '');
          return [small, base].some((form) => englishVerbs.has(form) || englishThings.has(form));
        });
        if (word === undefined) continue;
        yield {
          message: `The ${what} ${quote(said)} mixes Chinese with the English word ${quote(word)}.`,
          at: at(element, ...wordsAt(steps, text, language)),
          hint: 'Write it in one language, and both as {zh: …, en: …}.',
        };
      }
    }
  },
});

/** Loan words that Chinese offices write in Latin letters for want of a shorter one. */
const notTranslated: ReadonlySet<string> = new Set(['email', 'demo', 'list', 'app', 'web', 'kpi', 'crm']);
