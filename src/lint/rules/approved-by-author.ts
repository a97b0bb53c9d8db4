/** Approved by the one who wrote it. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const approvedByAuthor = defineRule({
  id: 'approved-by-author',
  group: 'document',
  summary: 'The owner of the document is its only approver',
  severity: 'warning',
  level: 'strict',
  why:
    'Whoever keeps the document does not see any more what is missing in it, and an approval by oneself is none: no auditor accepts it. Name ' +
    'somebody else as well, best one who has to work by it or answers for the result.',
  bad: `trackflow: 1
title: Lead follow-up
document:
  version: 1.0.0
  status: approved
  effective: 2026-10-01
  owner: manager
  approvers: [manager] # ✗
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
  effective: 2026-10-01
  owner: sales
  approvers: [manager]
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, informed: [manager], next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  *check({ process, at }) {
    const { owner, approvers = [] } = process.document ?? {};
    if (owner === undefined || approvers.length !== 1 || approvers[0] !== owner) return;
    yield {
      message: `${quote(owner)} keeps the document and is the only one to approve it.`,
      at: at(process, 'document', 'approvers'),
      hint: 'Name somebody else as well.',
    };
  },
});
