/** Classes of customers that are treated like all others. */
import { quote } from '../../base/quote.js';
import { isOwn } from '../data-use.js';
import { defineRule } from '../rule.js';

export const unusedSegment = defineRule({
  id: 'unused-segment',
  group: 'customer',
  summary: 'A class of customers that no branch and no follow-up plan is for',
  severity: 'warning',
  level: 'recommended',
  why:
    'Customers are put into classes so that they are treated differently. A class for which no branch (for) and no line of a follow-up plan (cadence) exists costs the work of grading and changes nothing, ' +
    'and the key account is called as rarely as everybody else. Say how the class is followed up, or drop it.',
  bad: `trackflow: 1
title: 客户跟进
segments:
  key: {name: 重点客户}
  small: {name: 小客户} # ✗
nodes:
  start: {type: start, name: 收到线索, next: call}
  call:
    name: 联系客户
    cadence: [{for: key, every: 1w, via: [phone], about: 需求进展}]
    next: done
  done: {type: end, name: 需求明确}
`,
  good: `trackflow: 1
title: 客户跟进
segments:
  key: {name: 重点客户}
  small: {name: 小客户}
nodes:
  start: {type: start, name: 收到线索, next: call}
  call:
    name: 联系客户
    cadence:
      - {for: key, every: 1w, via: [phone], about: 需求进展}
      - {for: small, every: 1mo, via: [email], about: 新品}
    next: done
  done: {type: end, name: 需求明确}
`,
  *check({ process, facts, at }) {
    const used = new Set<string | undefined>([
      ...process.edges.flatMap(({ segments }) => segments),
      ...process.nodes.flatMap(({ cadence }) => cadence.map(({ segment }) => segment)),
    ]);
    // A decision that sorts by segment and leaves one out is segment-uncovered's.
    const sorts = process.nodes.some(({ id, type }) => {
      const branches = facts.out(id).filter(({ kind }) => kind === 'next');
      return type === 'decision' && branches.length > 0 && branches.every(({ segments }) => segments.length > 0);
    });
    if (sorts) return;
    for (const segment of process.segments) {
      if (used.has(segment.id) || !isOwn(process, segment)) continue;
      yield {
        message: `No branch and no follow-up plan is for ${quote(segment.id)}.`,
        at: at(segment),
        hint: 'Add a line for it to a cadence, branch for it with for:, or take it out.',
      };
    }
  },
});
