/** Loops that no case ever leaves. */
import { quote, quoteSome } from '../../base/quote.js';
import { defineRule } from '../rule.js';
import { soundnessOf } from '../soundness/index.js';

export const livelock = defineRule({
  id: 'livelock',
  group: 'soundness',
  summary: 'A loop that no case ever leaves',
  severity: 'error',
  level: 'minimal',
  why:
    'Regular visits go round and round, and that is meant so; but customers leave, and businesses stop. A case that can never end counts ' +
    'as open for ever: it is followed up after the customer has gone, its data is never deleted, and no figure about closed cases ' +
    'is right. Let a decision or a timeout lead out of the loop, at least for the customers who no longer want to be contacted.',
  bad: `trackflow: 1
title: 客户回访
nodes:
  start: {type: start, name: 合同签订, next: reached}
  reached:
    type: decision
    name: 是否愿意接受回访？
    next: [{when: 是, to: visit}, {when: 否, to: done}]
  visit: # ✗
    name: 回访客户
    next: pause
  pause: {type: wait, name: 等待下次回访, duration: 3mo, next: visit}
  done: {type: end, name: 停止回访}
`,
  good: `trackflow: 1
title: 客户回访
nodes:
  start: {type: start, name: 合同签订, next: visit}
  visit: {name: 回访客户, next: reached}
  reached:
    type: decision
    name: 是否愿意继续接受回访？
    next: [{when: 是, to: pause}, {when: 否, to: done}]
  pause: {type: wait, name: 等待下次回访, duration: 3mo, next: visit}
  done: {type: end, name: 停止回访}
`,
  *check({ process, facts, at }) {
    for (const { nodes, witness } of soundnessOf(process).circles) {
      const node = facts.node(nodes[0] ?? '');
      if (node === undefined) continue;
      yield {
        message:
          nodes.length === 1
            ? `A case that comes to ${quote(node.id)} stays there for ever: ${witness}.`
            : `A case that comes to ${quote(node.id)} never ends, it goes round ${quoteSome(nodes)}: ${witness}.`,
        at: at(node),
        hint: 'Let a decision or a timeout lead out of the loop.',
      };
    }
  },
});
