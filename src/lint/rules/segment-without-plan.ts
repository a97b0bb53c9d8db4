/** Classes of customers that nobody has a plan for. */
import { quote } from '../../base/quote.js';
import { isOwn } from '../data-use.js';
import { defineRule } from '../rule.js';

export const segmentWithoutPlan = defineRule({
  id: 'segment-without-plan',
  group: 'customer',
  summary: 'A class of customers without a follow-up plan, while others have one',
  severity: 'warning',
  level: 'recommended',
  why:
    'For the key accounts it says weekly by phone, for the others nothing: so they are called when somebody thinks of it, which is never. ' +
    'Each class deserves a line, even if it says twice a year by e-mail; then it is a decision and not an oversight. A line without a class ' +
    'is for everyone.',
  bad: `trackflow: 1
title: 客户跟进
segments:
  key: {name: 重点客户}
  standard: {name: 普通客户} # ✗
nodes:
  start: {type: start, name: 收到线索, next: class}
  class:
    type: decision
    name: 是哪类客户？
    next: [{when: 重点客户, for: [key], to: visit}, {otherwise: call, for: [standard]}]
  visit:
    name: 拜访客户
    cadence: [{for: key, every: 1w, via: [visit], about: 需求进展}]
    next: done
  call:
    name: 致电客户
    next: done
  done: {type: end, name: 需求明确}
`,
  good: `trackflow: 1
title: 客户跟进
segments:
  key: {name: 重点客户}
  standard: {name: 普通客户}
nodes:
  start: {type: start, name: 收到线索, next: class}
  class:
    type: decision
    name: 是哪类客户？
    next: [{when: 重点客户, for: [key], to: visit}, {otherwise: call, for: [standard]}]
  visit:
    name: 拜访客户
    cadence: [{for: key, every: 1w, via: [visit], about: 需求进展}]
    next: done
  call:
    name: 致电客户
    cadence: [{for: standard, every: 1mo, via: [email], about: 新品}]
    next: done
  done: {type: end, name: 需求明确}
`,
  *check({ process, at }) {
    const lines = process.nodes.flatMap(({ cadence }) => cadence.map(({ segment }) => segment));
    if (lines.length === 0 || lines.includes(undefined)) return;
    const planned = new Set(lines);
    const branched = new Set(process.edges.flatMap(({ segments }) => segments));
    // A flow that plans for few of the classes treats the others differently on purpose.
    if (planned.size * 2 < process.segments.length) return;
    const home = process.nodes.find(({ cadence }) => cadence.length > 0);
    for (const segment of process.segments) {
      const isLocal = isOwn(process, segment);
      if (planned.has(segment.id) || (isLocal && !branched.has(segment.id))) continue; // unused-segment speaks of the latter
      if (!isLocal && home === undefined) continue;
      yield {
        message: `${quote(segment.id)} has no follow-up plan; other classes of customers have one.`,
        at: isLocal || home === undefined ? at(segment) : at(home, 'cadence'),
        hint: `Add a line with for: ${segment.id} to a cadence.`,
      };
    }
  },
});
