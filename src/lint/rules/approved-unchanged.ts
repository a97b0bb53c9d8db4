/** What was refused and is put before the same approver again as it is. */
import { quote } from '../../base/quote.js';
import { say } from '../../model/text.js';
import { defineRule } from '../rule.js';

export const approvedUnchanged = defineRule({
  id: 'approved-unchanged',
  group: 'decisions',
  summary: 'A refusal that leads straight back to the approval, with nothing done in between',
  severity: 'warning',
  level: 'recommended',
  why:
    'The director refuses, and the case comes to the director again: nobody is told what is wrong, and nobody mends it. The picture looks like rework; in life the case lies ' +
    'in the same tray until the director gives in. Lead the branch to the one who has to change something, and from there back to the approval.',
  bad: `trackflow: 1
title: 报价审批
owners: {sales: {name: 销售}, manager: {name: 经理}}
nodes:
  start: {type: start, name: 客户询价, owner: sales, next: quote}
  quote: {name: 编制报价, owner: sales, next: approve}
  approve: {kind: approval, name: 审批报价, owner: manager, next: passed}
  passed:
    type: decision
    name: 是否通过？
    owner: manager
    next:
      - {when: 通过, to: send}
      - {when: 不通过, to: approve} # ✗
  send: {name: 发送报价, owner: sales, next: done}
  done: {type: end, name: 报价已发, owner: sales}
`,
  good: `trackflow: 1
title: 报价审批
owners: {sales: {name: 销售}, manager: {name: 经理}}
nodes:
  start: {type: start, name: 客户询价, owner: sales, next: quote}
  quote: {name: 编制报价, owner: sales, next: approve}
  approve: {kind: approval, name: 审批报价, owner: manager, next: passed}
  passed:
    type: decision
    name: 是否通过？
    owner: manager
    next:
      - {when: 通过, to: send}
      - {when: 不通过, to: quote}
  send: {name: 发送报价, owner: sales, next: done}
  done: {type: end, name: 报价已发, owner: sales}
`,
  *check({ process, facts, at }) {
    for (const edge of process.edges) {
      const approval = facts.node(edge.to);
      if (facts.node(edge.from)?.type !== 'decision' || approval?.type !== 'task' || approval.kind !== 'approval')
        continue;
      if (!facts.out(approval.id).some(({ to, kind }) => kind === 'next' && to === edge.from)) continue;
      const said = edge.when === undefined ? 'The default' : quote(say(edge.when, process.language));
      yield {
        message: `${said} leads from ${quote(edge.from)} straight back to the approval ${quote(approval.id)}: nothing is changed in between.`,
        at: at(edge),
        hint: 'Lead it to the step that changes what was refused.',
        related: [{ message: 'approved again here', span: at(approval) }],
      };
    }
  },
});
