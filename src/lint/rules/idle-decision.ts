/** Decisions that decide nothing. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';
import { sameLabel } from '../branch-labels.js';

export const idleDecision = defineRule({
  id: 'idle-decision',
  group: 'structure',
  summary: 'A decision whose answers all lead to the same step',
  severity: 'warning',
  level: 'recommended',
  why:
    'Whatever the answer is, the case goes on in the same way: the question costs time and changes nothing. Often one of the branches was ' +
    'meant to lead elsewhere. If the answer is only to be written down, a task does that.',
  bad: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: known}
  known: # ✗
    type: decision
    name: Is the customer known?
    next: [{when: yes, to: call}, {when: no, to: call}]
  call: {name: Call the customer, next: done}
  done: {type: end, name: Customer called}
`,
  good: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: known}
  known:
    type: decision
    name: Is the customer known?
    next: [{when: yes, to: call}, {when: no, to: record}]
  record: {name: Record the customer, next: call}
  call: {name: Call the customer, next: done}
  done: {type: end, name: Customer called}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'decision') continue;
      const branches = facts.out(node.id).filter(({ kind }) => kind === 'next');
      const [first] = branches;
      if (first === undefined || branches.length < 2 || branches.some(({ to }) => to !== first.to)) continue;
      // The same answer written twice is what duplicate-connection reports.
      if (branches.some((one, index) => branches.slice(index + 1).some((other) => sameLabel(one, other)))) continue;
      yield {
        message: `${branches.length === 2 ? 'Both' : `All ${branches.length}`} answers of ${quote(node.id)} lead to ${quote(first.to)}.`,
        at: at(node),
        hint: 'Let one of them lead elsewhere, or make it a task.',
      };
    }
  },
});
