/** Numbers between two branches, for which there is none. */
import { quote } from '../../base/quote.js';
import { say } from '../../model/text.js';
import { gapIn, rangesOf } from '../ranges.js';
import { defineRule } from '../rule.js';

export const branchesGap = defineRule({
  id: 'branches-gap',
  group: 'decisions',
  summary: 'Branches by number that leave some numbers without a way',
  severity: 'warning',
  level: 'recommended',
  why:
    'Up to 500 the handler pays, from 1,000 on the director is asked: a claim of 700 lies on a desk until somebody asks after it. It happens when one limit is changed and ' +
    'the other forgotten, whatever the question and the shares say. Let the one begin where the other ends, or make one of them the default. ' +
    'Looked at are branches that each name one limit or two, in the same unit; whole numbers that follow each other leave nothing between them.',
  bad: `trackflow: 1
title: 投诉补偿
nodes:
  start: {type: start, name: 客户投诉, next: plan}
  plan: {name: 拟定补偿方案, next: amount}
  amount:
    type: decision
    name: 补偿金额是多少？
    next:
      - {when: 500 元以下, to: inform}
      - {when: 1000 元以上, to: approve} # ✗
  approve: {name: 请示总监, next: inform}
  inform: {name: 告知客户, next: done}
  done: {type: end, name: 投诉办结}
`,
  good: `trackflow: 1
title: 投诉补偿
nodes:
  start: {type: start, name: 客户投诉, next: plan}
  plan: {name: 拟定补偿方案, next: amount}
  amount:
    type: decision
    name: 补偿金额是多少？
    next:
      - {when: 500 元以下, to: inform}
      - {when: 500 元及以上, to: approve}
  approve: {name: 请示总监, next: inform}
  inform: {name: 告知客户, next: done}
  done: {type: end, name: 投诉办结}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'decision') continue;
      const branches = facts.out(node.id).filter(({ kind }) => kind === 'next');
      if (branches.length < 2 || branches.some(({ otherwise }) => otherwise)) continue;
      const gap = gapIn(rangesOf(branches) ?? []);
      if (gap === undefined) continue;
      const [first, second] = branches.filter((edge) => gap.some((range) => range.edge === edge));
      if (first?.when === undefined || second?.when === undefined) continue;
      yield {
        message: `${quote(node.id)} has no branch for what lies between ${quote(say(first.when, process.language))} and ${quote(say(second.when, process.language))}.`,
        at: at(second),
        hint: 'Let the one begin where the other ends, or write otherwise: in place of to: at the branch that takes all remaining cases.',
        related: [{ message: 'the other side of the gap', span: at(first) }],
      };
    }
  },
});
