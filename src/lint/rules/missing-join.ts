/** Steps that parallel branches come to without a join. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';
import { soundnessOf } from '../soundness/index.js';

export const missingJoin = defineRule({
  id: 'missing-join',
  group: 'soundness',
  summary: 'Parallel branches that meet without a join, so that what follows is done twice',
  severity: 'error',
  level: 'minimal',
  why:
    'Only a join waits for parallel branches. A step to which they lead without one is started by each of them, and so is all that ' +
    'follows: the customer is called twice, two invoices go out (lack of synchronisation). The same happens where a branch leads back in ' +
    'front of its own fork while the others are still under way. Put a join in front of the step; if only one of the branches is ever ' +
    'walked, make the fork a decision. As long as a step can be under way twice, nothing that comes after it is checked for soundness.',
  bad: `trackflow: 1
title: Order handling
nodes:
  start: {type: start, name: Order received, next: prepare}
  prepare: {type: fork, next: [pack, invoice]}
  pack: {name: Pack the goods, next: ship}
  invoice: {name: Write the invoice, next: ship}
  ship: # ✗
    name: Ship the goods
    next: done
  done: {type: end, name: Order shipped}
`,
  good: `trackflow: 1
title: Order handling
nodes:
  start: {type: start, name: Order received, next: prepare}
  prepare: {type: fork, next: [pack, invoice]}
  pack: {name: Pack the goods, next: ready}
  invoice: {name: Write the invoice, next: ready}
  ready: {type: join, next: ship}
  ship: {name: Ship the goods, next: done}
  done: {type: end, name: Order shipped}
`,
  *check({ process, facts, at }) {
    for (const { node: id, fork: forkId, from, witness } of soundnessOf(process).meetings) {
      const node = facts.node(id);
      const fork = forkId === undefined ? undefined : facts.node(forkId);
      if (node === undefined) continue;
      const isRight = forkId !== undefined && from.every((each) => each === forkId);
      // Twice the same connection: duplicate-connection says so.
      if (isRight && facts.out(forkId).filter(({ to }) => to === id).length > 1) continue;
      yield {
        message: isRight
          ? `${quote(id)} can be under way twice in one case, because the case comes to ${quote(forkId)} again before it is done: ${witness}.`
          : `${quote(id)} can be under way twice in one case, because parallel branches come to it without a join: ${witness}.`,
        at: at(node),
        hint: isRight
          ? 'Let a join (type: join) bring the branches together before the way back.'
          : node.type === 'join'
            ? 'Something comes a second time by a connection by which the join has it already: let each branch come to the join once.'
            : 'Let a join (type: join) come before it. If only one of the branches is ever walked, make the fork a decision.',
        ...(fork && { related: [{ message: 'the branches part here', span: at(fork) }] }),
      };
    }
  },
});
