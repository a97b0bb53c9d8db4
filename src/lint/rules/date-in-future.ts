/** Reviews that have not taken place yet. */
import { defineRule } from '../rule.js';

export const dateInFuture = defineRule({
  id: 'date-in-future',
  group: 'document',
  summary: 'A last review that lies in the future',
  severity: 'warning',
  level: 'recommended',
  why:
    'A review that was held next month is a slip of the pen, or a date entered in advance so that the check is content. Either way nobody ' +
    'knows when the process was last looked at, and the reminder comes late. Write the day on which it was done.',
  bad: `trackflow: 1
title: Lead follow-up
document:
  version: 1.0.0
  owner: manager
  review: {every: 6mo, last: 2027-07-10} # ✗
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
  owner: manager
  review: {every: 6mo, last: 2026-07-10}
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, informed: [manager], next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  given: { today: '2026-11-22' },
  *check({ process, today, at }) {
    const last = process.document?.review?.last;
    if (today === undefined || last === undefined || last <= today) return;
    yield {
      message: `The last review is said to have been on ${last}, and today is ${today}.`,
      at: at(process, 'document', 'review', 'last'),
      hint: 'Write the day on which it was done.',
    };
  },
});
