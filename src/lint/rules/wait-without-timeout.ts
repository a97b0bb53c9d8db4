/** Waiting for something that may never come. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const waitWithoutTimeout = defineRule({
  id: 'wait-without-timeout',
  group: 'time',
  summary: 'A wait for an event, without a time when it is enough',
  severity: 'warning',
  level: 'recommended',
  why:
    'The customer who does not answer is the rule and not the exception. A step that waits for the signature, the reply or the payment needs ' +
    'a date on which somebody does something else: call, ask the manager, close the case. Otherwise the pipeline fills with deals that died ' +
    'months ago. Give the wait a timeout with a step to go to.',
  bad: `trackflow: 1
title: Leads
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call: {name: Call the lead, next: rest}
  rest: # ✗
    type: wait
    name: Await the signature
    until: The customer signs
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
    name: Await the signature
    until: The customer signs
    timeout: {after: 1w, to: remind}
    next: done
  remind: {name: Ask what is missing, next: done}
  done: {type: end, name: Lead settled}
`,
  *check({ process, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'wait' || !node.until || node.duration || node.timeout) continue;
      yield {
        message: `${quote(node.id)} waits for something that may never happen, and has no timeout.`,
        at: at(node),
        hint: 'Add timeout: {after: 1w, to: …} with the step that follows when nothing happens.',
      };
    }
  },
});
