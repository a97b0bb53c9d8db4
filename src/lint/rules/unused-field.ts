/** Fields that no step touches. */
import { quote } from '../../base/quote.js';
import { dataUseOf, isOwn, overlap } from '../data-use.js';
import { defineRule } from '../rule.js';

export const unusedField = defineRule({
  id: 'unused-field',
  group: 'data',
  summary: 'A field or group of fields that no step reads or writes',
  severity: 'info',
  level: 'strict',
  why:
    'A field that no step fills is empty in every record, and one that is filled without need is a burden: each one is asked for, typed, protected and, if personal, accounted for to the ' +
    'authority. Collect only what some step uses. A step that names the whole store or group uses all of its fields; stores of a library are not reported.',
  bad: `trackflow: 1
title: Leads
stores:
  crm:
    name: CRM
    fields:
      basic: {phone: internal, fax: internal} # ✗
      hobby: {sport: internal} # ✗
nodes:
  start: {type: start, name: Lead arrives, next: record}
  record: {name: Record the lead, writes: [crm.basic.phone], next: call}
  call: {name: Call the lead, reads: [crm.basic.phone], next: done}
  done: {type: end, name: Lead called}
`,
  good: `trackflow: 1
title: Leads
stores:
  crm:
    name: CRM
    fields:
      basic: {phone: internal}
nodes:
  start: {type: start, name: Lead arrives, next: record}
  record: {name: Record the lead, writes: [crm.basic.phone], next: call}
  call: {name: Call the lead, reads: [crm.basic.phone], next: done}
  done: {type: end, name: Lead called}
`,
  *check({ process, at }) {
    const { readsOf, writesOf } = dataUseOf(process);
    for (const store of process.stores) {
      const places = [...readsOf(store.id), ...writesOf(store.id)].map(({ place }) => place);
      if (!isOwn(process, store) || places.length === 0) continue; // unused-store speaks of those
      for (const group of store.groups) {
        const of = { store: store.id, group: group.id, span: group.span };
        if (!places.some((place) => overlap(place, of))) {
          yield {
            message: `No step reads or writes ${quote(`${store.id}.${group.id}`)}.`,
            at: at(group),
            hint: 'Name it at the steps that use it, or take it out.',
          };
          continue;
        }
        for (const field of group.fields) {
          if (places.some((place) => overlap(place, { ...of, field: field.id }))) continue;
          yield {
            message: `No step reads or writes ${quote(`${store.id}.${group.id}.${field.id}`)}.`,
            at: at(field),
            hint: 'Name it at the steps that use it, or do not collect it.',
          };
        }
      }
    }
  },
});
