/** Two plans for the same customer and channel. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const cadenceOverlap = defineRule({
  id: 'cadence-overlap',
  group: 'customer',
  summary: 'Two lines of a follow-up plan contact the same class through the same channel',
  severity: 'warning',
  level: 'recommended',
  why:
    'Weekly by phone says the one line, monthly by phone the other: the customer is called twice in the first week, and in training two ' +
    'colleagues learn two rules. Keep one line for each class and channel; what differs in content can stand in one line, what differs in ' +
    'rhythm deserves a channel of its own.',
  bad: `trackflow: 1
title: 客户跟进
segments: {key: {name: 重点客户}}
nodes:
  start: {type: start, name: 收到线索, next: call}
  call:
    name: 联系客户
    cadence:
      - {for: key, every: 1w, via: [phone, visit], about: 需求进展}
      - {for: key, every: 1mo, via: [phone], about: 满意度} # ✗
    next: done
  done: {type: end, name: 需求明确}
`,
  good: `trackflow: 1
title: 客户跟进
segments: {key: {name: 重点客户}}
nodes:
  start: {type: start, name: 收到线索, next: call}
  call:
    name: 联系客户
    cadence:
      - {for: key, every: 1w, via: [phone, visit], about: 需求进展}
      - {for: key, every: 3mo, via: [meeting], about: 满意度}
    next: done
  done: {type: end, name: 需求明确}
`,
  *check({ process, at }) {
    for (const node of process.nodes) {
      const first = new Map<string, number>();
      for (const [index, { segment, via }] of node.cadence.entries()) {
        const keys = via.map((channel) => JSON.stringify([segment, channel]));
        const channel = via[keys.findIndex((key) => first.has(key))];
        const other = first.get(keys.find((key) => first.has(key)) ?? '');
        for (const key of keys) if (!first.has(key)) first.set(key, index);
        if (channel === undefined || other === undefined) continue;
        yield {
          message: `Two lines of the plan at ${quote(node.id)} contact ${segment === undefined ? 'everyone' : quote(segment)} by ${channel}.`,
          at: at(node, 'cadence', index),
          hint: 'Make them one line, or give them different channels.',
          related: [{ message: 'the other line', span: at(node, 'cadence', other) }],
        };
      }
    }
  },
});
