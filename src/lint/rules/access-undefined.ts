/** Personal data, and no word on who may see them. */
import { quote } from '../../base/quote.js';
import { fieldsOfKind, guarded } from '../data-use.js';
import { defineRule } from '../rule.js';

export const accessUndefined = defineRule({
  id: 'access-undefined',
  group: 'security',
  summary: 'Personal or confidential data without a list of who may do what',
  severity: 'warning',
  level: 'strict',
  why:
    'If nobody has said who may see the customers, the answer in life is everyone with a password, the trainee and the leaver included. ' +
    'Staff see their own customers, managers more, administrators all: write it as access: at the store, so that rights and process can be ' +
    'compared.',
  bad: `trackflow: 1
title: 客户资料
owners: {sales: {name: 销售}, data: {name: 数据管理员}}
stores:
  crm: # ✗
    name: 客户库
    fields: {basic: {姓名: personal, 手机: personal, 公司: internal}}
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
      const [first] = fieldsOfKind(store, guarded);
      if (first === undefined || store.access.length > 0) continue;
      yield {
        message: `Nothing says who may do what with ${quote(store.id)}, which holds ${first.sensitivity} data.`,
        at: at(store),
        hint: 'Add access: with the rights of each owner, such as {sales: {may: cru, only: Their own customers}}.',
      };
    }
  },
});
