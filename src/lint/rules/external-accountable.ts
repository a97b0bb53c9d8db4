/** Outsiders who are to answer for our work. */
import { quote } from '../../base/quote.js';
import { isExternal } from '../parties.js';
import { defineRule } from '../rule.js';

export const externalAccountable = defineRule({
  id: 'external-accountable',
  group: 'responsibility',
  summary: 'A customer or partner is to answer for a step of ours',
  severity: 'warning',
  level: 'recommended',
  why:
    'A customer can be late, but cannot be held to our time limits: nobody inside feels that it is up to them, and the case lies still. For a step that one of ours does, ' +
    "somebody of ours has to answer. What the customer does or decides stands in the customer's own lane.",
  bad: `trackflow: 1
title: Contract
owners: {customer: {name: Customer, kind: customer}, sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Offer is accepted, owner: customer, next: draft}
  draft:
    name: Draft the contract
    owner: sales
    accountable: customer # ✗
    informed: [manager]
    next: done
  done: {type: end, name: Contract sent, owner: sales}
`,
  good: `trackflow: 1
title: Contract
owners: {customer: {name: Customer, kind: customer}, sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Offer is accepted, owner: customer, next: draft}
  draft:
    name: Draft the contract
    owner: sales
    accountable: manager
    consulted: [customer]
    next: done
  done: {type: end, name: Contract sent, owner: sales}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      const accountable = facts.owner(node.accountable ?? '');
      if (accountable === undefined || !isExternal(accountable) || isExternal(facts.owner(node.owner ?? ''))) continue;
      yield {
        message: `${quote(accountable.id)} is to answer for ${quote(node.id)}, but stands outside of the organisation.`,
        at: at(node, 'accountable'),
        hint: 'Name one of your own; an outsider may be consulted or informed.',
      };
    }
  },
});
