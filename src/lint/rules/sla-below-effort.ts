/** Limits that cannot be kept. */
import { quote } from '../../base/quote.js';
import { writeDuration } from '../times.js';
import { defineRule } from '../rule.js';

export const slaBelowEffort = defineRule({
  id: 'sla-below-effort',
  group: 'time',
  summary: 'A time limit shorter than the work takes',
  severity: 'warning',
  level: 'recommended',
  why:
    'Four hours of work cannot be done within one. Either the limit is a wish, and a limit that is always missed teaches people to ignore ' +
    'the others, or the effort was meant for the whole week. Both figures are used to plan staff, so both have to be true.',
  bad: `trackflow: 1
title: Leads
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call: {name: Call the lead, next: rest}
  rest:
    name: Write the offer
    sla: 1h # ✗
    effort: 4h
    next: done
  done: {type: end, name: Lead settled}
`,
  good: `trackflow: 1
title: Leads
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call: {name: Call the lead, next: rest}
  rest:
    name: Write the offer
    sla: 1d
    effort: 4h
    next: done
  done: {type: end, name: Lead settled}
`,
  *check({ process, at }) {
    for (const node of process.nodes) {
      const { sla, effort } = node;
      if (sla === undefined || effort === undefined || effort.totalMinutes <= sla.totalMinutes) continue;
      yield {
        message: `${quote(node.id)} must be done within ${writeDuration(sla)}, but takes ${writeDuration(effort)} of work.`,
        at: at(node, 'sla'),
        hint: 'Raise sla: or lower effort:.',
        related: [{ message: 'the work it takes', span: at(node, 'effort') }],
      };
    }
  },
});
