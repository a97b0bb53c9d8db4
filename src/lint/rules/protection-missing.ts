/** Personal data without a word on how they are kept safe. */
import { quote } from '../../base/quote.js';
import { fieldsOfKind, personal } from '../data-use.js';
import { defineRule } from '../rule.js';

export const protectionMissing = defineRule({
  id: 'protection-missing',
  group: 'security',
  summary: 'Personal data of which nothing says how they are protected',
  severity: 'warning',
  level: 'recommended',
  why:
    'Names and phone numbers of customers fall under data protection law from the first record on. If the flow does not say how they are ' +
    'encrypted, backed up, watched and deleted, everybody thinks that somebody else has seen to it, and the first inquiry or the first lost ' +
    'laptop shows that nobody has. Write protection: at the store. Data that identify nobody are not asked about.',
  bad: `trackflow: 1
title: 客户资料
owners: {sales: {name: 销售}, data: {name: 数据管理员}}
stores:
  crm: # ✗
    name: 客户库
    fields: {basic: {姓名: personal, 手机: personal, 公司: internal}}
    access: {sales: cru, data: rud}
nodes:
  start: {type: start, name: 客户留下名片, owner: sales, next: record}
  record: {name: 录入客户资料, owner: sales, writes: [crm], next: check}
  check: {name: 核对客户资料, owner: data, reads: [crm], next: done}
  done: {type: end, name: 资料可用, owner: sales}
`,
  good: `trackflow: 1
title: 客户资料
owners: {sales: {name: 销售}, data: {name: 数据管理员}}
stores:
  crm:
    name: 客户库
    fields: {basic: {姓名: personal, 手机: personal, 公司: internal}}
    access: {sales: cru, data: rud}
    protection:
      encryption: [at-rest, in-transit]
      backup: {every: 1d, to: 异地机房, restore-test: 3mo}
      audit: true
      retention: 3y
nodes:
  start: {type: start, name: 客户留下名片, owner: sales, next: record}
  record: {name: 录入客户资料, owner: sales, writes: [crm], next: check}
  check: {name: 核对客户资料, owner: data, reads: [crm], next: done}
  done: {type: end, name: 资料可用, owner: sales}
`,
  *check({ process, at }) {
    for (const store of process.stores) {
      const [first] = [...fieldsOfKind(store, ['sensitive']), ...fieldsOfKind(store, personal)];
      if (first === undefined || store.protection !== undefined) continue;
      yield {
        message: `${quote(store.id)} holds ${first.sensitivity} data such as ${quote(first.id)}, and nothing says how they are protected.`,
        at: at(store),
        hint: 'Add protection: with encryption, backup, audit and retention.',
        related: [{ message: 'personal data', span: at(first) }],
      };
    }
  },
});
