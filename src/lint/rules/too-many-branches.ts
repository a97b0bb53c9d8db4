/** Decisions and forks with more ways than one can keep in mind. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const tooManyBranches = defineRule({
  id: 'too-many-branches',
  group: 'complexity',
  summary: 'More branches at one step than people can keep apart',
  severity: 'warning',
  level: 'recommended',
  why:
    'Of many answers to one question, people keep a few in mind and choose the first that sounds right; the rare branches are forgotten. ' +
    'Ask a first question that separates the big groups and a second one within the group, or keep the classes in the segments and branch ' +
    'only where the way differs.',
  given: { options: { most: 2 } },
  bad: `trackflow: 1
title: Complaints
nodes:
  start: {type: start, name: Complaint arrives, next: kind}
  kind: # ✗
    type: decision
    name: What is it about?
    next: [{when: Product, to: repair}, {when: Delivery, to: resend}, {otherwise: answer}]
  repair: {name: Repair the product, next: done}
  resend: {name: Send the goods again, next: done}
  answer: {name: Answer the customer, next: done}
  done: {type: end, name: Complaint settled}
`,
  good: `trackflow: 1
title: Complaints
nodes:
  start: {type: start, name: Complaint arrives, next: kind}
  kind:
    type: decision
    name: Is it about the product?
    next: [{when: Product, to: repair}, {otherwise: answer}]
  repair: {name: Repair the product, next: done}
  answer: {name: Answer the customer, next: done}
  done: {type: end, name: Complaint settled}
`,
  options: { most: { kind: 'number', default: 7, least: 2, summary: 'Branches of one decision, fork or subflow' } },
  *check({ process, facts, options, at }) {
    for (const node of process.nodes) {
      const branches = facts.out(node.id).filter(({ kind }) => kind === 'next').length;
      if (branches <= options.most) continue;
      yield {
        message: `${quote(node.id)} has ${branches} branches; more than ${options.most} are hard to keep apart.`,
        at: at(node),
        hint: 'Ask a first question that separates the big groups, and a second one within them.',
      };
    }
  },
});
