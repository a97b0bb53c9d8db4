/** Customers who are forgotten when they have signed. */
import { quote } from '../../base/quote.js';
import { walk } from '../facts.js';
import { waysOf } from '../ways.js';
import { isAfterSales, isAssignment, isDeal } from '../words/subjects.js';
import { defineRule } from '../rule.js';

export const afterSalesMissing = defineRule({
  id: 'after-sales-missing',
  group: 'customer',
  summary: 'Nothing comes after the deal',
  severity: 'info',
  level: 'strict',
  why:
    'A new customer costs far more than a second order, and this flow ends with the first. Nobody asks whether the product works, nobody ' +
    'hears the complaint before the review on the web, and the next need goes to whoever calls. Lead the deal on to delivery, a first ' +
    'call, support or a regular contact, here or in a subflow, or end where another flow takes over by naming it so.',
  bad: `trackflow: 1
title: Sales
owners: {customer: {name: Customer, kind: customer}, sales: {name: Sales}}
nodes:
  start: {type: start, name: Lead arrives, owner: customer, next: call}
  call: {name: Call the lead, owner: sales, next: sign}
  sign: # ✗
    name: Sign the contract
    owner: sales
    next: won
  won: {type: end, name: Deal won, owner: sales, outcome: success}
`,
  good: `trackflow: 1
title: Sales
owners: {customer: {name: Customer, kind: customer}, sales: {name: Sales}}
nodes:
  start: {type: start, name: Lead arrives, owner: customer, next: call}
  call: {name: Call the lead, owner: sales, next: sign}
  sign:
    name: Sign the contract
    owner: sales
    next: onboard
  onboard: {name: Make the first call after delivery, owner: sales, next: support}
  support: {name: Support the customer, owner: sales, next: won}
  won: {type: end, name: Deal won, owner: sales, outcome: success}
`,
  *check({ process, at }) {
    const { order, out } = waysOf(process);
    if (!process.owners.some(({ kind }) => kind === 'customer')) return;
    // In the order of work: what comes before the last of them is on its way to the deal.
    const deals = order.filter((node) => node.type === 'task' && isDeal(node));
    const after = walk(
      deals.flatMap(({ id }) => out(id).map(({ to }) => to)),
      (id) => out(id).map(({ to }) => to),
    );
    const deal = deals.at(-1);
    if (deal === undefined) return;
    const goesOn = process.nodes.some(
      (node) =>
        after.has(node.id) &&
        (node.type === 'subflow' || isAfterSales(node) || isAssignment(node) || node.cadence.length > 0),
    );
    if (goesOn) return;
    yield {
      message: `After ${quote(deal.id)} nothing is done for the customer any more.`,
      at: at(deal),
      hint: 'Lead on to delivery, a first call, support or regular contact, here or in a subflow.',
    };
  },
});
