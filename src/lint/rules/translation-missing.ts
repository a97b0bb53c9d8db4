/** Half a translation. */
import { quote } from '../../base/quote.js';
import { say, type Text } from '../../model/text.js';
import { textsOf } from '../texts.js';
import { defineRule } from '../rule.js';

export const translationMissing = defineRule({
  id: 'translation-missing',
  group: 'document',
  summary: 'A text that lacks one of the languages of the flow',
  severity: 'warning',
  level: 'recommended',
  why:
    'The title promises two languages, and in the English edition one box is Chinese: precisely the colleague for whom the edition is made ' +
    'stops there. Write every text in each language of the title. Names of products and systems may stand as they are, and a title in one ' +
    'language asks for no other.',
  bad: `trackflow: 1
title: {zh: 线索跟进, en: Lead follow-up}
language: zh
nodes:
  start: {type: start, name: {zh: 收到线索, en: Lead arrives}, next: call}
  call:
    name: 联系客户 # ✗
    tools: [Zoho CRM]
    next: done
  done: {type: end, name: {zh: 已联系, en: Lead called}}
`,
  good: `trackflow: 1
title: {zh: 线索跟进, en: Lead follow-up}
language: zh
nodes:
  start: {type: start, name: {zh: 收到线索, en: Lead arrives}, next: call}
  call:
    name: {zh: 联系客户, en: Call the lead}
    tools: [Zoho CRM]
    next: done
  done: {type: end, name: {zh: 已联系, en: Lead called}}
`,
  *check({ process, at }) {
    const { languages } = process;
    if (languages.length < 2) return;
    const texts = textsOf(process).filter(({ text, isName }) => !isSameEverywhere(text, isName));
    const lacking = texts.flatMap((placed) => {
      const missing = languages.filter((language) => placed.text[language] === undefined);
      return missing.length === 0 || missing.length === languages.length ? [] : [{ ...placed, missing }];
    });
    // Hardly begun: one finding says more than a hundred.
    if (lacking.length * 2 > texts.length) {
      yield {
        message: `The title is in ${languages.map((each) => quote(each)).join(' and ')}, but ${lacking.length} of ${texts.length} texts are not.`,
        at: at(process, 'title'),
        hint: 'Translate the rest, or give the title in one language until then.',
      };
      return;
    }
    for (const { element, steps, text, what, missing } of lacking) {
      yield {
        message: `The ${what} ${quote(say(text, process.language))} is missing in ${missing.map((each) => quote(each)).join(' and ')}.`,
        at: at(element, ...steps),
        hint: `Write it as {${languages.map((each) => `${each}: …`).join(', ')}}.`,
      };
    }
  },
});

/** Numbers, addresses, names of products: `Zoho CRM`, `crm@example.com`. In a name, small words are words. */
function isSameEverywhere(text: Text, isName: boolean): boolean {
  const words = Object.values(text).join(' ');
  if (/[^\p{Script=Latin}\p{Script=Common}]/u.test(words)) return false;
  if (/@|:\/\//u.test(words)) return true;
  const all = words.match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  // `Customer` is a word, `CRM` is none; `Zoho CRM` is a product.
  const isProper = (word: string): boolean =>
    /^\p{Lu}/u.test(word) && (!isName || all.length > 1 || /\p{Lu}.*\p{Lu}/u.test(word));
  return all.every(isProper) && (!isName || all.some((word) => /\p{Lu}.*\p{Lu}/u.test(word)));
}
