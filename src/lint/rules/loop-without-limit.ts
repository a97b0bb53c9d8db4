/** Loops that nothing slows down and nothing stops. */
import { quote, quoteSome } from '../../base/quote.js';
import { circles, isLimited } from '../loops.js';
import { defineRule } from '../rule.js';

export const loopWithoutLimit = defineRule({
  id: 'loop-without-limit',
  group: 'structure',
  summary: 'A loop without a wait, a time limit or a number of attempts',
  severity: 'info',
  level: 'strict',
  why:
    'A customer who does not answer is called again at once, and again; a draft goes back and forth between two people until one gives up. ' +
    'Nothing on the way round says how long to wait, after what time somebody else takes over, or how often it is tried. Put a wait into ' +
    'the loop, a timeout or a cadence on one of its steps, or name the number of attempts in a condition.',
  bad: `trackflow: 1
title: Follow-up
nodes:
  start: {type: start, name: Quote sent, next: call}
  call: # ✗
    name: Call the customer
    next: reached
  reached:
    type: decision
    name: Is the customer reached?
    next: [{when: yes, to: done}, {when: no, to: call}]
  done: {type: end, name: Customer called}
`,
  good: `trackflow: 1
title: Follow-up
nodes:
  start: {type: start, name: Quote sent, next: call}
  call:
    name: Call the customer
    next: reached
  reached:
    type: decision
    name: Is the customer reached?
    next: [{when: yes, to: done}, {when: no, to: pause}]
  pause: {type: wait, duration: 2d, next: call}
  done: {type: end, name: Customer called}
`,
  *check({ process, facts, at }) {
    const unlimited = process.nodes.filter((node) => !isLimited(node, facts.out(node.id)));
    for (const circle of circles(process, new Set(unlimited.map(({ id }) => id)))) {
      const nodes = circle.flatMap((id) => facts.node(id) ?? []);
      const first = nodes.find(({ type }) => type === 'task' || type === 'subflow');
      // A loop of questions alone is reported as such, one without a way out too.
      if (first === undefined || !facts.finishing.has(first.id)) continue;
      yield {
        message:
          nodes.length === 1
            ? `${quote(first.id)} is repeated without a wait or a limit.`
            : `${quoteSome(circle)} are repeated without a wait or a limit.`,
        at: at(first),
        hint: 'Wait before the next round, or say after how long or how many times it is given up.',
      };
    }
  },
});
