/** Loops that nothing slows down and nothing stops. */
import { quote, quoteSome } from '../../base/quote.js';
import type { Edge, ProcessNode } from '../../model/process.js';
import type { Text } from '../../model/text.js';
import { circles } from '../loops.js';
import { defineRule } from '../rule.js';

/** 第三次、最多两轮、连续 3 次、三个月内; "three attempts", "at most twice", "no answer in 2 weeks". */
const limit =
  /次数|[\d一二两三四五六七八九十几半]\s*(?:次|轮|遍|回|个?月|周|天|日|个?小时|年|个?季度)|每[天日周月季年]|上限|最多|至多|不超过|超过|\b(?:hours?|days?|weeks?|months?|quarters?|years?|daily|weekly|monthly|quarterly|yearly|attempts?|times|tries|retries|rounds?|twice|at most|up to|limit|maximum)\b/iu;

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

function isLimited(node: ProcessNode, out: readonly Edge[]): boolean {
  if (node.type === 'wait' || node.timeout !== undefined || node.cadence.length > 0) return true;
  const texts = [node.name, ...node.steps, node.description, ...out.map(({ when }) => when)];
  return texts.some(
    (text: Text | undefined) => text !== undefined && Object.values(text).some((said) => limit.test(said)),
  );
}
