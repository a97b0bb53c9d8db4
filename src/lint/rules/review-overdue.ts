/** Documents that nobody has looked at for too long. */
import { later } from '../../model/calendar.js';
import { defineRule } from '../rule.js';

export const reviewOverdue = defineRule({
  id: 'review-overdue',
  group: 'document',
  summary: 'The date of the next review is past',
  severity: 'warning',
  level: 'recommended',
  why:
    'The product has changed, two of the roles are gone, and the process still says fax. A review period only helps if somebody notices that ' +
    'it is over: this rule does, when it is told what day it is (--today). Review the flow, even if nothing changes, and write the day under ' +
    'review: last.',
  bad: `trackflow: 1
title: Lead follow-up
document:
  version: 1.0.0
  owner: manager
  review: {every: 6mo, last: 2026-01-15} # ✗
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
    const { review, status } = process.document ?? {};
    if (today === undefined || review?.every === undefined || review.last === undefined || status === 'retired') return;
    const due = later(review.last, review.every);
    if (due === undefined || due >= today) return;
    yield {
      message: `The review was due on ${due}: the last one was on ${review.last}, and today is ${today}.`,
      at: at(process, 'document', 'review', 'last'),
      hint: 'Review the flow and write the day under last:.',
    };
  },
});
