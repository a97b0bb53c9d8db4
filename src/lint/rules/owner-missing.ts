/** Work that nobody is named for, where others are. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const ownerMissing = defineRule({
  id: 'owner-missing',
  group: 'responsibility',
  summary: 'A task without an owner, in a flow that names owners',
  severity: 'warning',
  level: 'recommended',
  why:
    'The lead that belongs to nobody is the lead that nobody calls. Where the other steps say who does them, a step that does not is overlooked by all: ' +
    'it stands in no lane and in no handbook. Give it an owner. A sketch in which most steps have none yet is left alone.',
  bad: `trackflow: 1
title: 线索登记
owners: {service: {name: 客服}, sales: {name: 销售}}
nodes:
  start: {type: start, name: 收到咨询, next: record}
  record: {name: 登记线索, owner: service, next: call}
  call: # ✗
    name: 联系客户
    next: offer
  offer: {name: 发送方案, owner: sales, next: done}
  done: {type: end, name: 方案已发}
`,
  good: `trackflow: 1
title: 线索登记
owners: {service: {name: 客服}, sales: {name: 销售}}
nodes:
  start: {type: start, name: 收到咨询, next: record}
  record: {name: 登记线索, owner: service, next: call}
  call:
    name: 联系客户
    owner: sales
    next: offer
  offer: {name: 发送方案, owner: sales, next: done}
  done: {type: end, name: 方案已发}
`,
  *check({ process, at }) {
    const work = process.nodes.filter(({ type }) => type === 'task' || type === 'subflow');
    const without = work.filter(({ owner }) => owner === undefined);
    if (without.length * 2 >= work.length) return;
    for (const node of without) {
      yield {
        message: `Nobody is named for ${quote(node.id)}; the other steps have owners.`,
        at: at(node),
        hint: 'Add owner: with the id of the one who does it.',
      };
    }
  },
});
