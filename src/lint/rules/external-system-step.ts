/** System steps in the lane of an outsider. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const externalSystemStep = defineRule({
  id: 'external-system-step',
  group: 'responsibility',
  summary: 'A customer owns a step that our system does',
  severity: 'warning',
  level: 'recommended',
  why:
    'In the lane of the customer stands what the customer does. A step that our system does by itself there says that nobody of ours is to blame when it fails, ' +
    'and nobody is called when it does. Give it to the system or to the one who runs it; an approval by our rules is ours as well.',
  bad: `trackflow: 1
title: Web orders
owners: {customer: {name: Customer, kind: customer}, shop: {name: Shop, kind: system}}
nodes:
  start: {type: start, name: Customer pays, owner: customer, next: confirm}
  confirm:
    kind: system
    name: Confirm the order
    owner: customer # ✗
    next: ship
  ship: {name: Order the parcel, owner: shop, next: done}
  done: {type: end, name: Order confirmed, owner: shop}
`,
  good: `trackflow: 1
title: Web orders
owners: {customer: {name: Customer, kind: customer}, shop: {name: Shop, kind: system}}
nodes:
  start: {type: start, name: Customer pays, owner: customer, next: confirm}
  confirm:
    kind: system
    name: Confirm the order
    owner: shop
    next: ship
  ship: {name: Order the parcel, owner: shop, next: done}
  done: {type: end, name: Order confirmed, owner: shop}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'task' || node.kind !== 'system') continue;
      const owner = facts.owner(node.owner ?? '');
      // A partner's system may well be the partner's.
      if (owner?.kind !== 'customer') continue;
      yield {
        message: `${quote(node.id)} is done by a system, but stands in the lane of ${quote(owner.id)}.`,
        at: at(node, 'owner'),
        hint: 'Give it to the system, or to the one of yours who runs it.',
      };
    }
  },
});
