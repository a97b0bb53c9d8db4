/** Approvals that are given when nobody looks at them. */
import { quote } from '../../base/quote.js';
import type { Edge, ProcessNode } from '../../model/process.js';
import { plainLabel } from '../branch-labels.js';
import { walk, type Facts } from '../facts.js';
import { defineRule } from '../rule.js';

export const approvalBySilence = defineRule({
  id: 'approval-by-silence',
  group: 'decisions',
  summary: 'An approval whose timeout leads where the yes leads',
  severity: 'warning',
  level: 'recommended',
  why:
    'The director is on holiday, two hours pass, and the discount of half the price counts as approved: the approval holds only as long as somebody is at the desk, and whoever ' +
    'wants a yes learns to ask on Friday evening. Let the timeout lead to a deputy or to the way of the no. If silence is really meant to be a yes, say so in the name, ' +
    'the description or the steps (默认通过, 视为同意, deemed approved), so that the approver knows.',
  bad: `trackflow: 1
title: 折扣审批
owners: {sales: {name: 销售}, manager: {name: 销售经理}}
nodes:
  start: {type: start, name: 客户要求折扣, owner: sales, next: ask}
  ask: {name: 提交折扣申请, owner: sales, next: approve}
  approve:
    kind: approval
    name: 审批折扣
    owner: manager
    timeout: {after: 2d, to: contract} # ✗
    next: granted
  granted:
    type: decision
    name: 折扣是否批准？
    owner: manager
    next: [{when: 批准, to: contract}, {otherwise: explain}]
  explain: {name: 按原价说明, owner: sales, next: contract}
  contract: {name: 签订合同, owner: sales, next: done}
  done: {type: end, name: 已签约, owner: sales}
`,
  good: `trackflow: 1
title: 折扣审批
owners: {sales: {name: 销售}, manager: {name: 销售经理}, director: {name: 销售总监}}
nodes:
  start: {type: start, name: 客户要求折扣, owner: sales, next: ask}
  ask: {name: 提交折扣申请, owner: sales, next: approve}
  approve:
    kind: approval
    name: 审批折扣
    owner: manager
    timeout: {after: 2d, to: deputy}
    next: granted
  deputy: {name: 代为审批折扣, kind: approval, owner: director, sla: 1d, next: granted}
  granted:
    type: decision
    name: 折扣是否批准？
    owner: manager
    next: [{when: 批准, to: contract}, {otherwise: explain}]
  explain: {name: 按原价说明, owner: sales, next: contract}
  contract: {name: 签订合同, owner: sales, next: done}
  done: {type: end, name: 已签约, owner: sales}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'task' || node.kind !== 'approval' || node.timeout === undefined || isMeant(node)) continue;
      const escalation = facts.out(node.id).find(({ kind }) => kind === 'timeout');
      const yes = yesAfter(facts, node.id);
      if (escalation === undefined || yes === undefined) continue;
      // Somebody may be told on the way.
      const ahead = walk([escalation.to], (id) => (isTold(facts.node(id)) ? facts.out(id).map(({ to }) => to) : []));
      if (!ahead.has(yes.to)) continue;
      yield {
        message: `When nobody answers at ${quote(node.id)}, the case goes on to ${quote(yes.to)}, as if it had been approved.`,
        at: at(node, 'timeout'),
        hint: 'Let the timeout lead to a deputy, or to where a refusal leads.',
        related: [{ message: 'the yes', span: at(yes) }],
      };
    }
  },
});

/** The branch for a yes of the decision that follows, if another branch leads elsewhere. */
function yesAfter(facts: Facts, approval: string): Edge | undefined {
  const next = facts.out(approval).find(({ kind }) => kind === 'next');
  const decision = facts.node(next?.to ?? '');
  if (decision?.type !== 'decision') return undefined;
  const branches = facts.out(decision.id);
  const yes = branches.find(({ when }) => Object.values(when ?? {}).some((words) => granted.test(plainLabel(words))));
  return yes !== undefined && branches.some(({ to }) => to !== yes.to) ? yes : undefined;
}

function isTold(node: ProcessNode | undefined): boolean {
  return node?.type === 'task' && node.kind === 'notify';
}

function isMeant({ name, description, steps }: ProcessNode): boolean {
  return [name, description, ...steps].some((text) => Object.values(text ?? {}).some((words) => silence.test(words)));
}

const granted =
  /^(?:是|(?:审批|审核)?(?:通过|同意|批准|核准|获批|准许|可以))(?=$|[，,])|^(?:yes|ok|approved?|granted?|accept(?:ed)?|agreed?|authori[sz]ed)\b/u;
const silence =
  /默认(?:通过|同意|批准)|视为(?:通过|同意|批准)|视同(?:通过|同意|批准)|自动(?:通过|同意|批准)|\bdeemed\b|\btacit|\bsilence\b|\bautomatically (?:approved|granted|accepted)\b|\bauto-?approv/iu;
