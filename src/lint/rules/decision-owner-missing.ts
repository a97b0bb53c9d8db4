/** Questions that nobody answers. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const decisionOwnerMissing = defineRule({
  id: 'decision-owner-missing',
  group: 'responsibility',
  summary: 'A decision or wait without an owner, in a flow that names owners',
  severity: 'warning',
  level: 'strict',
  why:
    'Who says whether the customer is qualified: the one who found the lead, or the one who must close it? They answer differently. And who looks ' +
    'after the case while it waits? A complete description names the one who decides and the one who keeps the date.',
  bad: `trackflow: 1
title: Leads
owners: {sales: {name: Sales}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, next: fits}
  fits: # ✗
    type: decision
    name: Does it fit?
    next: [{when: 'yes', to: won}, {otherwise: lost}]
  won: {type: end, name: Qualified, owner: sales, outcome: success}
  lost: {type: end, name: Unfit, owner: sales, outcome: neutral}
`,
  good: `trackflow: 1
title: Leads
owners: {sales: {name: Sales}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, next: fits}
  fits:
    type: decision
    name: Does it fit?
    owner: sales
    next: [{when: 'yes', to: won}, {otherwise: lost}]
  won: {type: end, name: Qualified, owner: sales, outcome: success}
  lost: {type: end, name: Unfit, owner: sales, outcome: neutral}
`,
  *check({ process, at }) {
    if (process.nodes.every(({ owner }) => owner === undefined)) return;
    for (const node of process.nodes) {
      if ((node.type !== 'decision' && node.type !== 'wait') || node.owner !== undefined) continue;
      yield {
        message:
          node.type === 'decision'
            ? `Nobody is named who decides ${quote(node.id)}.`
            : `Nobody looks after a case that waits at ${quote(node.id)}.`,
        at: at(node),
        hint: 'Add owner: with the id of the one who does.',
      };
    }
  },
});
