/** Waiting, and nobody knows for what. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const waitWithoutEnd = defineRule({
  id: 'wait-without-end',
  group: 'time',
  summary: 'A wait that says neither how long nor for what',
  severity: 'warning',
  level: 'recommended',
  why:
    'A case that waits for nothing in particular waits for ever: no calendar reminds anybody, no event wakes it, and after a year somebody ' +
    'asks what became of that customer. Write how long (duration), what is awaited (until), or after what time it goes on elsewhere ' +
    '(timeout).',
  bad: `trackflow: 1
title: Leads
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call: {name: Call the lead, next: rest}
  rest: # ✗
    type: wait
    name: Wait
    next: done
  done: {type: end, name: Lead settled}
`,
  good: `trackflow: 1
title: Leads
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call: {name: Call the lead, next: rest}
  rest:
    type: wait
    name: Wait a month
    duration: 1mo
    next: done
  done: {type: end, name: Lead settled}
`,
  *check({ process, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'wait' || node.duration || node.until || node.timeout) continue;
      yield {
        message: `${quote(node.id)} waits, and does not say how long or for what.`,
        at: at(node),
        hint: 'Add duration: 1w, or until: with what is awaited and a timeout.',
      };
    }
  },
});
