/** Whoever submits, approves. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';
import { submittedTo } from '../submissions.js';

export const selfApproval = defineRule({
  id: 'self-approval',
  group: 'responsibility',
  summary: 'An approval by the one who did the work to be approved',
  severity: 'warning',
  level: 'recommended',
  presets: ['security'],
  why:
    'An approval is there because one pair of eyes is not enough. Where the same role writes the quote and approves it, discounts and favours have no brake, and every auditor ' +
    'asks for it first (segregation of duties). Let another role approve; if nobody else can, leave the approval out and check samples afterwards. A review ' +
    'by somebody else in between changes nothing: what was reviewed is what is approved.',
  bad: `trackflow: 1
title: 报价审批
owners: {sales: {name: 销售}, manager: {name: 主管}}
nodes:
  start: {type: start, name: 需求明确, owner: sales, next: quote}
  quote: {name: 制定报价, owner: sales, next: approve}
  approve:
    kind: approval
    name: 审批报价
    owner: sales # ✗
    sla: 1d
    next: fair
  fair: {type: decision, name: 是否批准？, owner: sales, next: [{when: 批准, to: send}, {otherwise: quote}]}
  send: {name: 发送报价, owner: manager, next: done}
  done: {type: end, name: 报价已发, owner: sales}
`,
  good: `trackflow: 1
title: 报价审批
owners: {sales: {name: 销售}, manager: {name: 主管}}
nodes:
  start: {type: start, name: 需求明确, owner: sales, next: quote}
  quote: {name: 制定报价, owner: sales, next: approve}
  approve:
    kind: approval
    name: 审批报价
    owner: manager
    sla: 1d
    next: fair
  fair: {type: decision, name: 是否批准？, owner: manager, next: [{when: 批准, to: send}, {otherwise: quote}]}
  send: {name: 发送报价, owner: sales, next: done}
  done: {type: end, name: 报价已发, owner: sales}
`,
  *check({ process, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'task' || node.kind !== 'approval' || node.owner === undefined) continue;
      const submitted = submittedTo(process, node.id).find(
        (work) => work.owner === node.owner && !(work.type === 'task' && work.kind === 'approval'),
      );
      if (submitted === undefined) continue;
      yield {
        message: `${quote(node.owner)} approves at ${quote(node.id)} what ${quote(node.owner)} did at ${quote(submitted.id)}.`,
        at: at(node, 'owner'),
        hint: 'Let another owner approve.',
        related: [{ message: 'done here', span: at(submitted) }],
      };
    }
  },
});
