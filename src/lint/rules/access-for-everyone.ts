/** Personal data open to the whole house. */
import { quote, quoteSome } from '../../base/quote.js';
import { dataUseOf, fieldsAt, fieldsOfKind, personal } from '../data-use.js';
import { grantsFor, isExternal } from '../parties.js';
import { defineRule } from '../rule.js';

export const accessForEveryone = defineRule({
  id: 'access-for-everyone',
  group: 'security',
  summary: 'Everybody in the flow may see all personal data',
  severity: 'warning',
  level: 'recommended',
  why:
    'Not everyone who has a step needs to see every customer: marketing needs figures, finance the invoice, sales their own accounts. ' +
    'Where all may see all, one careless or disloyal colleague is enough. Grant the right to those whose steps need it, and limit it with ' +
    'only: to their own customers or to certain fields. Asked from four owners on, and only where some of them have no step that reads or writes ' +
    'the personal fields.',
  bad: `trackflow: 1
title: Customer data
owners: {sales: {name: Sales}, service: {name: Service}, marketing: {name: Marketing}, finance: {name: Finance}}
stores:
  crm:
    name: CRM
    fields: {basic: {name: personal, phone: personal}}
    access:
      sales: cru # ✗
      service: cr
      marketing: r
      finance: r
    protection: {encryption: [at-rest, in-transit], audit: true}
nodes:
  start: {type: start, name: Inquiry arrives, owner: marketing, next: record}
  record: {name: Record the lead, owner: service, writes: [crm], next: call}
  call: {name: Call the lead, owner: sales, reads: [crm], next: bill}
  bill: {name: Send the invoice, owner: finance, reads: [crm], next: done}
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
      sales: {may: cru, only: Their own customers}
      service: cr
      finance: {may: r, only: Customers with an open invoice}
    protection: {encryption: [at-rest, in-transit], audit: true}
nodes:
  start: {type: start, name: Inquiry arrives, owner: marketing, next: record}
  record: {name: Record the lead, owner: service, writes: [crm], next: call}
  call: {name: Call the lead, owner: sales, reads: [crm], next: bill}
  bill: {name: Send the invoice, owner: finance, reads: [crm], next: done}
  done: {type: end, name: Invoice sent, owner: finance}
`,
  options: {
    least: { kind: 'number', default: 4, least: 2, summary: 'Owners with steps from which on it is everybody' },
  },
  *check({ process, facts, options, at }) {
    const working = [...new Set(process.nodes.flatMap(({ owner }) => owner ?? []))].filter((id) => {
      const owner = facts.owner(id);
      return owner !== undefined && owner.kind !== 'system' && !isExternal(owner);
    });
    if (working.length < options.least) return;
    const { readsOf, writesOf } = dataUseOf(process);
    for (const store of process.stores) {
      if (fieldsOfKind(store, personal).length === 0) continue;
      const seesAll = (id: string): boolean =>
        grantsFor(process, store, id).some(({ read, only }) => read && only === undefined);
      if (!working.every(seesAll)) continue;
      // Whoever enters or mends the personal fields needs them as much as whoever looks at them.
      const needing = new Set(
        [...readsOf(store.id), ...writesOf(store.id)]
          .filter(({ place }) => fieldsAt(store, place).some(({ sensitivity }) => personal.includes(sensitivity)))
          .map(({ node }) => node.owner),
      );
      const needless = working.filter((id) => !needing.has(id));
      if (needless.length === 0) continue;
      yield {
        message: `All ${working.length} owners in this flow may see all personal data in ${quote(store.id)}, and no step of ${quoteSome(needless)} reads or writes them.`,
        at: at(store, 'access'),
        hint: 'Grant the right to those whose steps need it, and limit it with only:.',
      };
    }
  },
});
