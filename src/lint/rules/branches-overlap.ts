/** Branches that both take some cases. */
import { quote } from '../../base/quote.js';
import type { Edge } from '../../model/process.js';
import { say } from '../../model/text.js';
import { overlapIn, rangesOf, type RangedBranch } from '../ranges.js';
import { defineRule } from '../rule.js';

export const branchesOverlap = defineRule({
  id: 'branches-overlap',
  group: 'decisions',
  summary: 'Two branches whose numbers overlap',
  severity: 'warning',
  level: 'recommended',
  why:
    'Up to 500 the handler decides, over 300 the director: with 400 each does as they like, and the customer who is refused will hear ' +
    'of the one who was not. It happens when one limit is changed and the other forgotten. Let the one begin where the other ends. ' +
    'Looked at are branches that each name one limit or two, in the same unit. A range within another is let pass where the narrower stands first and is asked first; where ' +
    'it stands behind, over 1,000 and then over 5,000, it is never come to, or it is a matter of taste.',
  bad: `trackflow: 1
title: 投诉补偿
nodes:
  start: {type: start, name: 客户投诉, next: plan}
  plan: {name: 拟定补偿方案, next: amount}
  amount:
    type: decision
    name: 补偿金额是多少？
    next:
      - {when: 不超过 500 元, to: inform}
      - {when: 超过 300 元, to: approve} # ✗
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
      - {when: 不超过 500 元, to: inform}
      - {when: 超过 500 元, to: approve}
  approve: {name: 请示总监, next: inform}
  inform: {name: 告知客户, next: done}
  done: {type: end, name: 投诉办结}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'decision') continue;
      const branches = facts
        .out(node.id)
        .filter(({ kind, when, segments }) => kind === 'next' && when !== undefined && segments.length === 0);
      const ranges = rangesOf(branches) ?? [];
      const found = overlapIn(ranges) ?? swallowedIn(ranges, branches);
      if (found === undefined) continue;
      const [first, second] = branches.filter((edge) => found.some((range) => range.edge === edge));
      if (first?.when === undefined || second?.when === undefined) continue;
      yield {
        message: `${quote(say(first.when, process.language))} and ${quote(say(second.when, process.language))} at ${quote(node.id)} both take some cases.`,
        at: at(second),
        hint: 'Let the one begin where the other ends.',
        related: [{ message: 'the other one', span: at(first) }],
      };
    }
  },
});

/** A branch, and a later one that takes only cases that the first takes already. */
function swallowedIn(
  ranges: readonly RangedBranch[],
  branches: readonly Edge[],
): readonly [RangedBranch, RangedBranch] | undefined {
  const inOrder = branches.flatMap((edge) => ranges.find((range) => range.edge === edge) ?? []);
  for (const [index, wide] of inOrder.entries()) {
    const narrow = inOrder.slice(index + 1).find(({ low, high }) => wide.low <= low && high <= wide.high);
    if (narrow !== undefined && (wide.low < narrow.low || narrow.high < wide.high)) return [wide, narrow];
  }
  return undefined;
}
