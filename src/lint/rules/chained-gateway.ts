/** Forks after forks and joins after joins. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const chainedGateway = defineRule({
  id: 'chained-gateway',
  group: 'structure',
  summary: 'A fork right after a fork, or a join right after a join',
  severity: 'info',
  level: 'strict',
  why:
    'Two bars in a row mean the same as one, but every reader asks what happens between them. Let the first fork have all the branches, ' +
    'and one join wait for all of them.',
  bad: `trackflow: 1
title: Order handling
nodes:
  start: {type: start, name: Order received, next: prepare}
  prepare: {type: fork, next: [pack, papers]}
  pack: {name: Pack the goods, next: ready}
  papers: # ✗
    type: fork
    next: [invoice, label]
  invoice: {name: Write the invoice, next: ready}
  label: {name: Print the label, next: ready}
  ready: {type: join, next: done}
  done: {type: end, name: Order shipped}
`,
  good: `trackflow: 1
title: Order handling
nodes:
  start: {type: start, name: Order received, next: prepare}
  prepare: {type: fork, next: [pack, invoice, label]}
  pack: {name: Pack the goods, next: ready}
  invoice: {name: Write the invoice, next: ready}
  label: {name: Print the label, next: ready}
  ready: {type: join, next: done}
  done: {type: end, name: Order shipped}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'fork' && node.type !== 'join') continue;
      // A fork that something else leads to as well, or a join that leads two ways, is not the same as the other one.
      const [edge, ...more] = node.type === 'fork' ? facts.into(node.id) : facts.out(node.id);
      const other = edge && facts.node(node.type === 'fork' ? edge.from : edge.to);
      if (other?.type !== node.type || more.length > 0 || other === node) continue;
      const [first, second] = node.type === 'fork' ? [other, node] : [node, other];
      yield {
        message: `The ${node.type} ${quote(second.id)} comes right after the ${node.type} ${quote(first.id)}; one would do.`,
        at: at(node),
        hint:
          node.type === 'fork'
            ? `Let ${quote(first.id)} have its branches.`
            : `Let what leads to ${quote(first.id)} lead to ${quote(second.id)}.`,
      };
    }
  },
});
