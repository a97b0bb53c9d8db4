/** Processes that are followed and were never approved. */
import { defineRule } from '../rule.js';

export const draftInForce = defineRule({
  id: 'draft-in-force',
  group: 'document',
  summary: 'A draft whose effective date has come',
  severity: 'warning',
  level: 'recommended',
  why:
    'From that day on people are to follow it, and the document still says draft: one half of the team does, the other waits. Have it ' +
    'approved and set status: approved, or move the effective date. Asked only when it is told what day it is (--today).',
  bad: `trackflow: 1
title: Lead follow-up
document:
  version: 1.0.0
  status: draft
  effective: 2026-10-01 # ✗
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
  effective: 2026-10-01
  owner: manager
  approvers: [manager]
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, informed: [manager], next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  given: { today: '2026-11-22' },
  *check({ process, today, at }) {
    const { status, effective } = process.document ?? {};
    if (today === undefined || effective === undefined || effective > today) return;
    if (status !== 'draft' && status !== 'review') return;
    yield {
      message: `The flow is to be followed since ${effective}, but its status is still ${status}.`,
      at: at(process, 'document', 'effective'),
      hint: 'Have it approved and set status: approved, or move the date.',
      related: [{ message: 'the status', span: at(process, 'document', 'status') }],
    };
  },
});
