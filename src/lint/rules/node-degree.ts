/** Steps in which everything runs together. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const nodeDegree = defineRule({
  id: 'node-degree',
  group: 'complexity',
  summary: 'A step with too many connections in and out',
  severity: 'warning',
  level: 'strict',
  why:
    'A box to which nine arrows lead is a crossing without lights: nobody can tell any more in which situation a case comes there, and its instructions ' +
    'have to serve all of them. Often it is two steps of the same name, or a rescue for everything that was not thought through. Part it by the reason why a case comes.',
  given: { options: { most: 4 } },
  bad: `trackflow: 1
title: Leads
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call: {name: Call the lead, timeout: {after: 1d, to: assign}, next: interested}
  interested:
    type: decision
    name: Interested?
    next: [{when: 'yes', to: offer}, {when: Wrong person, to: assign}, {otherwise: assign}]
  offer: {name: Send the offer, timeout: {after: 1w, to: assign}, next: done}
  assign: # ✗
    name: Assign the lead
    next: call
  done: {type: end, name: Offer sent}
`,
  good: `trackflow: 1
title: Leads
nodes:
  start: {type: start, name: Lead arrives, next: call}
  call: {name: Call the lead, timeout: {after: 1d, to: assign}, next: interested}
  interested:
    type: decision
    name: Interested?
    next: [{when: 'yes', to: offer}, {otherwise: assign}]
  offer: {name: Send the offer, next: done}
  assign:
    name: Assign the lead
    next: call
  done: {type: end, name: Offer sent}
`,
  options: { most: { kind: 'number', default: 9, least: 3, summary: 'Connections of one step, in and out' } },
  *check({ process, facts, options, at }) {
    for (const node of process.nodes) {
      if (node.type === 'end') continue; // many ways with one result are as it should be
      const into = facts.into(node.id).length;
      const out = facts.out(node.id).length;
      if (into + out <= options.most) continue;
      yield {
        message: `${quote(node.id)} has ${into + out} connections, ${into} in and ${out} out; more than ${options.most} are hard to follow.`,
        at: at(node),
        hint: 'Part it by the reason why a case comes here, or join ways before it.',
      };
    }
  },
});
