/** Steps whose only way on is for some customers. */
import { quote, quoteSome } from '../../base/quote.js';
import { say } from '../../model/text.js';
import { defineRule } from '../rule.js';

export const segmentWithoutWay = defineRule({
  id: 'segment-without-way',
  group: 'decisions',
  summary: 'A step whose only way on is for some segments',
  severity: 'warning',
  level: 'recommended',
  why:
    'Customers of all segments come to the step, and only some of them have a way on; what happens to the rest is not said. If only these ' +
    'customers ever come there, the branch needs no for. Otherwise let a decision follow that sorts them.',
  bad: `trackflow: 1
title: Follow-up
segments:
  key: {name: Key accounts, rule: More than 500k a year}
  standard: {name: Standard customers, rule: All others}
nodes:
  start: {type: start, name: Order delivered, next: ask}
  ask:
    name: Ask whether all is well
    cadence: [{for: key, every: 1mo, via: [phone]}, {for: standard, every: 3mo, via: [email]}]
    next: {to: visit, for: [key]} # ✗
  visit: {name: Visit the customer, next: done}
  done: {type: end, name: Follow-up recorded}
`,
  good: `trackflow: 1
title: Follow-up
segments:
  key: {name: Key accounts, rule: More than 500k a year}
  standard: {name: Standard customers, rule: All others}
nodes:
  start: {type: start, name: Order delivered, next: ask}
  ask:
    name: Ask whether all is well
    cadence: [{for: key, every: 1mo, via: [phone]}, {for: standard, every: 3mo, via: [email]}]
    next: sort
  sort:
    type: decision
    name: Which class is the customer?
    next: [{for: [key], to: visit}, {otherwise: done}]
  visit: {name: Visit the customer, next: done}
  done: {type: end, name: Follow-up recorded}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      const [edge, ...more] = facts.out(node.id).filter(({ kind }) => kind === 'next');
      if (edge === undefined || more.length > 0) continue;
      const left = process.segments.filter(({ id }) => !edge.segments.includes(id));
      if (edge.segments.length === 0 || left.length === 0) continue;
      yield {
        message: `The only way on from ${quote(node.id)} is not for ${quoteSome(left.map(({ name }) => say(name, process.language)))}.`,
        at: at(edge),
        hint: 'Take for: away, or let a decision follow that sorts the customers.',
      };
    }
  },
});
