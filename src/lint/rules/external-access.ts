/** Outsiders who may see everybody. */
import { quote } from '../../base/quote.js';
import { fieldsOfKind, guarded } from '../data-use.js';
import { isExternal } from '../parties.js';
import { defineRule } from '../rule.js';

export const externalAccess = defineRule({
  id: 'external-access',
  group: 'security',
  summary: 'A customer or partner with access to all records',
  severity: 'warning',
  level: 'recommended',
  why:
    'A customer who may read the store may, as written, read every other customer. What is meant is almost always their own data, and ' +
    'whoever builds the system from this table has to know it. Say with only: which records an outsider may see. Stores without personal or ' +
    'confidential data are not looked at.',
  bad: `trackflow: 1
title: Shop
owners: {shopper: {name: Shopper, kind: customer}, shop: {name: Shop, kind: system}}
stores:
  crm:
    name: Customers
    fields: {basic: {name: personal, phone: personal}}
    access:
      shopper: cru # ✗
      shop: cru
    protection: {encryption: [at-rest, in-transit], audit: true}
nodes:
  start: {type: start, name: Shopper visits, owner: shopper, next: sign-up}
  sign-up: {name: Sign up, owner: shopper, writes: [crm.basic], next: greet}
  greet: {name: Greet the shopper, owner: shop, reads: [crm.basic], next: done}
  done: {type: end, name: Signed up, owner: shop}
`,
  good: `trackflow: 1
title: Shop
owners: {shopper: {name: Shopper, kind: customer}, shop: {name: Shop, kind: system}}
stores:
  crm:
    name: Customers
    fields: {basic: {name: personal, phone: personal}}
    access:
      shopper: {may: cru, only: Their own data}
      shop: cru
    protection: {encryption: [at-rest, in-transit], audit: true}
nodes:
  start: {type: start, name: Shopper visits, owner: shopper, next: sign-up}
  sign-up: {name: Sign up, owner: shopper, writes: [crm.basic], next: greet}
  greet: {name: Greet the shopper, owner: shop, reads: [crm.basic], next: done}
  done: {type: end, name: Signed up, owner: shop}
`,
  *check({ process, facts, at }) {
    for (const store of process.stores) {
      const [first] = fieldsOfKind(store, guarded);
      if (first === undefined) continue;
      for (const grant of store.access) {
        // Whoever may only create sees nothing of others.
        if (grant.only !== undefined || !isExternal(facts.owner(grant.owner))) continue;
        if (!grant.read && !grant.update && !grant.delete) continue;
        yield {
          message: `${quote(grant.owner)} stands outside of the organisation and has access to all records in ${quote(store.id)}.`,
          at: at(grant),
          hint: 'Limit it: {may: …, only: Their own data}.',
        };
      }
    }
  },
});
