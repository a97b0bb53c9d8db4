/** Several starts of which it is not said when each applies. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const severalStarts = defineRule({
  id: 'several-starts',
  group: 'structure',
  summary: 'One of several starts without the event that triggers it',
  severity: 'info',
  level: 'strict',
  why:
    'A case enters by one of the starts. With several of them, everybody who opens a case has to know which one applies, so each names ' +
    'the event that sets it going: a form on the website, a call, a referral. Give each start a trigger.',
  bad: `trackflow: 1
title: Lead intake
nodes:
  web: {type: start, name: Inquiry on the website, trigger: The contact form is sent, next: record}
  phone: # ✗
    type: start
    name: Inquiry by phone
    next: record
  record: {name: Record the lead, next: done}
  done: {type: end, name: Lead recorded}
`,
  good: `trackflow: 1
title: Lead intake
nodes:
  web: {type: start, name: Inquiry on the website, trigger: The contact form is sent, next: record}
  phone:
    type: start
    name: Inquiry by phone
    trigger: A customer calls the service number
    next: record
  record: {name: Record the lead, next: done}
  done: {type: end, name: Lead recorded}
`,
  *check({ process, at }) {
    const starts = process.nodes.filter(({ type }) => type === 'start');
    if (starts.length < 2) return;
    for (const start of starts) {
      if (start.type !== 'start' || start.trigger !== undefined) continue;
      yield {
        message: `The flow has ${String(starts.length)} starts, and ${quote(start.id)} does not say what triggers it.`,
        at: at(start),
        hint: 'Add trigger: with the event that sets it going.',
      };
    }
  },
});
