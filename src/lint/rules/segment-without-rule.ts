/** Classes that everybody fills in another way. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const segmentWithoutRule = defineRule({
  id: 'segment-without-rule',
  group: 'customer',
  summary: 'A class of customers without the rule that puts one into it',
  severity: 'info',
  level: 'strict',
  why:
    'Is a customer with thirty orders a key account? Ask three colleagues. Without a rule, classes follow sympathy, follow-up plans reach ' +
    'the wrong people, and figures per class say nothing. Write a rule by which any two colleagues would decide alike: a turnover, a number ' +
    'of orders, a term.',
  bad: `trackflow: 1
title: Follow-up
segments:
  key: {name: Key accounts, rule: Orders of 500k a year or more}
  small: # ✗
    name: Small customers
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call:
    name: Call the lead
    cadence:
      - {for: key, every: 1w, via: [phone], about: Progress}
      - {for: small, every: 1mo, via: [email], about: News}
    next: done
  done: {type: end, name: Need is clear}
`,
  good: `trackflow: 1
title: Follow-up
segments:
  key: {name: Key accounts, rule: Orders of 500k a year or more}
  small:
    name: Small customers
    rule: All others
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call:
    name: Call the lead
    cadence:
      - {for: key, every: 1w, via: [phone], about: Progress}
      - {for: small, every: 1mo, via: [email], about: News}
    next: done
  done: {type: end, name: Need is clear}
`,
  *check({ process, at }) {
    for (const segment of process.segments) {
      if (segment.rule !== undefined) continue;
      yield {
        message: `Nothing says which customers are ${quote(segment.id)}.`,
        at: at(segment),
        hint: 'Add rule: by which any two colleagues would decide alike.',
      };
    }
  },
});
