/** Time limits that cannot meet the target. */
import { quote } from '../../base/quote.js';
import type { ProcessNode } from '../../model/process.js';
import { tellTime } from '../times.js';
import { tellWay, waysOf } from '../ways.js';
import { defineRule } from '../rule.js';

export const slaOverKpi = defineRule({
  id: 'sla-over-kpi',
  group: 'time',
  summary: 'The time limits on some way add up to more than the target of a duration KPI',
  severity: 'warning',
  level: 'recommended',
  why:
    'Everybody keeps their own limit, and the figure is missed all the same: two hours here and four there are six, and the target says ' +
    'four. Then either nobody believes the target, or nobody believes the limits. Shorten a limit, do steps in parallel, or promise what can ' +
    'be kept. Counted are the limits (sla) and waits from the first node up to, and without, the last; ways through a timeout, loops and branches that by their chance fewer than one case in ten takes are ' +
    'not. How long a customer may take to answer is no limit of ours and counts only where that alone is more than the target. The last is told where its own limit is more than the whole target.',
  bad: `trackflow: 1
title: 首次响应
kpis:
  first-response:
    name: 首次响应时间
    measure: duration
    from: record
    to: call
    target: '<= 4h' # ✗
nodes:
  start: {type: start, name: 收到咨询, next: record}
  record: {name: 登记线索, sla: 2h, next: assign}
  assign: {name: 分派线索, sla: 4h, next: call}
  call: {name: 联系客户, sla: 4h, next: done}
  done: {type: end, name: 已联系}
`,
  good: `trackflow: 1
title: 首次响应
kpis:
  first-response:
    name: 首次响应时间
    measure: duration
    from: record
    to: call
    target: '<= 4h'
nodes:
  start: {type: start, name: 收到咨询, next: record}
  record: {name: 登记线索, sla: 2h, next: assign}
  assign: {name: 分派线索, sla: 1h, next: call}
  call: {name: 联系客户, sla: 4h, next: done}
  done: {type: end, name: 已联系}
`,
  *check({ process, facts, at }) {
    const { order, out } = waysOf(process);
    for (const kpi of process.kpis) {
      const { from, to, target } = kpi;
      if (kpi.measure !== 'duration' || from === undefined || to === undefined || from === to) continue;
      if (target?.duration === undefined || (target.comparator !== '<=' && target.comparator !== '<')) continue;
      // The longest time up to each node, and by which one.
      const reached = new Map<string, { readonly minutes: number; readonly before?: string }>([[from, { minutes: 0 }]]);
      for (const node of order) {
        const here = reached.get(node.id);
        if (here === undefined || node.id === to) continue;
        const minutes = here.minutes + minutesAt(node, target.value);
        for (const edge of out(node.id)) {
          if (edge.kind === 'timeout' || (edge.chance ?? 1) < rare) continue;
          if (minutes <= (reached.get(edge.to)?.minutes ?? -1)) continue;
          reached.set(edge.to, { minutes, before: node.id });
        }
      }
      const total = reached.get(to)?.minutes ?? 0;
      if (total <= target.value) {
        const last = facts.node(to);
        const own = last?.sla?.totalMinutes ?? 0;
        if (last === undefined || !reached.has(to) || own <= target.value) continue;
        yield {
          message: `${quote(to)} alone may take ${tellTime(own)}, more than the ${tellTime(target.value)} that ${quote(kpi.id)} allows from ${quote(from)} up to it.`,
          at: at(kpi, 'target'),
          hint: 'Shorten its limit, or set a target that can be kept.',
          related: [{ message: `takes up to ${tellTime(own)}`, span: at(last, 'sla') }],
        };
        continue;
      }
      const way: string[] = [];
      for (let id: string | undefined = to; id !== undefined; id = reached.get(id)?.before) way.unshift(id);
      const parts = process.nodes.filter(
        (node) => node.id !== to && way.includes(node.id) && minutesAt(node, target.value) > 0,
      );
      yield {
        message: `On the way ${tellWay(way)} the time limits add up to ${tellTime(total)}, more than the ${tellTime(target.value)} that ${quote(kpi.id)} allows.`,
        at: at(kpi, 'target'),
        hint: 'Shorten a limit, do steps in parallel, or set a target that can be kept.',
        related: parts.slice(0, 8).map((node) => ({
          message: `takes up to ${tellTime(minutesAt(node, target.value))}`,
          span: at(node, node.sla ? 'sla' : node.type === 'wait' && node.duration ? 'duration' : 'timeout'),
        })),
      };
    }
  },
});

/** The share of cases below which a branch is the exception that a target for all cases does not speak of. */
const rare = 0.1;

/** How long a case may stay, as far as that is said. What is awaited mostly comes sooner than its timeout. */
function minutesAt(node: ProcessNode, target: number): number {
  if (node.sla) return node.sla.totalMinutes;
  if (node.type !== 'wait') return 0;
  if (node.duration) return node.duration.totalMinutes;
  const most = node.timeout?.after.totalMinutes ?? 0;
  return node.until === undefined || most > target ? most : 0;
}
