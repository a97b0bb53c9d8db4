/** Data that are kept for ever. */
import { quote } from '../../base/quote.js';
import { protectedStores } from '../exposure.js';
import { defineRule } from '../rule.js';

export const retentionMissing = defineRule({
  id: 'retention-missing',
  group: 'security',
  summary: 'Personal or confidential data without a time after which they are deleted',
  severity: 'warning',
  level: 'strict',
  why:
    'What is kept without need can only do harm: it is asked for in lawsuits, lost in leaks, and old addresses spoil every mailing. The law ' +
    'wants personal data deleted when their purpose is over. Write how long records are kept; contracts and invoices have terms of their ' +
    'own.',
  bad: `trackflow: 1
title: 客户资料
owners: {sales: {name: 销售}, data: {name: 数据管理员}}
stores:
  crm:
    name: 客户库
    fields: {basic: {姓名: personal, 手机: personal, 公司: internal}}
    access: {sales: cru, data: rud}
    protection: # ✗
      encryption: [at-rest, in-transit]
      backup: {every: 1d, to: 异地机房, restore-test: 3mo}
      audit: true
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
    for (const { store, protection } of protectedStores(process)) {
      if (protection.retention !== undefined) continue;
      yield {
        message: `Nothing says how long records in ${quote(store.id)} are kept.`,
        at: at(store, 'protection', 'retention'),
        hint: 'Add retention: with a time, such as 3y.',
      };
    }
  },
});
