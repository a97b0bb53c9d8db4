/** Escalations to oneself. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const timeoutSameOwner = defineRule({
  id: 'timeout-same-owner',
  group: 'time',
  summary: 'A timeout that leads to a step of the same owner',
  severity: 'warning',
  level: 'recommended',
  why:
    'Whoever had no time for two days gets, as escalation, another task. An escalation is a change of hands: it goes to somebody who can ' +
    'free time, decide or stand in. Lead the timeout to a step of the manager or a deputy. A wait that ends in a call by the same colleague ' +
    'is no escalation and is not reported, nor is a step for which somebody else answers.',
  bad: `trackflow: 1
title: 工单升级
owners: {engineer: {name: 工程师}, manager: {name: 主管}}
nodes:
  start: {type: start, name: 客户报修, owner: engineer, next: repair}
  repair:
    name: 远程维修
    owner: engineer
    timeout: {after: 1d, to: urge} # ✗
    next: done
  urge: {name: 催办维修, owner: engineer, next: done}
  done: {type: end, name: 工单已关闭, owner: manager}
`,
  good: `trackflow: 1
title: 工单升级
owners: {engineer: {name: 工程师}, manager: {name: 主管}}
nodes:
  start: {type: start, name: 客户报修, owner: engineer, next: repair}
  repair:
    name: 远程维修
    owner: engineer
    timeout: {after: 1d, to: urge}
    next: done
  urge: {name: 催办维修, owner: manager, next: done}
  done: {type: end, name: 工单已关闭, owner: manager}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type === 'wait' || node.timeout === undefined || node.owner === undefined) continue;
      const target = facts.node(node.timeout.to);
      if (target === undefined || target.type === 'end' || target.owner !== node.owner) continue;
      if (target.accountable !== undefined && target.accountable !== node.owner) continue;
      yield {
        message: `When ${quote(node.id)} takes too long, the case goes to ${quote(target.id)}, which is again up to ${quote(node.owner)}.`,
        at: at(node, 'timeout', 'to'),
        hint: 'Lead it to somebody who can free time, decide or stand in.',
        related: [{ message: 'where it goes', span: at(target) }],
      };
    }
  },
});
