/** Classes of customers by a number that leave some out or take some twice. */
import { quote } from '../../base/quote.js';
import { gapIn, overlapIn, rangesIn } from '../ranges.js';
import { defineRule } from '../rule.js';

export const segmentRanges = defineRule({
  id: 'segment-ranges',
  group: 'customer',
  summary: 'Segments by number that leave customers between them, or both take some',
  severity: 'warning',
  level: 'recommended',
  why:
    'Key accounts from 500,000 on, small ones below 50,000: who spends 100,000 is nobody’s customer, has no plan and no contact person. Where two ranges overlap, two people call. The rules are read as ' +
    'ranges if all of them speak of one quantity; whether the number at the border belongs to the one or the other is not asked, and a rule for all the rest fills every gap.',
  bad: `trackflow: 1
title: 客户分级
segments:
  key: {name: 重点客户, rule: 年采购额不低于 50 万元}
  middle: {name: 成长客户, rule: 年采购额 10 万至 50 万元}
  small: # ✗
    name: 小客户
    rule: 年采购额低于 5 万元
nodes:
  start: {type: start, name: 到季末, next: grade}
  grade:
    type: decision
    name: 属于哪一类？
    next: [{for: [key], to: visit}, {for: [middle], to: call}, {for: [small], to: done}]
  visit: {name: 上门拜访, next: done}
  call: {name: 整理清单, next: done}
  done: {type: end, name: 已分级}
`,
  good: `trackflow: 1
title: 客户分级
segments:
  key: {name: 重点客户, rule: 年采购额不低于 50 万元}
  middle: {name: 成长客户, rule: 年采购额 5 万至 50 万元（不含）}
  small: {name: 小客户, rule: 年采购额低于 5 万元}
nodes:
  start: {type: start, name: 到季末, next: grade}
  grade:
    type: decision
    name: 属于哪一类？
    next: [{for: [key], to: visit}, {for: [middle], to: call}, {for: [small], to: done}]
  visit: {name: 上门拜访, next: done}
  call: {name: 整理清单, next: done}
  done: {type: end, name: 已分级}
`,
  *check({ process, at }) {
    const ranges = rangesIn(process.segments, ({ rule }) => rule);
    if (ranges === undefined) return;
    const twice = overlapIn(ranges);
    const found = twice ?? gapIn(ranges);
    if (found === undefined) return;
    const [first, second] = process.segments.filter((segment) => found.some(({ item }) => item === segment));
    if (first === undefined || second === undefined) return;
    yield {
      message:
        twice === undefined
          ? `Customers between ${quote(first.id)} and ${quote(second.id)} belong to no segment.`
          : `Some customers belong to ${quote(first.id)} and to ${quote(second.id)}.`,
      at: at(second),
      hint: 'Let the one begin where the other ends.',
      related: [{ message: 'the other one', span: at(first) }],
    };
  },
});
