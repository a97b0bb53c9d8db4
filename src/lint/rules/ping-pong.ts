/** Two owners that play a case back and forth. */
import { quote } from '../../base/quote.js';
import { isExternal } from '../parties.js';
import { defineRule } from '../rule.js';
import { tellWay, waysOf } from '../ways.js';

/** A row of handovers between the same two: how many, and the nodes where each began. */
interface Rally {
  readonly with: string;
  readonly count: number;
  readonly at: string;
  readonly before: Rally | undefined;
}

export const pingPong = defineRule({
  id: 'ping-pong',
  group: 'complexity',
  summary: 'A case goes back and forth between the same two owners',
  severity: 'warning',
  level: 'recommended',
  why:
    'Service records, sales checks, service completes, sales checks again: each round costs a day in the in-tray, and neither of the two answers for the ' +
    'whole. Give what belongs together to one of them, or sit together once. To and fro with the customer is business and is not counted.',
  bad: `trackflow: 1
title: 线索登记
owners: {service: {name: 客服}, sales: {name: 销售}}
nodes:
  start: {type: start, name: 收到咨询, owner: service, next: record}
  record: {name: 登记线索, owner: service, next: check}
  check: {name: 查重线索, owner: sales, next: complete}
  complete: {name: 补全资料, owner: service, next: grade}
  grade: {name: 线索评级, owner: sales, next: tell}
  tell: # ✗
    name: 通知客户
    owner: service
    next: call
  call: {name: 联系客户, owner: sales, next: done}
  done: {type: end, name: 已联系, owner: sales}
`,
  good: `trackflow: 1
title: 线索登记
owners: {service: {name: 客服}, sales: {name: 销售}}
nodes:
  start: {type: start, name: 收到咨询, owner: service, next: record}
  record: {name: 登记线索, owner: service, next: check}
  check: {name: 查重线索, owner: service, next: complete}
  complete: {name: 补全资料, owner: service, next: tell}
  tell: {name: 通知客户, owner: service, next: grade}
  grade: {name: 线索评级, owner: sales, next: call}
  call: {name: 联系客户, owner: sales, next: done}
  done: {type: end, name: 已联系, owner: sales}
`,
  options: {
    most: { kind: 'number', default: 3, least: 2, summary: 'Handovers in a row between the same two owners' },
  },
  *check({ process, facts, options, at }) {
    const { order, into } = waysOf(process);
    const rallies = new Map<string, readonly Rally[]>();
    const told = new Set<string>();
    for (const node of order) {
      const owner = node.owner;
      if (owner === undefined || isExternal(facts.owner(owner))) continue;
      // One row for each opponent, the longest.
      const here = new Map<string, Rally>();
      const offer = (rally: Rally): void => {
        if (rally.count > (here.get(rally.with)?.count ?? 0)) here.set(rally.with, rally);
      };
      for (const { from } of into(node.id)) {
        const other = facts.node(from)?.owner;
        if (other === undefined || isExternal(facts.owner(other))) continue;
        const past = rallies.get(from) ?? [];
        if (other === owner) past.forEach(offer);
        else {
          const before = past.find((rally) => rally.with === owner);
          offer({ with: other, count: (before?.count ?? 0) + 1, at: node.id, before });
        }
      }
      rallies.set(node.id, [...here.values()]);
      for (const rally of here.values()) {
        const pair = [owner, rally.with].sort().join(' ');
        if (rally.count <= options.most || rally.at !== node.id || told.has(pair)) continue;
        told.add(pair);
        const way: string[] = [];
        for (let each: Rally | undefined = rally; each !== undefined; each = each.before) way.unshift(each.at);
        yield {
          message: `Up to ${quote(node.id)}, the case changes hands ${rally.count} times between ${quote(owner)} and ${quote(rally.with)}: ${tellWay(way)}.`,
          at: at(node),
          hint: 'Give what belongs together to one of the two, or let them do it in one meeting.',
          related: way.flatMap((id) => {
            const step = facts.node(id);
            return step === undefined || id === node.id ? [] : [{ message: 'changes hands here', span: at(step) }];
          }),
        };
      }
    }
  },
});
