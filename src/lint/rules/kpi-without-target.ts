/** Figures that nobody looks at. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const kpiWithoutTarget = defineRule({
  id: 'kpi-without-target',
  group: 'time',
  summary: 'A KPI without a target',
  severity: 'info',
  level: 'recommended',
  why:
    "A figure without a target is looked at by nobody: is four hours good or bad? Write what must be reached, even if it is today's value, " +
    'and when it is reached write a better one. Figures from which something is only learned belong into the report and not into the ' +
    'process.',
  bad: `trackflow: 1
title: Leads
owners: {sales: {name: Sales}}
kpis:
  response: # ✗
    name: First response
    measure: duration
    from: start
    to: call
    owner: sales
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  good: `trackflow: 1
title: Leads
owners: {sales: {name: Sales}}
kpis:
  response:
    name: First response
    measure: duration
    from: start
    to: call
    owner: sales
    target: '<= 4h'
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  *check({ process, at }) {
    for (const kpi of process.kpis) {
      if (kpi.target !== undefined) continue;
      yield {
        message: `${quote(kpi.id)} has no target.`,
        at: at(kpi),
        hint: "Add target:, such as '>= 20%' or '<= 4h'.",
      };
    }
  },
});
