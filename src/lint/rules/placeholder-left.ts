/** Gaps in a document that is in force. */
import { quote } from '../../base/quote.js';
import { textsOf, wordsAt } from '../texts.js';
import { defineRule } from '../rule.js';

export const placeholderLeft = defineRule({
  id: 'placeholder-left',
  group: 'document',
  summary: 'A text that is still to be written, in an approved document',
  severity: 'warning',
  level: 'recommended',
  why:
    'A draft may say TODO as often as it likes. In an approved document the gap is printed, hung on the wall and shown to the auditor, and ' +
    'whoever comes to that step finds an empty instruction. Fill it in, or set the status back to review.',
  bad: `trackflow: 1
title: Lead follow-up
document:
  version: 1.0.0
  status: approved
  owner: sales
  approvers: [manager]
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call:
    name: Call the lead
    owner: sales
    informed: [manager]
    steps:
      - Read the record first
      - TODO # ✗
    next: done
  done: {type: end, name: Lead called, owner: sales}
`,
  good: `trackflow: 1
title: Lead follow-up
document:
  version: 1.0.0
  status: approved
  owner: sales
  approvers: [manager]
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call:
    name: Call the lead
    owner: sales
    informed: [manager]
    steps:
      - Read the record first
      - Ask what they have tried so far
    next: done
  done: {type: end, name: Lead called, owner: sales}
`,
  *check({ process, at }) {
    if (process.document?.status !== 'approved') return;
    for (const { element, steps, text, what } of textsOf(process)) {
      for (const [language, words] of Object.entries(text)) {
        if (!isGap.test(words.trim())) continue;
        yield {
          message: `The document is approved, and the ${what} ${quote(words)} is still to be written.`,
          at: at(element, ...wordsAt(steps, text, language)),
          hint: 'Fill it in, or set status: review.',
        };
      }
    }
  },
});

const isGap =
  /^(?:to ?do|tbd|tba|tbc|fixme|x{3,}|\?{2,}|\.{3,}|…+|lorem ipsum.*|待定|待补充?|待完善|待填写|待确定|暂无|略)[.。:：!！]*$|\b(?:TODO|TBD|FIXME)\b|待补充|待完善|待填写/iu;
