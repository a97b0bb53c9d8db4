/** Approved by nobody. */
import { defineRule } from '../rule.js';

export const approvedWithoutApprover = defineRule({
  id: 'approved-without-approver',
  group: 'document',
  summary: 'An approved document without approvers',
  severity: 'warning',
  level: 'recommended',
  why:
    'Approved by whom? The auditor asks it first, and the colleague who does not like a step asks it every week. A document in force names ' +
    'those who have approved it, under approvers; until then its status is draft or review.',
  bad: `trackflow: 1
title: Lead follow-up
document:
  version: 1.0.0
  status: approved # ✗
  owner: manager
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, informed: [manager], next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  good: `trackflow: 1
title: Lead follow-up
document:
  version: 1.0.0
  status: approved
  owner: sales
  approvers: [manager]
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, informed: [manager], next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  *check({ process, at }) {
    const { status, approvers = [] } = process.document ?? {};
    if (status !== 'approved' || approvers.length > 0) return;
    yield {
      message: 'The document is approved, and nobody is named who has approved it.',
      at: at(process, 'document', 'status'),
      hint: 'Add approvers: with the ids of those who have, or set status: review.',
    };
  },
});
