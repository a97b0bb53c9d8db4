/** Data that are entered for nobody. */
import { quote } from '../../base/quote.js';
import { dataUseOf, isOwn, overlap, placeName } from '../data-use.js';
import type { Facts } from '../facts.js';
import { asksWhy, isFeedback } from '../words/subjects.js';
import { defineRule } from '../rule.js';

export const writtenNeverRead = defineRule({
  id: 'written-never-read',
  group: 'data',
  summary: 'Data that a step writes and no step reads',
  severity: 'info',
  level: 'strict',
  why:
    'Colleagues notice within a week that nobody looks at what they type, and from then on they type "ok". Let a step use the data (a decision, a report, the next contact), or do not ask for ' +
    'them: with personal data, the law says the same. Stores of a library may be read by other flows, and so may all data of a flow with subflows; these are not reported, ' +
    'nor is the reason that is noted right before an end without success: it is read by those who look at all cases together.',
  bad: `trackflow: 1
title: Visits
stores:
  crm: {name: CRM, fields: {visit: {summary: internal}}, access: {sales: cru}}
owners: {sales: {name: Sales}}
nodes:
  start: {type: start, name: Visit is due, owner: sales, next: visit}
  visit:
    name: Visit the customer
    owner: sales
    writes: [crm.visit] # ✗
    next: done
  done: {type: end, name: Visit recorded, owner: sales}
`,
  good: `trackflow: 1
title: Visits
stores:
  crm: {name: CRM, fields: {visit: {summary: internal}}, access: {sales: cru}}
owners: {sales: {name: Sales}}
nodes:
  start: {type: start, name: Visit is due, owner: sales, next: visit}
  visit:
    name: Visit the customer
    owner: sales
    reads: [crm.visit]
    writes: [crm.visit]
    next: done
  done: {type: end, name: Visit recorded, owner: sales}
`,
  *check({ process, facts, at }) {
    if (process.nodes.some(({ type }) => type === 'subflow')) return;
    const { writes, readsOf, store } = dataUseOf(process);
    const told = new Set<string>();
    for (const { node, place, index } of writes) {
      const home = store(place.store);
      const name = placeName(place);
      if (home === undefined || !isOwn(process, home) || told.has(name)) continue;
      if (isFeedback(home, place)) continue; // feedback-unused speaks of that
      if (asksWhy(node) && endsWithoutSuccess(facts, node.id)) continue; // loss-without-reason asks for it
      if (readsOf(place.store).some((read) => overlap(read.place, place))) continue;
      told.add(name);
      yield {
        message: `${quote(node.id)} writes ${quote(name)}, and no step ever reads it.`,
        at: at(node, 'writes', index),
        hint: 'Let the step that needs it read it, or do not ask for it.',
      };
    }
  },
});

function endsWithoutSuccess(facts: Facts, id: string): boolean {
  return facts.out(id).some(({ to }) => {
    const end = facts.node(to);
    return end?.type === 'end' && end.outcome !== 'success';
  });
}
