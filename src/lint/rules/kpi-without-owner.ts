/** Figures that nobody answers for. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const kpiWithoutOwner = defineRule({
  id: 'kpi-without-owner',
  group: 'time',
  summary: 'A KPI for which nobody answers',
  severity: 'info',
  level: 'strict',
  why:
    'When the figure turns red, who does something? If the answer is everyone, it stays red. Name one owner who looks at it, finds the ' +
    'reason and brings a proposal; the one who does the work and the one who answers for the figure may well differ.',
  bad: `trackflow: 1
title: Leads
owners: {sales: {name: Sales}}
kpis:
  response: # ✗
    name: First response
    measure: duration
    from: start
    to: call
    target: '<= 4h'
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
      if (kpi.owner !== undefined) continue;
      yield {
        message: `Nobody answers for ${quote(kpi.id)}.`,
        at: at(kpi),
        hint: 'Add owner: with the id of the one who does something when it is missed.',
      };
    }
  },
});
