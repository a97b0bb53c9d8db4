/** Cases taken away before the time is up. */
import { quote } from '../../base/quote.js';
import { writeDuration } from '../times.js';
import { defineRule } from '../rule.js';

export const timeoutBeforeSla = defineRule({
  id: 'timeout-before-sla',
  group: 'time',
  summary: 'A timeout that strikes before the time limit, or before the wait, is over',
  severity: 'warning',
  level: 'recommended',
  why:
    'The colleague has two days for the call, and after one the case is taken away and given to somebody else: both have done everything ' +
    'right, and the customer is called twice. Let the escalation come when the limit is over and not before; a wait that always times out is ' +
    'no wait.',
  bad: `trackflow: 1
title: 线索跟进
owners: {sales: {name: 销售}, manager: {name: 主管}}
nodes:
  start: {type: start, name: 收到线索, owner: sales, next: call}
  call:
    name: 联系客户
    owner: sales
    sla: 2d
    timeout: {after: 1d, to: assign} # ✗
    next: done
  assign: {name: 重新分派线索, owner: manager, next: call}
  done: {type: end, name: 已联系, owner: sales}
`,
  good: `trackflow: 1
title: 线索跟进
owners: {sales: {name: 销售}, manager: {name: 主管}}
nodes:
  start: {type: start, name: 收到线索, owner: sales, next: call}
  call:
    name: 联系客户
    owner: sales
    sla: 1d
    timeout: {after: 2d, to: assign}
    next: done
  assign: {name: 重新分派线索, owner: manager, next: call}
  done: {type: end, name: 已联系, owner: sales}
`,
  *check({ process, at }) {
    for (const node of process.nodes) {
      const limit = node.sla ?? (node.type === 'wait' ? node.duration : undefined);
      const after = node.timeout?.after;
      if (limit === undefined || after === undefined) continue;
      const isWait = node.type === 'wait';
      if (isWait ? after.totalMinutes > limit.totalMinutes : after.totalMinutes >= limit.totalMinutes) continue;
      yield {
        message: isWait
          ? `${quote(node.id)} waits ${writeDuration(limit)}, but its timeout strikes after ${writeDuration(after)}: it never ends by itself.`
          : `${quote(node.id)} may take ${writeDuration(limit)}, but is taken away after ${writeDuration(after)}.`,
        at: at(node, 'timeout', 'after'),
        hint: isWait ? 'Leave one of the two out.' : 'Let the timeout come after the sla.',
        related: [
          { message: isWait ? 'how long it waits' : 'the time limit', span: at(node, isWait ? 'duration' : 'sla') },
        ],
      };
    }
  },
});
