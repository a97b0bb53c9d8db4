/** Figures measured between nodes that no case passes in this order. */
import { quote } from '../../base/quote.js';
import { walk } from '../facts.js';
import { defineRule } from '../rule.js';

export const kpiOffPath = defineRule({
  id: 'kpi-off-path',
  group: 'time',
  summary: 'A KPI whose nodes do not lie on one way, or in the wrong order',
  severity: 'warning',
  level: 'recommended',
  why:
    'A figure from one step to another only exists if cases come from the one to the other. Most often two ids are swapped, or a step was ' +
    'moved and the figure forgotten: the report then shows zero, or nonsense, and nobody asks why. Name two nodes of which the second can ' +
    'follow the first. A conversion from a node to itself is 100% for ever.',
  bad: `trackflow: 1
title: Leads
kpis:
  response:
    name: First response
    measure: duration
    from: call # ✗
    to: record
    target: '<= 1d'
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
    measure: duration
    from: record
    to: call
    target: '<= 1d'
nodes:
  start: {type: start, name: Lead arrives, next: record}
  record: {name: Record the lead, next: call}
  call: {name: Call the lead, next: done}
  done: {type: end, name: Lead called}
`,
  fixable: 'unsafe',
  *check({ process, facts, at, placeOf }) {
    for (const kpi of process.kpis) {
      const { from, to } = kpi;
      if (from === undefined || to === undefined) continue;
      if (from === to) {
        // A duration may be meant as the time at the node, rework as how often it is passed.
        if (kpi.measure !== 'conversion') continue;
        yield {
          message: `${quote(kpi.id)} is measured from ${quote(from)} to itself: every case that comes there is there.`,
          at: at(kpi, 'to'),
          hint: 'Name the node before which cases are lost under from:.',
        };
        continue;
      }
      const after = (id: string): ReadonlySet<string> => walk([id], (each) => facts.out(each).map((edge) => edge.to));
      if (after(from).has(to)) continue;
      const isBackwards = after(to).has(from);
      const { file, path } = placeOf(kpi);
      yield {
        message: isBackwards
          ? `${quote(kpi.id)} is measured backwards: ${quote(from)} comes after ${quote(to)}.`
          : `${quote(kpi.id)} is measured from ${quote(from)} to ${quote(to)}, but no way leads from the one to the other.`,
        at: at(kpi, 'from'),
        hint: isBackwards ? 'Swap from and to.' : 'Name two nodes of which the second can follow the first.',
        ...(isBackwards && {
          fix: {
            title: 'Swap from and to',
            safe: false,
            changes: [
              { kind: 'set', file, path: [...path, 'from'], value: to },
              { kind: 'set', file, path: [...path, 'to'], value: from },
            ],
          },
        }),
      };
    }
  },
});
