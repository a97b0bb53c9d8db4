/** Data that nobody answers for. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const storeOwnerMissing = defineRule({
  id: 'store-owner-missing',
  group: 'data',
  summary: 'A store that nobody answers for',
  severity: 'warning',
  level: 'strict',
  presets: ['security'],
  why:
    'Duplicates, dead addresses and forgotten accounts gather wherever nobody is in charge of the data as such: those who enter them answer for their own record only. Name one owner who decides what is ' +
    'kept, who gets access, and when it is deleted. In a data protection inquiry, it is the first question.',
  bad: `trackflow: 1
title: Leads
owners: {sales: {name: Sales}}
stores:
  crm: {name: CRM} # ✗
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: record}
  record: {name: Record the lead, owner: sales, writes: [crm], next: done}
  done: {type: end, name: Lead recorded, owner: sales}
`,
  good: `trackflow: 1
title: Leads
owners: {sales: {name: Sales}}
stores:
  crm: {name: CRM, owner: sales}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: record}
  record: {name: Record the lead, owner: sales, writes: [crm], next: done}
  done: {type: end, name: Lead recorded, owner: sales}
`,
  *check({ process, at }) {
    for (const store of process.stores) {
      if (store.owner !== undefined) continue;
      yield {
        message: `Nobody answers for the data in ${quote(store.id)}.`,
        at: at(store),
        hint: 'Add owner: with the id of the one who decides on its content and access.',
      };
    }
  },
});
