/** Conversions that are 100 % as drawn. */
import { quote } from '../../base/quote.js';
import { walk } from '../facts.js';
import { defineRule } from '../rule.js';

export const kpiAlwaysMet = defineRule({
  id: 'kpi-always-met',
  group: 'time',
  summary: 'A conversion between two nodes between which no case is lost',
  severity: 'info',
  level: 'strict',
  why:
    'As the flow is drawn, whoever comes to the first node comes to the second, and the share is 100%. So the figure measures something ' +
    'else than it says, mostly because it stops before the decision at which customers leave, or the way on which they leave is missing. Lead it to ' +
    'the node behind that decision, or draw the way out. Asked of flows that have an end without success.',
  bad: `trackflow: 1
title: Viewing
kpis:
  sold:
    name: Visitors who buy
    measure: conversion
    from: greet
    to: show # ✗
    target: '>= 8%'
nodes:
  start: {type: start, name: Visitor arrives, next: greet}
  greet: {name: Greet the visitor, next: show}
  show: {name: Show the flat, next: buys}
  buys: {type: decision, name: Does the visitor buy?, next: [{when: 'yes', to: sign}, {otherwise: note}]}
  sign: {name: Sign the contract, next: won}
  note: {name: Note the reason, next: lost}
  won: {type: end, name: Flat sold, outcome: success}
  lost: {type: end, name: Visitor lost, outcome: failure}
`,
  good: `trackflow: 1
title: Viewing
kpis:
  sold:
    name: Visitors who buy
    measure: conversion
    from: greet
    to: sign
    target: '>= 8%'
nodes:
  start: {type: start, name: Visitor arrives, next: greet}
  greet: {name: Greet the visitor, next: show}
  show: {name: Show the flat, next: buys}
  buys: {type: decision, name: Does the visitor buy?, next: [{when: 'yes', to: sign}, {otherwise: note}]}
  sign: {name: Sign the contract, next: won}
  note: {name: Note the reason, next: lost}
  won: {type: end, name: Flat sold, outcome: success}
  lost: {type: end, name: Visitor lost, outcome: failure}
`,
  *check({ process, facts, at }) {
    // A sketch of the main path alone loses nobody anywhere.
    if (!process.nodes.some((node) => node.type === 'end' && (node.outcome ?? 'success') !== 'success')) return;
    for (const kpi of process.kpis) {
      const { from, to, measure } = kpi;
      if (measure !== 'conversion' || from === undefined || to === undefined || from === to) continue;
      const next = (id: string): readonly string[] => facts.out(id).map((edge) => edge.to);
      if (!walk([from], next).has(to)) continue; // kpi-off-path
      const before = walk([from], (id) => (id === to ? [] : next(id)));
      if ([...before].some((id) => id !== to && facts.node(id)?.type === 'end')) continue;
      yield {
        message: `Every case that comes to ${quote(from)} comes to ${quote(to)} as well, so ${quote(kpi.id)} is always 100%.`,
        at: at(kpi, 'to'),
        hint: 'Lead it to a node behind the decision at which customers leave, or draw the way on which they leave.',
      };
    }
  },
});
