/** Decisions and forks that ways come together in, too. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const mergeAndSplit = defineRule({
  id: 'merge-and-split',
  group: 'structure',
  summary: 'A decision or fork in which ways come together and part again',
  severity: 'info',
  level: 'strict',
  why:
    'Where several ways lead straight into a question, nobody can say whose answer it is: was it asked after the first check, or again ' +
    'after the rework? Readers who know BPMN also take a bar with several ways in for one that waits. Let the ways come together in a ' +
    'step, the one that finds out the answer, and ask after it. Ways that lead back do not count.',
  bad: `trackflow: 1
title: Lead intake
nodes:
  web: {type: start, name: Inquiry on the website, trigger: The form is sent, next: record}
  phone: {type: start, name: Inquiry by phone, trigger: A customer calls, next: fits}
  record: {name: Record the lead, next: fits}
  fits: # ✗
    type: decision
    name: Does the lead fit?
    next: [{when: yes, to: call}, {when: no, to: lost}]
  call: {name: Call the customer, next: won}
  won: {type: end, name: Customer called, outcome: success}
  lost: {type: end, name: Lead declined, outcome: failure}
`,
  good: `trackflow: 1
title: Lead intake
nodes:
  web: {type: start, name: Inquiry on the website, trigger: The form is sent, next: record}
  phone: {type: start, name: Inquiry by phone, trigger: A customer calls, next: record}
  record: {name: Record the lead, next: fits}
  fits:
    type: decision
    name: Does the lead fit?
    next: [{when: yes, to: call}, {when: no, to: lost}]
  call: {name: Call the customer, next: won}
  won: {type: end, name: Customer called, outcome: success}
  lost: {type: end, name: Lead declined, outcome: failure}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'decision' && node.type !== 'fork') continue;
      const into = facts.into(node.id).filter(({ id }) => !facts.back.has(id));
      if (into.length < 2) continue;
      yield {
        message: `In the ${node.type} ${quote(node.id)}, ${String(into.length)} ways come together and part again.`,
        at: at(node),
        hint: `Let them come together in a step before the ${node.type}.`,
        related: into.map((edge) => ({ message: `from ${quote(edge.from)}`, span: at(edge) })),
      };
    }
  },
});
