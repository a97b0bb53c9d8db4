/** In force, but since when? */
import { defineRule } from '../rule.js';

export const effectiveMissing = defineRule({
  id: 'effective-missing',
  group: 'document',
  summary: 'An approved document without an effective date',
  severity: 'info',
  level: 'strict',
  why:
    'When a customer complains about something in March, one has to know which process held in March. An approved document says from which ' +
    'day it is followed; the version says which edition it is.',
  bad: `trackflow: 1
title: Lead follow-up
document:
  version: 1.0.0
  status: approved # ✗
  owner: sales
  approvers: [manager]
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
    const { status, effective } = process.document ?? {};
    if (status !== 'approved' || effective !== undefined) return;
    yield {
      message: 'The document is approved, and nothing says from which day it is followed.',
      at: at(process, 'document', 'status'),
      hint: 'Add effective: with the day.',
    };
  },
});
