/** Forks and joins without which the flow means the same. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const superfluousGateway = defineRule({
  id: 'superfluous-gateway',
  group: 'structure',
  summary: 'A join that nothing comes together in, or a fork whose branches are empty',
  severity: 'warning',
  level: 'recommended',
  why:
    'A join with one way in waits for nothing, and a fork that leads straight into its join does nothing in parallel. Either a ' +
    'branch was forgotten, and then the flow is wrong, or a bar was left over from an earlier version, and readers look in vain for what it ' +
    'is good for. Lead the missing branch to it, or take it out.',
  bad: `trackflow: 1
title: Order handling
nodes:
  start: {type: start, name: Order received, next: pack}
  pack: {name: Pack the goods, next: ready}
  ready: # ✗
    type: join
    next: ship
  ship: {name: Ship the goods, next: done}
  done: {type: end, name: Order shipped}
`,
  good: `trackflow: 1
title: Order handling
nodes:
  start: {type: start, name: Order received, next: prepare}
  prepare: {type: fork, next: [pack, invoice]}
  pack: {name: Pack the goods, next: ready}
  invoice: {name: Write the invoice, next: ready}
  ready:
    type: join
    next: ship
  ship: {name: Ship the goods, next: done}
  done: {type: end, name: Order shipped}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type === 'join') {
        const [only, ...more] = facts.into(node.id);
        if (only === undefined || more.length > 0) continue;
        const [next] = facts.out(node.id);
        yield {
          message: `Only ${quote(only.from)} leads to the join ${quote(node.id)}, so it waits for nothing.`,
          at: at(node),
          hint:
            'Lead the missing branch to it' +
            (next === undefined ? '.' : `, or take it out and lead ${quote(only.from)} to ${quote(next.to)}.`),
        };
      }
      if (node.type === 'fork') {
        const branches = facts.out(node.id);
        const join = facts.node(branches[0]?.to ?? '');
        if (branches.length < 2 || join?.type !== 'join' || branches.some(({ to }) => to !== join.id)) continue;
        yield {
          message: `All branches of the fork ${quote(node.id)} lead straight to the join ${quote(join.id)}, and nothing is done in them.`,
          at: at(node),
          hint: 'Lead each branch to the step that is done in it, or take fork and join out.',
        };
      }
    }
  },
});
