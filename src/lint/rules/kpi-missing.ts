/** Processes that nobody can improve. */
import { defineRule } from '../rule.js';

export const kpiMissing = defineRule({
  id: 'kpi-missing',
  group: 'time',
  summary: 'A flow without a single KPI',
  severity: 'info',
  level: 'strict',
  why:
    'Without a figure every discussion about the process is one of opinions, and nobody can tell whether the last change made it better. Two ' +
    'or three are enough: how fast the first answer is, how many get from the first contact to the deal, how often work is done twice.',
  bad: `trackflow: 1
title: Leads # ✗
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call: {name: Call the lead, next: done}
  done: {type: end, name: Lead called}
`,
  good: `trackflow: 1
title: Leads
kpis:
  response: {name: First response, measure: duration, from: start, to: call, target: '<= 4h'}
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call: {name: Call the lead, next: done}
  done: {type: end, name: Lead called}
`,
  *check({ process, at }) {
    if (process.kpis.length > 0) return;
    yield {
      message: 'The flow has no KPI: nobody can tell whether it gets better.',
      at: at(process, 'title'),
      hint: 'Add kpis:, such as the time to the first response or the conversion from lead to deal.',
    };
  },
});
