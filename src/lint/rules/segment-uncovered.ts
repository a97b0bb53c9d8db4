/** Segments for which a decision by segment has no branch. */
import { quote, quoteSome } from '../../base/quote.js';
import { say } from '../../model/text.js';
import { defineRule } from '../rule.js';

export const segmentUncovered = defineRule({
  id: 'segment-uncovered',
  group: 'decisions',
  summary: 'A decision by segment that leaves a segment out',
  severity: 'warning',
  level: 'recommended',
  why:
    'Customers of the segment that was forgotten, mostly the one that was added last, come to this point and have no way on. Give the segment ' +
    'a branch, or let {otherwise: …} take all that are not named.',
  bad: `trackflow: 1
title: Follow-up by class
segments:
  key: {name: Key accounts, rule: More than 500k a year}
  standard: {name: Standard customers, rule: Orders once a quarter or more}
  small: {name: Small customers, rule: All others}
nodes:
  start: {type: start, name: Order delivered, next: sort}
  sort: # ✗
    type: decision
    name: Which class is the customer?
    next:
      - {for: [key], to: visit}
      - {for: [standard], to: call}
  visit: {name: Visit the customer, next: done}
  call: {name: Call the customer, next: mail}
  mail: {name: Send the newsletter, cadence: [{every: 3mo, via: [email]}, {for: small, every: 6mo, via: [post]}], next: done}
  done: {type: end, name: Follow-up recorded}
`,
  good: `trackflow: 1
title: Follow-up by class
segments:
  key: {name: Key accounts, rule: More than 500k a year}
  standard: {name: Standard customers, rule: Orders once a quarter or more}
  small: {name: Small customers, rule: All others}
nodes:
  start: {type: start, name: Order delivered, next: sort}
  sort:
    type: decision
    name: Which class is the customer?
    next:
      - {for: [key], to: visit}
      - {for: [standard, small], to: call}
  visit: {name: Visit the customer, next: done}
  call: {name: Call the customer, next: mail}
  mail: {name: Send the newsletter, cadence: [{every: 3mo, via: [email]}, {for: small, every: 6mo, via: [post]}], next: done}
  done: {type: end, name: Follow-up recorded}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'decision') continue;
      const branches = facts.out(node.id).filter(({ kind }) => kind === 'next');
      // A branch without segments may take whom the others leave; who that is stands in its words.
      if (branches.length === 0 || branches.some(({ segments }) => segments.length === 0)) continue;
      const covered = new Set(branches.flatMap(({ segments }) => segments));
      const left = process.segments.filter(({ id }) => !covered.has(id));
      if (left.length === 0) continue;
      yield {
        message: `${quote(node.id)} has no branch for ${quoteSome(left.map(({ name }) => say(name, process.language)))}.`,
        at: at(node),
        hint: 'Name the segment at a branch, or add {otherwise: …}.',
        related: left.map((segment) => ({ message: 'this segment', span: at(segment) })),
      };
    }
  },
});
