/** Loops in which nothing is done. */
import { quote, quoteSome } from '../../base/quote.js';
import { circles } from '../loops.js';
import { defineRule } from '../rule.js';

export const loopWithoutStep = defineRule({
  id: 'loop-without-step',
  group: 'structure',
  summary: 'A loop of questions in which nothing is done',
  severity: 'error',
  level: 'recommended',
  why:
    'Between two times that the same question is asked, nothing happens that could change the answer: no step, no waiting. People ' +
    'either stop in front of it or ask the customer again and again. Let the way back lead to the step that has to be done again, or wait first.',
  bad: `trackflow: 1
title: 发货
nodes:
  start: {type: start, name: 订单确认, next: paid}
  paid: # ✗
    type: decision
    name: 是否已付款？
    next: [{when: 是, to: ship}, {when: 否, to: paid}]
  ship: {name: 发出货物, next: done}
  done: {type: end, name: 货物已发出}
`,
  good: `trackflow: 1
title: 发货
nodes:
  start: {type: start, name: 订单确认, next: paid}
  paid:
    type: decision
    name: 是否已付款？
    next: [{when: 是, to: ship}, {when: 否, to: remind}]
  remind: {name: 提醒客户付款, next: pause}
  pause: {type: wait, duration: 3d, next: paid}
  ship: {name: 发出货物, next: done}
  done: {type: end, name: 货物已发出}
`,
  *check({ process, facts, at }) {
    const empty = process.nodes.filter(({ type }) => type === 'decision' || type === 'fork' || type === 'join');
    for (const circle of circles(process, new Set(empty.map(({ id }) => id)))) {
      const node = facts.node(circle[0] ?? '');
      // Of a loop without a way out, that is what matters.
      if (node === undefined || !facts.finishing.has(node.id)) continue;
      yield {
        message:
          circle.length === 1
            ? `${quote(node.id)} leads back to itself, and nothing is done before it is asked again.`
            : `The way from ${quote(node.id)} back to itself leads only over ${quoteSome(circle)}: nothing is done on it.`,
        at: at(node),
        hint: 'Let the way back lead to a step that is done again, or to a wait.',
      };
    }
  },
});
