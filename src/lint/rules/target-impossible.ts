/** Targets that are always met, or never. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const targetImpossible = defineRule({
  id: 'target-impossible',
  group: 'time',
  summary: 'A target that every value meets, or none',
  severity: 'warning',
  level: 'recommended',
  why:
    'More than 100 % of the leads cannot become customers, and less than 0 % cannot fail. A target that is always met, or never, says ' +
    'nothing, and the figure beside it is not believed either. Mostly a sign or a digit has slipped.',
  bad: `trackflow: 1
title: Leads
kpis:
  response:
    name: First response
    measure: conversion
    from: record
    to: call
    target: '>= 120%' # ✗
nodes:
  start: {type: start, name: Lead arrives, next: record}
  record: {name: Record the lead, next: call}
  call: {name: Call the lead, next: done}
  done: {type: end, name: Lead called}
`,
  good: `trackflow: 1
title: Leads
kpis:
  response:
    name: First response
    measure: conversion
    from: record
    to: call
    target: '>= 20%'
nodes:
  start: {type: start, name: Lead arrives, next: record}
  record: {name: Record the lead, next: call}
  call: {name: Call the lead, next: done}
  done: {type: end, name: Lead called}
`,
  *check({ process, at }) {
    for (const kpi of process.kpis) {
      const { target, measure } = kpi;
      // A custom figure may exceed the whole, as a growth does.
      if (target?.unit !== 'ratio' || (measure !== 'conversion' && measure !== 'rework')) continue;
      const { comparator, value } = target;
      const never =
        (comparator === '>' && value >= 1) ||
        ((comparator === '>=' || comparator === '=') && value > 1) ||
        (comparator === '<' && value === 0);
      const always =
        (comparator === '>=' && value === 0) ||
        (comparator === '<=' && value >= 1) ||
        (comparator === '<' && value > 1);
      if (!never && !always) continue;
      yield {
        message: `The target of ${quote(kpi.id)} is ${never ? 'never' : 'always'} met: a share lies between 0 % and 100 %.`,
        at: at(kpi, 'target'),
        hint: 'Look at the sign and the digits.',
      };
    }
  },
});
