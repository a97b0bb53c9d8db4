/** Names that end like a sentence. */
import { quote } from '../../base/quote.js';
import type { Text } from '../../model/text.js';
import { defineRule } from '../rule.js';
import { textsOf, wordsAt } from '../texts.js';

const ending = /\s*[。．.；;，,、：:！!]+$/u;
const abbreviation = /(?:\b(?:etc|inc|ltd|co|corp|approx|no|dept|mr|ms|dr|vs|st)|\b[a-z]\.[a-z])\.$/iu;

export const namePunctuation = defineRule({
  id: 'name-punctuation',
  group: 'naming',
  summary: 'A name that ends in a full stop, comma or colon',
  severity: 'info',
  level: 'recommended',
  why:
    'A name is a heading and not a sentence. The stray full stop shows in every picture, table and menu, and "Check order" and "Check order." ' +
    'end up as two things in reports. Sentences belong into the description. A question mark at a decision is right.',
  bad: `trackflow: 1
title: 订单登记
nodes:
  start: {type: start, name: 收到订单, next: record}
  record:
    name: 登记订单。 # ✗
    next: check
  check: {name: 'Check the stock,', next: done} # ✗
  done: {type: end, name: 订单已登记}
`,
  good: `trackflow: 1
title: 订单登记
nodes:
  start: {type: start, name: 收到订单, next: record}
  record:
    name: 登记订单
    description: 先核对型号与数量。
    next: check
  check: {name: Check the stock, next: done}
  done: {type: end, name: 订单已登记}
`,
  fixable: 'safe',
  *check({ process, at, placeOf }) {
    for (const { element, steps, text, what, isName } of textsOf(process)) {
      if (!isName || what === 'condition') continue;
      for (const [language, said] of Object.entries(text)) {
        const mended = said.replace(ending, '');
        if (mended === said || mended === '' || abbreviation.test(said) || said.endsWith('...')) continue;
        const { file, path } = placeOf(element);
        const isPlain = Object.keys(text).length === 1 && language === process.language;
        const value: Text | string = isPlain ? mended : { ...text, [language]: mended };
        yield {
          message: `The ${what} ${quote(said)} ends like a sentence.`,
          at: at(element, ...wordsAt(steps, text, language)),
          hint: `Write ${quote(mended)}.`,
          ...(file === process.file && {
            fix: {
              title: `Write ${quote(mended)}`,
              safe: true,
              changes: [{ kind: 'set', file, path: [...path, ...steps], value }],
            },
          }),
        };
      }
    }
  },
});
