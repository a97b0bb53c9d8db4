/** Targets that reward the wrong thing. */
import { quote } from '../../base/quote.js';
import { writeDuration } from '../times.js';
import { defineRule } from '../rule.js';

export const targetDirection = defineRule({
  id: 'target-direction',
  group: 'time',
  summary: 'A target that asks for fewer deals, longer times or more rework',
  severity: 'warning',
  level: 'recommended',
  why:
    'At most 20 % conversion, at least four hours to the first answer: whoever meets such a target does harm. Almost always the sign has ' +
    'slipped, and reports then colour the good months red. Conversions have a lower bound, durations and rework an upper one.',
  bad: `trackflow: 1
title: Leads
kpis:
  response:
    name: First response
    measure: conversion
    from: record
    to: call
    target: '<= 20%' # ✗
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
  fixable: 'unsafe',
  *check({ process, at, placeOf }) {
    for (const kpi of process.kpis) {
      const { target, measure } = kpi;
      if (target === undefined || (measure !== 'conversion' && measure !== 'duration' && measure !== 'rework'))
        continue;
      const isUpper = target.comparator.startsWith('<');
      if (target.comparator === '=' || isUpper !== (measure === 'conversion')) continue;
      const turned = (isUpper ? '>' : '<') + target.comparator.slice(1);
      const value = target.duration
        ? writeDuration(target.duration)
        : target.unit === 'ratio'
          ? `${Math.round(target.value * 1e8) / 1e6}%`
          : String(target.value);
      const { file, path } = placeOf(kpi);
      yield {
        message: `The target of ${quote(kpi.id)} asks for ${asked[measure]}.`,
        at: at(kpi, 'target'),
        hint: `Is ${quote(`${turned} ${value}`)} meant?`,
        fix: {
          title: `Write ${quote(`${turned} ${value}`)}`,
          safe: false,
          changes: [{ kind: 'set', file, path: [...path, 'target'], value: `${turned} ${value}` }],
        },
      };
    }
  },
});

const asked = {
  conversion: 'as few as possible to get through',
  duration: 'as long a time as possible',
  rework: 'as much rework as possible',
} as const;
