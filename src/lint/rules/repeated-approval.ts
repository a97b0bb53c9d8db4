/** Approvals upon approvals. */
import { quote } from '../../base/quote.js';
import type { ProcessNode } from '../../model/process.js';
import type { Facts } from '../facts.js';
import { isExternal } from '../parties.js';
import { defineRule } from '../rule.js';
import { tellWay, waysOf } from '../ways.js';

interface Row {
  readonly node: ProcessNode;
  readonly count: number;
  readonly before: Row | undefined;
}

export const repeatedApproval = defineRule({
  id: 'repeated-approval',
  group: 'complexity',
  summary: 'One approval after another, or the same person twice',
  severity: 'warning',
  level: 'recommended',
  why:
    'The third signature adds no judgement: each one trusts the other two, and the customer waits three days for it. Let the one who bears the ' +
    'risk approve, graded by the amount: a decision on the limit, then the manager or the director, not the manager and the director. ' +
    'That the same person approves twice with no work in between is never of use. An approval that another one is escalated to when its time is ' +
    'over stands in its place, and what somebody was waited for or a customer decided ends the row.',
  bad: `trackflow: 1
title: 合同审批
owners: {sales: {name: 销售}, manager: {name: 主管}, director: {name: 总监}, boss: {name: 总经理}}
nodes:
  start: {type: start, name: 合同拟定, owner: sales, next: draft}
  draft: {name: 拟定合同, owner: sales, next: first}
  first: {kind: approval, name: 主管审批, owner: manager, sla: 1d, next: second}
  second: {kind: approval, name: 总监审批, owner: director, sla: 1d, next: third}
  third: # ✗
    kind: approval
    name: 总经理审批
    owner: boss
    sla: 1d
    next: done
  done: {type: end, name: 合同生效, owner: sales}
`,
  good: `trackflow: 1
title: 合同审批
owners: {sales: {name: 销售}, manager: {name: 主管}, boss: {name: 总经理}}
nodes:
  start: {type: start, name: 合同拟定, owner: sales, next: draft}
  draft: {name: 拟定合同, owner: sales, next: limit}
  limit:
    type: decision
    name: 金额超过十万元吗？
    owner: sales
    next: [{when: 超过, to: high}, {otherwise: low}]
  low: {kind: approval, name: 主管审批, owner: manager, sla: 1d, next: done}
  high: {kind: approval, name: 总经理审批, owner: boss, sla: 1d, next: done}
  done: {type: end, name: 合同生效, owner: sales}
`,
  options: { most: { kind: 'number', default: 2, least: 1, summary: 'Approvals in a row without work in between' } },
  *check({ process, facts, options, at }) {
    const { order, into } = waysOf(process);
    const rows = new Map<string, Row>();
    for (const node of order) {
      // Whoever is asked when an approval is not given in time approves in its place.
      const coming = into(node.id).flatMap(({ from, kind }) => {
        const row = rows.get(from);
        return (kind === 'timeout' && row?.node.id === from ? row.before : row) ?? [];
      });
      const before = coming.reduce<Row | undefined>(
        (most, row) => (row.count > (most?.count ?? 0) ? row : most),
        undefined,
      );
      if (node.type === 'task' && node.kind === 'approval') {
        const row: Row = { node, count: (before?.count ?? 0) + 1, before };
        rows.set(node.id, row);
        const chain: ProcessNode[] = [];
        for (let each: Row | undefined = row; each !== undefined; each = each.before) chain.unshift(each.node);
        const same = chain.find((other) => other !== node && other.owner !== undefined && other.owner === node.owner);
        if (same !== undefined) {
          yield {
            message: `${quote(node.owner ?? '')} approves at ${quote(same.id)} and, with no work in between, again at ${quote(node.id)}.`,
            at: at(node),
            hint: 'One approval by the same owner is enough.',
            related: [{ message: 'the first approval', span: at(same) }],
          };
        } else if (row.count === options.most + 1) {
          yield {
            message: `${quote(node.id)} is approval number ${row.count} in a row, without work in between: ${tellWay(chain.map(({ id }) => id))}.`,
            at: at(node),
            hint: 'Let the one who bears the risk approve; grade by the amount instead of adding signatures.',
            related: chain.slice(0, -1).map((other) => ({ message: 'an approval before it', span: at(other) })),
          };
        }
      } else if (before !== undefined && isNoStep(node, facts)) {
        rows.set(node.id, before);
      }
    }
  },
});

/** Where nothing new comes up: what happened meanwhile, and what a customer decides, is worth another approval. */
function isNoStep({ type, owner }: ProcessNode, facts: Facts): boolean {
  if (type === 'decision') return !isExternal(facts.owner(owner ?? ''));
  return type === 'fork' || type === 'join';
}
