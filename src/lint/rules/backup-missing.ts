/** Data that exist once. */
import { quote } from '../../base/quote.js';
import { protectedStores } from '../exposure.js';
import { defineRule } from '../rule.js';

export const backupMissing = defineRule({
  id: 'backup-missing',
  group: 'security',
  summary: 'Personal or confidential data without a backup',
  severity: 'warning',
  level: 'strict',
  why:
    'One wrong import overwrites ten years of customer history, one encrypting virus takes the rest. Without a copy in another place the ' +
    'sales team begins again with the business cards in the drawer. Say how often a copy is made and where it goes; what is not written down ' +
    'is not checked.',
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
    for (const { store, protection } of protectedStores(process)) {
      if (protection.backup?.every !== undefined) continue;
      yield {
        message: `${quote(store.id)} has no backup with a period.`,
        at: at(store, 'protection', 'backup'),
        hint: 'Add backup: {every: 1d, to: …, restore-test: 3mo}.',
      };
    }
  },
});
