/** Escalations that go round. */
import type { Process, ProcessNode } from '../../model/process.js';
import type { Facts } from '../facts.js';
import { tellWay, waysOf } from '../ways.js';
import { defineRule } from '../rule.js';

export const timeoutCircle = defineRule({
  id: 'timeout-circle',
  group: 'time',
  summary: 'Timeouts that lead back to where the time ran out first',
  severity: 'warning',
  level: 'recommended',
  why:
    'The manager does not answer, so it goes to the director; the director does not answer, so it goes to the manager, and the customer ' +
    'waits for both. An escalation has to end with somebody, or with a decision that is taken without them: refuse, grant for now, tell ' +
    'the customer. Looked at are circles of timeouts alone; a reminder that is sent before the case comes back is none.',
  bad: `trackflow: 1
title: 特批优惠
owners: {sales: {name: 销售}, market: {name: 市场部}, gm: {name: 总经理}}
nodes:
  start: {type: start, name: 客户要求优惠, owner: sales, next: approve}
  approve: {kind: approval, name: 审批优惠, owner: market, timeout: {after: 8h, to: gm-approve}, next: passed}
  gm-approve: {kind: approval, name: 总经理特批, owner: gm, timeout: {after: 8h, to: approve}, next: passed} # ✗
  passed: {type: decision, name: 是否通过？, owner: market, next: [{when: 通过, to: inform}, {otherwise: refuse}]}
  inform: {name: 告知客户优惠, owner: sales, next: done}
  refuse: {name: 按原价说明, owner: sales, next: done}
  done: {type: end, name: 客户已答复, owner: sales}
`,
  good: `trackflow: 1
title: 特批优惠
owners: {sales: {name: 销售}, market: {name: 市场部}, gm: {name: 总经理}}
nodes:
  start: {type: start, name: 客户要求优惠, owner: sales, next: approve}
  approve: {kind: approval, name: 审批优惠, owner: market, timeout: {after: 8h, to: gm-approve}, next: passed}
  gm-approve: {kind: approval, name: 总经理特批, owner: gm, timeout: {after: 8h, to: refuse}, next: passed}
  passed: {type: decision, name: 是否通过？, owner: market, next: [{when: 通过, to: inform}, {otherwise: refuse}]}
  inform: {name: 告知客户优惠, owner: sales, next: done}
  refuse: {name: 按原价说明, owner: sales, next: done}
  done: {type: end, name: 客户已答复, owner: sales}
`,
  *check({ process, facts, at }) {
    for (const circle of timeoutCircles(process, facts)) {
      const last = circle.at(-1);
      const [first] = circle;
      // Two waits that take turns do so on purpose.
      if (first === undefined || last === undefined || circle.every(({ type }) => type === 'wait')) continue;
      const way = [...circle, first].map(({ id }) => id);
      yield {
        message: `Where nobody acts in time, the case goes round for ever: ${tellWay(way)}.`,
        at: at(last, 'timeout', 'to'),
        hint: 'Let the last escalation end with somebody, or go on without an answer.',
        related: [{ message: 'where the time runs out first', span: at(first, 'timeout') }],
      };
    }
  },
});

/** Each circle once, from the node that work comes to first. */
function timeoutCircles(process: Process, facts: Facts): readonly (readonly ProcessNode[])[] {
  const { order } = waysOf(process);
  const met = new Set<ProcessNode>();
  const found: (readonly ProcessNode[])[] = [];
  for (const start of order) {
    const way: ProcessNode[] = [];
    for (let node: ProcessNode | undefined = start; node !== undefined && !met.has(node);) {
      met.add(node);
      way.push(node);
      const next: ProcessNode | undefined = facts.node(node.timeout?.to ?? '');
      if (next !== undefined && way.includes(next)) found.push(way.slice(way.indexOf(next)));
      node = next;
    }
  }
  return found.filter((circle) => circle.length > 1);
}
