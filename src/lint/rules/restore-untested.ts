/** Backups that were never tried. */
import { quote } from '../../base/quote.js';
import { protectedStores } from '../exposure.js';
import { defineRule } from '../rule.js';

export const restoreUntested = defineRule({
  id: 'restore-untested',
  group: 'security',
  summary: 'A backup of which nobody tries whether it can be restored',
  severity: 'warning',
  level: 'strict',
  why:
    'A backup that was never restored is a hope. The day it is needed is the day on which one learns that the disk was full since March. ' +
    'Have a restore rehearsed and write how often: with restore-test at the backup, and best as a step of the flow with an owner and a ' +
    'record.',
  bad: `trackflow: 1
title: 客户资料
owners: {sales: {name: 销售}, data: {name: 数据管理员}}
stores:
  crm:
    name: 客户库
    fields: {basic: {姓名: personal, 手机: personal, 公司: internal}}
    access: {sales: cru, data: rud}
    protection:
      encryption: [at-rest, in-transit]
      backup: {every: 1d, to: 异地机房} # ✗
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
      if (protection.backup === undefined || protection.backup.restoreTest !== undefined) continue;
      yield {
        message: `Nobody tries whether the backup of ${quote(store.id)} can be restored.`,
        at: at(store, 'protection', 'backup'),
        hint: 'Add restore-test: with a period, such as 3mo.',
      };
    }
  },
});
