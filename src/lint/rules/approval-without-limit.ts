/** Approvals that may take for ever. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const approvalWithoutLimit = defineRule({
  id: 'approval-without-limit',
  group: 'time',
  summary: 'An approval without a time limit, in a flow that has time limits',
  severity: 'warning',
  level: 'recommended',
  why:
    'The quote is ready in two days and lies for two weeks on the desk of a director who travels; the customer buys elsewhere. An approval ' +
    'is ten minutes of work and days of waiting, so it needs a limit more than any other step: an sla, or a timeout that leads to a deputy. ' +
    'Flows without any time limit are left alone.',
  bad: `trackflow: 1
title: 报价审批
owners: {sales: {name: 销售}, manager: {name: 主管}}
nodes:
  start: {type: start, name: 需求明确, owner: sales, next: quote}
  quote: {name: 制定报价, owner: sales, sla: 2d, next: approve}
  approve: # ✗
    kind: approval
    name: 审批报价
    owner: manager
    next: done
  done: {type: end, name: 报价已批, owner: sales}
`,
  good: `trackflow: 1
title: 报价审批
owners: {sales: {name: 销售}, manager: {name: 主管}}
nodes:
  start: {type: start, name: 需求明确, owner: sales, next: quote}
  quote: {name: 制定报价, owner: sales, sla: 2d, next: approve}
  approve:
    kind: approval
    name: 审批报价
    owner: manager
    sla: 1d
    next: done
  done: {type: end, name: 报价已批, owner: sales}
`,
  *check({ process, at }) {
    if (process.nodes.every(({ sla, timeout }) => sla === undefined && timeout === undefined)) return;
    for (const node of process.nodes) {
      if (node.type !== 'task' || node.kind !== 'approval' || node.sla || node.timeout) continue;
      yield {
        message: `The approval ${quote(node.id)} may take for ever: it has neither sla nor timeout.`,
        at: at(node),
        hint: 'Add sla: 1d, or timeout: {after: 1d, to: …} with the one who stands in.',
      };
    }
  },
});
