/** Problems that are known and left. */
import { quote } from '../../base/quote.js';
import { say } from '../../model/text.js';
import { defineRule } from '../rule.js';

export const riskWithoutRemedy = defineRule({
  id: 'risk-without-remedy',
  group: 'document',
  summary: 'A risk without a remedy',
  severity: 'warning',
  level: 'recommended',
  why:
    'Somebody knows that the same customer is entered twice, has written it down, and that is all: when it happens, everybody does something ' +
    'else. Say what to do about it, before or when it happens. A risk that one accepts has a remedy too: say that it is accepted, and by ' +
    'whom.',
  bad: `trackflow: 1
title: Lead follow-up
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call:
    name: Call the lead
    owner: sales
    informed: [manager]
    risks:
      - {problem: Two people call the same company, severity: high} # ✗
    next: done
  done: {type: end, name: Lead called, owner: sales}
`,
  good: `trackflow: 1
title: Lead follow-up
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call:
    name: Call the lead
    owner: sales
    informed: [manager]
    risks:
      - {problem: Two people call the same company, remedy: Search before the first call, severity: high}
    next: done
  done: {type: end, name: Lead called, owner: sales}
`,
  *check({ process, at }) {
    for (const node of process.nodes) {
      for (const [index, { problem, remedy }] of node.risks.entries()) {
        if (remedy !== undefined) continue;
        yield {
          message: `${quote(node.id)} knows the problem ${quote(say(problem, process.language))}, and no remedy.`,
          at: at(node, 'risks', index),
          hint: 'Add remedy: with what to do about it.',
        };
      }
    }
  },
});
