/** Access that leaves no trace. */
import { quote } from '../../base/quote.js';
import { protectedStores } from '../exposure.js';
import { defineRule } from '../rule.js';

export const auditMissing = defineRule({
  id: 'audit-missing',
  group: 'security',
  summary: 'Access to personal or confidential data that nobody records',
  severity: 'warning',
  level: 'strict',
  why:
    'When a list of customers turns up at a competitor, the question is who exported it, and without an audit trail the answer is everybody ' +
    'and nobody. The trail also protects the honest colleague. Have access recorded and say so with audit: true; who reads the trail, and ' +
    'how often, deserves a step.',
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
      backup: {every: 1d, to: 异地机房, restore-test: 3mo}
      audit: false # ✗
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
      if (protection.audit === true) continue;
      yield {
        message: `Nobody records who looks at or changes ${quote(store.id)}.`,
        at: at(store, 'protection', 'audit'),
        hint: 'Have access recorded, and write audit: true.',
      };
    }
  },
});
