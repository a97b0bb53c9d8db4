/** Figures that say nowhere where they are counted. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const kpiWithoutNodes = defineRule({
  id: 'kpi-without-nodes',
  group: 'time',
  summary: 'A KPI that does not say between which nodes it is measured',
  severity: 'warning',
  level: 'recommended',
  why:
    'Conversion from where to where? Marketing counts from the click, sales from the first talk, and both are right and differ by a factor ' +
    'of ten. A figure is only comparable if the nodes are named: from and to for a conversion or a duration, at least one of them for rework, ' +
    'and from alone for a volume. A figure that is counted elsewhere has the measure custom.',
  bad: `trackflow: 1
title: Leads
kpis:
  conversion: # ✗
    name: Lead conversion
    measure: conversion
    target: '>= 20%'
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call: {name: Call the lead, next: done}
  done: {type: end, name: Lead called}
`,
  good: `trackflow: 1
title: Leads
kpis:
  conversion:
    name: Lead conversion
    measure: conversion
    from: start
    to: call
    target: '>= 20%'
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call: {name: Call the lead, next: done}
  done: {type: end, name: Lead called}
`,
  *check({ process, at }) {
    for (const kpi of process.kpis) {
      const { measure, from, to } = kpi;
      if (measure === 'custom') continue;
      const needsBoth = measure === 'conversion' || measure === 'duration';
      if (measure === 'volume' && from !== undefined && to !== undefined && from !== to) {
        yield {
          message: `${quote(kpi.id)} counts a volume, but names two nodes: nobody knows at which of them it is counted.`,
          at: at(kpi, 'to'),
          hint: 'Name the node with from: alone, or say measure: conversion if the share that gets there is meant.',
        };
        continue;
      }
      const named = [from, to].filter((id) => id !== undefined).length;
      if (named >= (needsBoth ? 2 : 1)) continue;
      const missing = needsBoth
        ? [from === undefined && 'from', to === undefined && 'to'].filter(Boolean).join(' and ')
        : 'from or to';
      yield {
        message: `${quote(kpi.id)} measures ${measure}, but ${missing} is missing: nobody knows where it is counted.`,
        at: at(kpi),
        hint: 'Name the nodes with from: and to:, or say measure: custom if it is counted elsewhere.',
      };
    }
  },
});
