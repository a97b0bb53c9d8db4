/** Connections back into a start. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const startEntered = defineRule({
  id: 'start-entered',
  group: 'structure',
  summary: 'A connection that leads back to a start',
  severity: 'warning',
  level: 'recommended',
  why:
    'A start is an event, such as a customer who asks for the first time: it happens once in a case. A connection into it says that the ' +
    'event happens again, and every count of new cases that begins there counts the same customer twice. Lead to the step after the start.',
  bad: `trackflow: 1
title: 客户跟进
nodes:
  start: {type: start, name: 客户咨询, next: call}
  call: {name: 电话联系客户, next: interested}
  interested:
    type: decision
    name: 是否有意向？
    next:
      - {when: 是, to: done}
      - {when: 否, to: pause}
  pause:
    type: wait
    duration: 1mo
    next: start # ✗
  done: {type: end, name: 转入商机}
`,
  good: `trackflow: 1
title: 客户跟进
nodes:
  start: {type: start, name: 客户咨询, next: call}
  call: {name: 电话联系客户, next: interested}
  interested:
    type: decision
    name: 是否有意向？
    next:
      - {when: 是, to: done}
      - {when: 否, to: pause}
  pause:
    type: wait
    duration: 1mo
    next: call
  done: {type: end, name: 转入商机}
`,
  *check({ process, facts, at }) {
    for (const edge of process.edges) {
      const start = facts.node(edge.to);
      if (start?.type !== 'start') continue;
      const [next] = facts.out(start.id);
      yield {
        message: `${quote(edge.from)} leads back to the start ${quote(start.id)}, which happens once in a case.`,
        at: at(edge),
        hint: next === undefined ? 'Lead to the step after it.' : `Lead to ${quote(next.to)}, the step after it.`,
      };
    }
  },
});
