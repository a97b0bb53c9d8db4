/** Data that can be read by whoever gets hold of the disk or the line. */
import { quote } from '../../base/quote.js';
import { fieldsOfKind, personal } from '../data-use.js';
import { protectedStores } from '../exposure.js';
import { encryptions } from '../../model/process.js';
import { defineRule } from '../rule.js';

export const encryptionMissing = defineRule({
  id: 'encryption-missing',
  group: 'security',
  summary: 'Personal or confidential data that are not encrypted',
  severity: 'warning',
  level: 'recommended',
  why:
    'A stolen laptop, a sold hard disk, a guest in the wireless network: without encryption each of them is a leak that has to be reported ' +
    'to the authority and to every customer concerned. Personal data need it at rest and in transit; for confidential data at least one of ' +
    'the two is expected. Write where the data are encrypted, and if they are not yet, make it a task. Nobody encrypts paper: of a store that ' +
    'is a `document` and names no encryption nothing is asked.',
  bad: `trackflow: 1
title: 客户资料
owners: {sales: {name: 销售}, data: {name: 数据管理员}}
stores:
  crm:
    name: 客户库
    fields: {basic: {姓名: personal, 手机: personal, 公司: internal}}
    access: {sales: cru, data: rud}
    protection:
      encryption: [in-transit] # ✗
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
    for (const { store, protection, first } of protectedStores(process)) {
      // Paper, unless something is said of it that holds of files alone.
      const isPaper = store.kind === 'document' && protection.encryption.length === 0;
      if (isPaper) continue;
      const isPersonal = fieldsOfKind(store, personal).length > 0;
      const missing = encryptions.filter((place) => !protection.encryption.includes(place));
      if (missing.length === 0 || (!isPersonal && missing.length < encryptions.length)) continue;
      yield {
        message: `${quote(store.id)} holds ${isPersonal ? 'personal' : 'confidential'} data that are not encrypted ${missing.map((place) => place.replace('-', ' ')).join(' or ')}.`,
        at: at(store, 'protection', 'encryption'),
        hint: `See that they are, and add ${missing.join(', ')} to encryption:.${protection.encryption.length === 0 ? ' If they are on paper, the store is kind: document.' : ''}`,
        related: [{ message: 'what has to be protected', span: at(first) }],
      };
    }
  },
});
