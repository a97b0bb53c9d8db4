/** Steps that no case ever comes to. */
import { quote, quoteSome } from '../../base/quote.js';
import { walk } from '../facts.js';
import { defineRule } from '../rule.js';

export const unreachableNode = defineRule({
  id: 'unreachable-node',
  group: 'structure',
  summary: 'A step that no case ever comes to',
  severity: 'error',
  level: 'minimal',
  why:
    'Whoever reads the diagram believes that the step is done, and nobody ever does it: no way from a start leads there. ' +
    'Most often a connection was forgotten when the flow was changed. Lead a connection to the step, or take it out.',
  bad: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: record}
  record: {name: Record the lead, next: done}
  call-back: # ✗
    name: Call the customer back
    next: done
  done: {type: end, name: Lead recorded}
`,
  good: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: record}
  record: {name: Record the lead, next: call-back}
  call-back:
    name: Call the customer back
    next: done
  done: {type: end, name: Lead recorded}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type === 'start' || facts.reached.has(node.id)) continue;
      // Of a chain that hangs in the air, its first step is what is to be connected.
      if (facts.into(node.id).some(({ id, from }) => from !== node.id && !facts.back.has(id))) continue;
      const behind = [...walk([node.id], (id) => facts.out(id).map(({ to }) => to))].filter(
        (id) => id !== node.id && !facts.reached.has(id),
      );
      yield {
        message: `No way from a start leads to ${quote(node.id)}${behind.length > 0 ? `, and so none to ${quoteSome(behind)} after it` : ''}.`,
        at: at(node),
        hint: 'Let a step lead to it with next:, or take it out.',
      };
    }
  },
});
