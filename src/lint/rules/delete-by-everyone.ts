/** Records that anybody can make disappear. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const deleteByEveryone = defineRule({
  id: 'delete-by-everyone',
  group: 'security',
  summary: 'Everybody with access may delete',
  severity: 'warning',
  level: 'recommended',
  why:
    'A lost deal is embarrassing, and a deleted one never happened. Where everybody who works with the records may delete them, statistics ' +
    'get prettier and evidence gets lost, by mistake more often than on purpose. Let one administrator delete, on request and with a trace; ' +
    'the others mark a record as closed.',
  bad: `trackflow: 1
title: Customer data
owners: {sales: {name: Sales}, service: {name: Service}, marketing: {name: Marketing}, finance: {name: Finance}}
stores:
  crm:
    name: CRM
    fields: {basic: {name: personal, phone: personal}}
    access:
      sales: crud # ✗
      service: crud
    protection: {encryption: [at-rest, in-transit], audit: true}
nodes:
  start: {type: start, name: Inquiry arrives, owner: marketing, next: record}
  record: {name: Record the lead, owner: service, writes: [crm], next: call}
  call: {name: Call the lead, owner: sales, reads: [crm], next: bill}
  bill: {name: Send the invoice, owner: finance, next: done}
  done: {type: end, name: Invoice sent, owner: finance}
`,
  good: `trackflow: 1
title: Customer data
owners: {sales: {name: Sales}, service: {name: Service}, marketing: {name: Marketing}, finance: {name: Finance}}
stores:
  crm:
    name: CRM
    fields: {basic: {name: personal, phone: personal}}
    access:
      sales: cru
      service: crud
    protection: {encryption: [at-rest, in-transit], audit: true}
nodes:
  start: {type: start, name: Inquiry arrives, owner: marketing, next: record}
  record: {name: Record the lead, owner: service, writes: [crm], next: call}
  call: {name: Call the lead, owner: sales, reads: [crm], next: bill}
  bill: {name: Send the invoice, owner: finance, next: done}
  done: {type: end, name: Invoice sent, owner: finance}
`,
  *check({ process, at }) {
    for (const store of process.stores) {
      if (store.access.length < 2 || !store.access.every((grant) => grant.delete)) continue;
      yield {
        message: `All ${store.access.length} who have access to ${quote(store.id)} may delete its records.`,
        at: at(store, 'access'),
        hint: 'Leave d to one of them, and let the others mark records as closed.',
      };
    }
  },
});
