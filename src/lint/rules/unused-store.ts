/** Stores that the flow has nothing to do with. */
import { quote } from '../../base/quote.js';
import { dataUseOf, isOwn } from '../data-use.js';
import { defineRule } from '../rule.js';

export const unusedStore = defineRule({
  id: 'unused-store',
  group: 'data',
  summary: 'A store that no step reads or writes',
  severity: 'warning',
  level: 'recommended',
  why:
    'Either a step does use it and does not say so, and then access, audit and the data-flow picture are wrong; or it is left over from an older ' +
    'version, and people keep a spreadsheet alive because the document lists it. Write reads and writes at the steps, or take the store out. Stores of a library are not reported.',
  bad: `trackflow: 1
title: 线索登记
stores:
  crm: {name: 客户库}
  sheet: {name: 旧客户表, kind: file} # ✗
nodes:
  start: {type: start, name: 收到咨询, next: record}
  record: {name: 登记线索, writes: [crm], next: done}
  done: {type: end, name: 线索已登记}
`,
  good: `trackflow: 1
title: 线索登记
stores:
  crm: {name: 客户库}
nodes:
  start: {type: start, name: 收到咨询, next: record}
  record: {name: 登记线索, writes: [crm], next: done}
  done: {type: end, name: 线索已登记}
`,
  fixable: 'unsafe',
  *check({ process, at, placeOf }) {
    const { readsOf, writesOf } = dataUseOf(process);
    for (const store of process.stores) {
      if (!isOwn(process, store) || readsOf(store.id).length + writesOf(store.id).length > 0) continue;
      yield {
        message: `No step reads or writes ${quote(store.id)}.`,
        at: at(store),
        hint: 'Name it under reads: or writes: of the steps that use it, or take it out.',
        fix: { title: `Take ${quote(store.id)} out`, safe: false, changes: [{ kind: 'remove', ...placeOf(store) }] },
      };
    }
  },
});
