/** Inputs and outputs that are stores, at steps that do not read or write them. */
import { quote } from '../../base/quote.js';
import type { Store } from '../../model/process.js';
import type { Text } from '../../model/text.js';
import { defineRule } from '../rule.js';

export const inputNotRead = defineRule({
  id: 'input-not-read',
  group: 'data',
  summary: 'An input or output is named like a store or its data, and the step does not read or write it',
  severity: 'info',
  level: 'strict',
  why:
    'The SOP says that the step needs the customer base, the data-flow picture shows no line to it, and the table of rights was made from the picture. Say it once and in the place that can be checked: ' +
    'reads and writes name the store, inputs and outputs name papers and things.',
  bad: `trackflow: 1
title: 客户回访
stores: {crm: {name: 客户库, fields: {basic: {姓名: internal}}}}
nodes:
  start: {type: start, name: 到回访日, next: look}
  look: {name: 查看记录, reads: [crm], next: call}
  call:
    name: 致电客户
    inputs: [客户库] # ✗
    next: done
  done: {type: end, name: 回访完成}
`,
  good: `trackflow: 1
title: 客户回访
stores: {crm: {name: 客户库, fields: {basic: {姓名: internal}}}}
nodes:
  start: {type: start, name: 到回访日, next: look}
  look: {name: 查看记录, reads: [crm], next: call}
  call:
    name: 致电客户
    reads: [crm]
    next: done
  done: {type: end, name: 回访完成}
`,
  *check({ process, at }) {
    const named = new Map<string, { readonly store: Store; readonly place: string }>();
    for (const store of process.stores) {
      for (const group of store.groups) {
        if (group.name)
          for (const name of namesIn(group.name)) named.set(name, { store, place: `${store.id}.${group.id}` });
      }
      for (const name of namesIn(store.name)) named.set(name, { store, place: store.id });
    }
    for (const node of process.nodes) {
      for (const [part, use] of [
        ['inputs', 'reads'],
        ['outputs', 'writes'],
      ] as const) {
        for (const [index, text] of node[part].entries()) {
          const found = namesIn(text).flatMap((name) => named.get(name) ?? [])[0];
          if (found === undefined || node[use].some(({ store }) => store === found.store.id)) continue;
          yield {
            message: `${quote(node.id)} names ${quote(Object.values(text)[0] ?? '')} under ${part}, which is ${quote(found.place)}, but does not say that it ${use} it.`,
            at: at(node, part, index),
            hint: `Write ${use}: [${found.place}] instead.`,
          };
        }
      }
    }
  },
});

function namesIn(text: Text): readonly string[] {
  return Object.values(text).map((words) => words.normalize('NFKC').toLowerCase().trim());
}
