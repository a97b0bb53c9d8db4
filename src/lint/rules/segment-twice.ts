/** Segments that two branches of a decision claim. */
import { quote } from '../../base/quote.js';
import type { Edge } from '../../model/process.js';
import { say } from '../../model/text.js';
import { defineRule, type RuleContext } from '../rule.js';

export const segmentTwice = defineRule({
  id: 'segment-twice',
  group: 'decisions',
  summary: 'A segment for which a decision has two branches',
  severity: 'error',
  level: 'recommended',
  why:
    'A decision sorts customers by segment, and exactly one branch is taken. If two branches are for the same segment, these customers are ' +
    'sent one way by one colleague and the other way by the next. Let each segment stand at one branch, or add a when that tells them apart.',
  bad: `trackflow: 1
title: 客户分级跟进
segments:
  key: {name: 重点客户, rule: 年采购额不低于 50 万元}
  standard: {name: 普通客户, rule: 其他客户}
nodes:
  start: {type: start, name: 客户成交, next: sort}
  sort:
    type: decision
    name: 按客户级别分流
    next:
      - {for: [key], to: visit}
      - for: [standard, key] # ✗
        to: mail
  visit: {name: 上门拜访客户, next: done}
  mail: {name: 寄送产品资料, next: done}
  done: {type: end, name: 跟进完成}
`,
  good: `trackflow: 1
title: 客户分级跟进
segments:
  key: {name: 重点客户, rule: 年采购额不低于 50 万元}
  standard: {name: 普通客户, rule: 其他客户}
nodes:
  start: {type: start, name: 客户成交, next: sort}
  sort:
    type: decision
    name: 按客户级别分流
    next:
      - {for: [key], to: visit}
      - for: [standard]
        to: mail
  visit: {name: 上门拜访客户, next: done}
  mail: {name: 寄送产品资料, next: done}
  done: {type: end, name: 跟进完成}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'decision') continue;
      const branches = facts.out(node.id).filter(({ segments }) => segments.length > 0);
      for (const [index, edge] of branches.entries()) {
        for (const [place, id] of edge.segments.entries()) {
          const first = branches.slice(0, index).find(({ segments }) => segments.includes(id));
          if (first === undefined || first.to === edge.to || isTold(first, at) || isTold(edge, at)) continue;
          const segment = process.segments.find((each) => each.id === id);
          const name = segment === undefined ? id : say(segment.name, process.language);
          yield {
            message: `${quote(node.id)} has two branches for ${quote(name)}: one leads to ${quote(first.to)}, one to ${quote(edge.to)}.`,
            at: at(edge, 'for', place),
            hint: 'Let the segment stand at one of them, or add when: to tell them apart.',
            related: [{ message: 'the other one', span: at(first, 'for') }],
          };
        }
      }
    }
  },
});

/** Beside the segments, a condition of its own; without one the process has their names in its place. */
function isTold(edge: Edge, at: RuleContext['at']): boolean {
  return at(edge, 'when').start.offset !== at(edge).start.offset;
}
