/** Names that nobody takes in at a glance. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';
import { textsOf, wordsAt } from '../texts.js';

export const longName = defineRule({
  id: 'long-name',
  group: 'naming',
  summary: 'A name too long to take in at a glance',
  severity: 'warning',
  level: 'recommended',
  why:
    'A box is read in a second or not at all. A name that runs over four lines makes the box swell, the picture grow and the reader ' +
    'skip it. Keep verb and object in the name, and put conditions, exceptions and reasons into the description or the steps, which ' +
    'the SOP prints. A Chinese character counts as two letters.',
  bad: `trackflow: 1
title: Offers
nodes:
  start: {type: start, name: Need is clear, next: quote}
  quote:
    name: Prepare the quote and send it to the customer after the manager has looked at it # ✗
    next: done
  done: {type: end, name: Quote sent}
`,
  good: `trackflow: 1
title: Offers
nodes:
  start: {type: start, name: Need is clear, next: quote}
  quote:
    name: Send the approved quote
    description: Prepared by the sales representative, and looked at by the manager
    next: done
  done: {type: end, name: Quote sent}
`,
  options: {
    most: { kind: 'number', default: 60, least: 8, summary: 'Letters in a name; a Chinese character counts as two' },
  },
  *check({ process, options, at }) {
    for (const { element, steps, text, what, isName } of textsOf(process)) {
      if (!isName || what === 'title') continue;
      for (const [language, words] of Object.entries(text)) {
        const width = Array.from(words).reduce(
          (sum, sign) => sum + (/[\u1100-\uFFEF]|[\u{20000}-\u{3FFFF}]/u.test(sign) ? 2 : 1),
          0,
        );
        if (width <= options.most) continue;
        const isChinese = /\p{Script=Han}/u.test(words);
        const count = isChinese ? `${Math.ceil(width / 2)} characters` : `${width} letters`;
        const most = isChinese ? Math.floor(options.most / 2) : options.most;
        yield {
          message: `The ${what} ${quote(words)} is ${count} long; more than ${most} are hard to take in at a glance.`,
          at: at(element, ...wordsAt(steps, text, language)),
          hint: 'Keep what is done with what; the rest belongs into the description or the steps.',
        };
      }
    }
  },
});
