/** Rights that no step needs. */
import { quote } from '../../base/quote.js';
import { dataUseOf, isOwn } from '../data-use.js';
import { kin } from '../parties.js';
import { defineRule } from '../rule.js';

export const accessUnused = defineRule({
  id: 'access-unused',
  group: 'data',
  summary: 'A right that no step of its holder needs',
  severity: 'info',
  level: 'strict',
  presets: ['security'],
  why:
    'Rights that nobody uses are the ones that are misused, because nobody notices. Grant what the steps need and no more (least privilege). Looked at are those who own steps in this flow; whoever owns none, ' +
    'such as an administrator or an auditor, and the owner of the store have their reasons elsewhere. Stores of a library serve other flows and are not reported.',
  bad: `trackflow: 1
title: Tickets
stores:
  tickets:
    name: Tickets
    fields: {ticket: {problem: internal}}
    access:
      service: cru
      engineer: cru # ✗
      sales: r # ✗
owners: {service: {name: Service}, engineer: {name: Engineer}, sales: {name: Sales}}
nodes:
  start: {type: start, name: Complaint arrives, owner: sales, next: open}
  open: {name: Open a ticket, owner: service, writes: [tickets], next: repair}
  repair: {name: Repair the product, owner: engineer, reads: [tickets], next: done}
  done: {type: end, name: Ticket closed, owner: service}
`,
  good: `trackflow: 1
title: Tickets
stores:
  tickets:
    name: Tickets
    fields: {ticket: {problem: internal}}
    access:
      service: cru
      engineer: r
owners: {service: {name: Service}, engineer: {name: Engineer}, sales: {name: Sales}}
nodes:
  start: {type: start, name: Complaint arrives, owner: sales, next: open}
  open: {name: Open a ticket, owner: service, writes: [tickets], next: repair}
  repair: {name: Repair the product, owner: engineer, reads: [tickets], next: done}
  done: {type: end, name: Ticket closed, owner: service}
`,
  *check({ process, at }) {
    const { readsOf, writesOf } = dataUseOf(process);
    const working = new Set(process.nodes.map(({ owner }) => owner));
    for (const store of process.stores) {
      if (!isOwn(process, store)) continue;
      const readers = new Set(readsOf(store.id).map(({ node }) => node.owner));
      const writers = new Set(writesOf(store.id).map(({ node }) => node.owner));
      for (const grant of store.access) {
        const related = [...kin(process, grant.owner)];
        if (grant.owner === store.owner || !related.some((id) => working.has(id))) continue;
        const isReader = related.some((id) => readers.has(id));
        const isWriter = related.some((id) => writers.has(id));
        const mayWrite = grant.create || grant.update;
        if (isWriter || (isReader && !mayWrite)) continue;
        yield {
          message: isReader
            ? `${quote(grant.owner)} may change ${quote(store.id)}, and only ever reads it.`
            : `${quote(grant.owner)} has access to ${quote(store.id)}, and no step of theirs uses it.`,
          at: at(grant),
          hint: isReader
            ? 'Grant r, or name under writes: what is changed.'
            : 'Take the right away, or name the store at the step that uses it.',
        };
      }
    }
  },
});
