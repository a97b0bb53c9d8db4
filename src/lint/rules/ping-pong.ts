/** Two owners that play a case back and forth. */
import { quote } from '../../base/quote.js';
import type { ProcessNode } from '../../model/process.js';
import { isExternal } from '../parties.js';
import { defineRule } from '../rule.js';
import { waysOf } from '../ways.js';

/** A row of handovers between the same two: who has the case, who had it before, how many, and the node where the last one was. */
interface Rally {
  readonly owner: string;
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
    'whole. Give what belongs together to one of them, or sit together once. Asking a colleague twice is ordinary work; to and fro with the customer is business, ' +
    'and passing on for a decision or an approval is meant to be: none of these is counted.',
  bad: `trackflow: 1
title: 线索登记
owners: {service: {name: 客服}, sales: {name: 销售}}
nodes:
  start: {type: start, name: 收到咨询, owner: service, next: record}
  record: {name: 登记线索, owner: service, next: check}
  check: {name: 查重线索, owner: sales, next: complete}
  complete: {name: 补全资料, owner: service, next: grade}
  grade: {name: 线索评级, owner: sales, next: tell}
  tell: {name: 通知客户, owner: service, next: call}
  call: # ✗
    name: 联系客户
    owner: sales
    next: done
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
    most: { kind: 'number', default: 4, least: 2, summary: 'Handovers in a row between the same two owners' },
  },
  *check({ process, facts, options, at }) {
    const { order, into } = waysOf(process);
    const rallies = new Map<string, readonly Rally[]>();
    const told = new Set<string>();
    for (const node of order) {
      const { owner } = node;
      if (isExternal(facts.owner(owner ?? ''))) continue;
      // The longest row for each two.
      const here = new Map<string, Rally>();
      const offer = (rally: Rally): void => {
        const key = JSON.stringify([rally.owner, rally.with]);
        if (rally.count > (here.get(key)?.count ?? -1)) here.set(key, rally);
      };
      const past = into(node.id).flatMap(({ from }) => rallies.get(from) ?? []);
      if (owner === undefined || !isWorkedOn(node)) past.forEach(offer);
      else {
        offer({ owner, with: '', count: 0, at: node.id, before: undefined });
        for (const rally of past) {
          if (rally.owner === owner) offer(rally);
          else {
            const isReturn = rally.with === owner;
            offer({
              owner,
              with: rally.owner,
              count: isReturn ? rally.count + 1 : 1,
              at: node.id,
              before: isReturn ? rally : undefined,
            });
          }
        }
      }
      rallies.set(node.id, [...here.values()]);
      for (const rally of here.values()) {
        const pair = [rally.owner, rally.with].sort().join(' ');
        if (rally.count <= options.most || rally.at !== node.id || told.has(pair)) continue;
        told.add(pair);
        const way: string[] = [];
        for (let each: Rally | undefined = rally; each !== undefined; each = each.before) way.unshift(each.at);
        yield {
          message: `Up to ${quote(node.id)}, the case changes hands ${rally.count} times between ${quote(rally.owner)} and ${quote(rally.with)}: ${tellHands(way, rally)}.`,
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

/** `service "record" → sales "check"`: the two take turns, and the last step is the rally's own. */
function tellHands(way: readonly string[], { owner, with: other }: Rally): string {
  const hands = way.map((id, index) => `${(way.length - index) % 2 === 1 ? owner : other} ${quote(id)}`);
  if (hands.length <= 8) return hands.join(' → ');
  return [...hands.slice(0, 4), `… ${hands.length - 7} more …`, ...hands.slice(-3)].join(' → ');
}

/** Passing on for a decision or an approval is meant to be to and fro; ends and bars are no work. */
function isWorkedOn(node: ProcessNode): boolean {
  return node.type === 'subflow' || node.type === 'wait' || (node.type === 'task' && node.kind !== 'approval');
}
