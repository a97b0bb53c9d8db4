/** Dates that cannot all be true. */
import { later } from '../../model/calendar.js';
import { defineRule } from '../rule.js';

export const datesDisagree = defineRule({
  id: 'dates-disagree',
  group: 'document',
  summary: 'A document that takes effect after its next review is due',
  severity: 'warning',
  level: 'recommended',
  why:
    'It was last reviewed so long ago that by its own rule it is due again before it even takes effect: people would be trained on a text ' +
    "that is about to change. Most often the year of one of the dates is last year's. Review it before it takes effect, and write that day.",
  bad: `trackflow: 1
title: Lead follow-up
document:
  version: 1.0.0
  owner: manager
  effective: 2026-10-01 # ✗
  review: {every: 6mo, last: 2025-09-20}
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
  effective: 2026-10-01
  review: {every: 6mo, last: 2026-09-20}
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, informed: [manager], next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  *check({ process, at }) {
    const { effective, review } = process.document ?? {};
    if (effective === undefined || review?.every === undefined || review.last === undefined) return;
    const due = later(review.last, review.every);
    if (due === undefined || due > effective) return;
    yield {
      message: `The flow takes effect on ${effective}, but by its own period it is due for review on ${due}.`,
      at: at(process, 'document', 'effective'),
      hint: 'Review it before it takes effect, and write that day under last:.',
      related: [{ message: 'the last review', span: at(process, 'document', 'review', 'last') }],
    };
  },
});
