/** Processes that nobody ever looks at again. */
import { defineRule } from '../rule.js';

export const reviewMissing = defineRule({
  id: 'review-missing',
  group: 'document',
  summary: 'A document without a review period',
  severity: 'info',
  level: 'strict',
  why:
    'A process that nobody looks at again is right for a year and a museum piece after three. Say how often it is reviewed and when that was ' +
    'last done, under document: review; trackflow then says when it is due. Half a year is usual, a quarter for what changes quickly.',
  bad: `trackflow: 1
title: Lead follow-up # ✗
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
  review: {every: 6mo, last: 2026-09-20}
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, informed: [manager], next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  *check({ process, at }) {
    const { document } = process;
    if (document?.status === 'retired' || (document?.review?.every !== undefined && document.review.last !== undefined))
      return;
    yield {
      message: 'Nothing says how often the flow is reviewed and when that was last done.',
      at: document === undefined ? at(process, 'title') : at(process, 'document'),
      hint: 'Add review: {every: 6mo, last: …} to document:.',
    };
  },
});
