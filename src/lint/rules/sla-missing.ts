/** The one step that may take for ever. */
import { quote } from '../../base/quote.js';
import { isDoneBySystem, isExternal } from '../parties.js';
import { defineRule } from '../rule.js';

export const slaMissing = defineRule({
  id: 'sla-missing',
  group: 'time',
  summary: 'A task without a time limit, where most have one',
  severity: 'info',
  level: 'strict',
  why:
    'A chain of limits with one link missing is no promise: the case lies at exactly that step, and nobody is late. Where most tasks say ' +
    'within what time they are done, the others should too; if a step really has no limit, such as a long-term nurture, a wait with a ' +
    'duration says so better.',
  bad: `trackflow: 1
title: Leads
nodes:
  start: {type: start, name: Lead arrives, next: record}
  record: {name: Record the lead, sla: 2h, next: call}
  call: # ✗
    name: Call the lead
    next: offer
  offer: {name: Send the offer, sla: 2d, next: done}
  done: {type: end, name: Offer sent}
`,
  good: `trackflow: 1
title: Leads
nodes:
  start: {type: start, name: Lead arrives, next: record}
  record: {name: Record the lead, sla: 2h, next: call}
  call:
    name: Call the lead
    sla: 4h
    next: offer
  offer: {name: Send the offer, sla: 2d, next: done}
  done: {type: end, name: Offer sent}
`,
  *check({ process, facts, at }) {
    const tasks = process.nodes.filter(({ type, owner }) => type === 'task' && !isExternal(facts.owner(owner ?? '')));
    // What software does lies with nobody.
    const without = tasks.filter(
      (node) =>
        node.sla === undefined && node.timeout === undefined && !isDoneBySystem(node, facts.owner(node.owner ?? '')),
    );
    if (without.length * 2 >= tasks.length) return;
    for (const node of without) {
      yield {
        message: `${quote(node.id)} has no time limit; most other tasks have.`,
        at: at(node),
        hint: 'Add sla: with the time within which it must be done.',
      };
    }
  },
});
