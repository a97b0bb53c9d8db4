/** Departments that do the work, and nobody in them who answers for it. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const accountableMissing = defineRule({
  id: 'accountable-missing',
  group: 'responsibility',
  summary: 'A department with several roles does the work, and no one role answers for it',
  severity: 'info',
  level: 'strict',
  why:
    '"Sales follows up" means that each of twelve colleagues may think another one does. Where a department with several roles owns a step, one role has to answer for ' +
    'the result: exactly one, because two who answer are two who wait for each other. Name it under accountable, or let the role own the step.',
  bad: `trackflow: 1
title: 客户跟进
owners:
  sales: {name: 销售部, kind: department, members: [rep, manager]}
  rep: {name: 销售代表}
  manager: {name: 销售主管}
nodes:
  start: {type: start, name: 收到线索, owner: rep, next: call}
  call: # ✗
    name: 联系客户
    owner: sales
    next: done
  done: {type: end, name: 已联系, owner: rep}
`,
  good: `trackflow: 1
title: 客户跟进
owners:
  sales: {name: 销售部, kind: department, members: [rep, manager]}
  rep: {name: 销售代表}
  manager: {name: 销售主管}
nodes:
  start: {type: start, name: 收到线索, owner: rep, next: call}
  call:
    name: 联系客户
    owner: sales
    accountable: manager
    next: done
  done: {type: end, name: 已联系, owner: rep}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'task' && node.type !== 'subflow') continue;
      const owner = facts.owner(node.owner ?? '');
      if (owner === undefined || owner.members.length < 2 || node.accountable !== undefined) continue;
      yield {
        message: `All of ${quote(owner.id)} does ${quote(node.id)}, and no one role answers for it.`,
        at: at(node),
        hint: `Add accountable: with one of ${owner.members.map((id) => quote(id)).join(', ')}, or let one of them own the step.`,
      };
    }
  },
});
