/** Flows that end in more ways than anybody counts. */
import { defineRule } from '../rule.js';

export const tooManyEnds = defineRule({
  id: 'too-many-ends',
  group: 'complexity',
  summary: 'More ends than there can be results',
  severity: 'warning',
  level: 'recommended',
  why:
    'An end is a result: won, lost, unfit, dormant. Where a flow has a dozen, most are the same result reached in another place, reports can no longer add ' +
    'them up, and a flow that uses this one as a subflow has a dozen branches to handle. Lead ways with the same result to the same end.',
  given: { options: { most: 2 } },
  bad: `trackflow: 1
title: Offers # ✗
nodes:
  start: {type: start, name: Quote is sent, next: answer}
  answer:
    type: decision
    name: What does the customer say?
    next: [{when: Too expensive, to: price}, {when: Not now, to: later}, {otherwise: won}]
  won: {type: end, name: Order won, outcome: success}
  price: {type: end, name: Lost on price, outcome: failure}
  later: {type: end, name: Lost on time, outcome: failure}
`,
  good: `trackflow: 1
title: Offers
nodes:
  start: {type: start, name: Quote is sent, next: answer}
  answer:
    type: decision
    name: What does the customer say?
    next: [{when: Too expensive, to: lost}, {when: Not now, to: lost}, {otherwise: won}]
  won: {type: end, name: Order won, outcome: success}
  lost: {type: end, name: Lost for a recorded reason, outcome: failure}
`,
  options: { most: { kind: 'number', default: 8, least: 1, summary: 'Ends of one flow' } },
  *check({ process, options, at }) {
    const ends = process.nodes.filter(({ type }) => type === 'end');
    if (ends.length <= options.most) return;
    yield {
      message: `The flow has ${ends.length} ends; more than ${options.most} results are hard to count and to report.`,
      at: at(process, 'title'),
      hint: 'Lead ways with the same result to the same end; note the reason in a record.',
      related: ends.slice(0, 12).map((end) => ({ message: 'an end', span: at(end) })),
    };
  },
});
