/** Approvals to which nobody can say no. */
import { quote } from '../../base/quote.js';
import { isExternal } from '../parties.js';
import { defineRule } from '../rule.js';
import type { Facts } from '../facts.js';

export const approvalWithoutRefusal = defineRule({
  id: 'approval-without-refusal',
  group: 'decisions',
  summary: 'An approval after which the case goes on in one way, whatever was said',
  severity: 'warning',
  level: 'recommended',
  why:
    'Somebody is asked for a yes, and the flow has no way for the no: either the signature is a formality that costs two days, or the quote that was refused ' +
    'lies about, and sales tells the customer something else. Let a decision follow (approved, to be revised, refused) and say where each answer leads. ' +
    'If nobody ever refuses, make it a notification. Notifications, waits and joins may stand in between; of several approvals the last one is told; ' +
    'a flow that ends with the approval is not asked.',
  bad: `trackflow: 1
title: 折扣审批
owners: {sales: {name: 销售}, manager: {name: 销售经理}}
nodes:
  start: {type: start, name: 客户要求折扣, owner: sales, next: ask}
  ask: {name: 提交折扣申请, owner: sales, next: approve}
  approve: # ✗
    kind: approval
    name: 审批折扣
    owner: manager
    next: contract
  contract: {name: 签订合同, owner: sales, next: done}
  done: {type: end, name: 合同已签, owner: sales}
`,
  good: `trackflow: 1
title: 折扣审批
owners: {sales: {name: 销售}, manager: {name: 销售经理}}
nodes:
  start: {type: start, name: 客户要求折扣, owner: sales, next: ask}
  ask: {name: 提交折扣申请, owner: sales, next: approve}
  approve:
    kind: approval
    name: 审批折扣
    owner: manager
    next: granted
  granted:
    type: decision
    name: 折扣是否批准？
    owner: manager
    next: [{when: 批准, to: contract}, {otherwise: explain}]
  explain: {name: 按原价说明, owner: sales, next: contract}
  contract: {name: 签订合同, owner: sales, next: done}
  done: {type: end, name: 合同已签, owner: sales}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'task' || node.kind !== 'approval') continue;
      const next = after(facts, node.id);
      if (next === undefined) continue;
      yield {
        message: `After the approval ${quote(node.id)} the case goes on to ${quote(next)} in any case: there is no way for a no.`,
        at: at(node),
        hint: 'Let a decision follow that says where a refusal leads, or make it kind: notify.',
      };
    }
  },
});

/** Where the case goes whatever was said; nothing if the way parts or ends, or if that is in another file. */
function after(facts: Facts, approval: string): string | undefined {
  const met = new Set([approval]);
  for (const id of met) {
    const [edge, ...more] = facts.out(id).filter(({ kind }) => kind === 'next');
    const to = facts.node(edge?.to ?? '');
    if (edge === undefined || to === undefined || more.length > 0) return undefined;
    // What the customer decides is another question, unless it is the customer, or the partner, who was to approve.
    if (to.type === 'decision')
      return isExternal(facts.owner(to.owner ?? '')) && to.owner !== facts.node(approval)?.owner ? to.id : undefined;
    if (to.type === 'subflow' || to.type === 'end') return undefined;
    // The last of several approvals speaks for all.
    if (to.type === 'task' && to.kind === 'approval') return undefined;
    const isPassed = to.type === 'wait' || to.type === 'join' || (to.type === 'task' && to.kind === 'notify');
    if (!isPassed) return to.id;
    met.add(to.id);
  }
  return undefined;
}
