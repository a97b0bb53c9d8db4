/** Names in capitals throughout. */
import { quote } from '../../base/quote.js';
import type { Text } from '../../model/text.js';
import { defineRule } from '../rule.js';
import { textsOf, wordsAt } from '../texts.js';

export const allCapitals = defineRule({
  id: 'all-capitals',
  group: 'naming',
  summary: 'A name written in capital letters throughout',
  severity: 'info',
  level: 'recommended',
  why:
    'Words in capitals have no shape: they are read letter by letter, take more room in the box, and the one abbreviation among them no ' +
    'longer stands out. Write names like a heading: "Send the quote". Abbreviations such as CRM keep their capitals.',
  bad: `trackflow: 1
title: Offers
nodes:
  start: {type: start, name: Need is clear, next: send}
  send:
    name: SEND THE QUOTE # ✗
    next: done
  done: {type: end, name: Quote sent}
`,
  good: `trackflow: 1
title: Offers
nodes:
  start: {type: start, name: Need is clear, next: send}
  send:
    name: Send the quote by CRM
    next: done
  done: {type: end, name: Quote sent}
`,
  fixable: 'unsafe', // it cannot know which words are abbreviations
  *check({ process, at, placeOf }) {
    for (const { element, steps, text, what, isName } of textsOf(process)) {
      if (!isName) continue;
      for (const [language, said] of Object.entries(text)) {
        const isShouted = !/\p{Ll}/u.test(said) && (said.match(/\p{Lu}{4,}/gu)?.length ?? 0) >= 2;
        if (!isShouted || /\p{Script=Han}/u.test(said)) continue;
        const mended = said.charAt(0) + said.slice(1).toLowerCase();
        const { file, path } = placeOf(element);
        const isPlain = Object.keys(text).length === 1 && language === process.language;
        const value: Text | string = isPlain ? mended : { ...text, [language]: mended };
        yield {
          message: `The ${what} ${quote(said)} is written in capitals throughout.`,
          at: at(element, ...wordsAt(steps, text, language)),
          hint: `Write ${quote(mended)}; only abbreviations keep their capitals.`,
          ...(file === process.file && {
            fix: {
              title: `Write ${quote(mended)}`,
              safe: false,
              changes: [{ kind: 'set', file, path: [...path, ...steps], value }],
            },
          }),
        };
      }
    }
  },
});
