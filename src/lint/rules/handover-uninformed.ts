/** Customers handed to somebody who does not know. */
import { quote } from '../../base/quote.js';
import type { Edge } from '../../model/process.js';
import { isExternal, kin } from '../parties.js';
import { workAfter } from '../ways.js';
import { isAssignment } from '../words/subjects.js';
import { defineRule } from '../rule.js';

export const handoverUninformed = defineRule({
  id: 'handover-uninformed',
  group: 'customer',
  summary: 'A customer is assigned to somebody who is not told',
  severity: 'warning',
  level: 'strict',
  why:
    'The list says that the lead is now yours, and you find out on Friday. The customer has been told that you would call. Where a step ' +
    'assigns or hands over, the one who has to act next must learn of it: name them under informed, hand something over (outputs, carries), ' +
    'or reach them through a channel.',
  bad: `trackflow: 1
title: Leads
owners: {manager: {name: Manager}, sales: {name: Sales}}
nodes:
  start: {type: start, name: Lead arrives, owner: manager, next: assign}
  assign: # ✗
    name: Assign the lead
    owner: manager
    next: call
  call: {name: Call the lead, owner: sales, next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  good: `trackflow: 1
title: Leads
owners: {manager: {name: Manager}, sales: {name: Sales}}
nodes:
  start: {type: start, name: Lead arrives, owner: manager, next: assign}
  assign:
    name: Assign the lead
    owner: manager
    informed: [sales]
    next: call
  call: {name: Call the lead, owner: sales, next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'task' || node.owner === undefined || !isAssignment(node)) continue;
      if (
        node.outputs.length > 0 ||
        node.via.length > 0 ||
        facts.out(node.id).some(({ carries }) => carries.length > 0)
      )
        continue;
      const told = [...node.informed, ...node.consulted].flatMap((id) => [...kin(process, id)]);
      // Back to the call, too: whoever takes over there has not heard of it. An escalation later on is no part of the handover.
      const goesOn = (id: string): readonly Edge[] => facts.out(id).filter(({ kind }) => kind === 'next');
      const next = workAfter(process, node.id, goesOn).find(
        ({ id, owner }) =>
          id !== node.id &&
          owner !== undefined &&
          owner !== node.owner &&
          !told.includes(owner) &&
          !isExternal(facts.owner(owner)),
      );
      if (next?.owner === undefined) continue;
      yield {
        message: `${quote(node.id)} passes the customer on, but ${quote(next.owner)}, who acts next at ${quote(next.id)}, is not told.`,
        at: at(node),
        hint: `Add informed: [${next.owner}].`,
        related: [{ message: 'who acts next', span: at(next) }],
      };
    }
  },
});
