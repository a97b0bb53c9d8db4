/** Escalations that change nothing. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const idleTimeout = defineRule({
  id: 'idle-timeout',
  group: 'structure',
  summary: 'A timeout of a step that leads where the step leads anyway',
  severity: 'info',
  level: 'strict',
  why:
    'When the time limit passes, somebody should notice: a supervisor, another colleague, the customer. If the case then goes on as if the ' +
    'step had been done, it was not needed, or its result is missing later. At a wait this is right: after three days we go on anyway.',
  bad: `trackflow: 1
title: Quote
nodes:
  start: {type: start, name: Request arrives, next: price}
  price:
    name: Calculate the price
    timeout: {after: 2d, to: send} # ✗
    next: send
  send: {name: Send the quote, next: done}
  done: {type: end, name: Quote sent}
`,
  good: `trackflow: 1
title: Quote
nodes:
  start: {type: start, name: Request arrives, next: price}
  price:
    name: Calculate the price
    timeout: {after: 2d, to: escalate}
    next: send
  escalate: {name: Let a senior colleague calculate the price, next: send}
  send: {name: Send the quote, next: done}
  done: {type: end, name: Quote sent}
`,
  *check({ process, facts, at }) {
    for (const edge of process.edges) {
      const node = facts.node(edge.from);
      if (edge.kind !== 'timeout' || node === undefined || node.type === 'wait') continue;
      const others = facts.out(edge.from).filter(({ kind }) => kind === 'next');
      if (others.length === 0 || others.some(({ to }) => to !== edge.to)) continue;
      yield {
        message: `When the time of ${quote(edge.from)} is over, the case goes to ${quote(edge.to)} as if it had been done.`,
        at: at(edge),
        hint: 'Let the timeout lead to whoever takes over, or take it out and set sla: for the time limit.',
      };
    }
  },
});
