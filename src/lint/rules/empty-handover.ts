/** Handovers between departments with empty hands. */
import { quote } from '../../base/quote.js';
import { departmentOf, isExternal } from '../parties.js';
import { defineRule } from '../rule.js';

export const emptyHandover = defineRule({
  id: 'empty-handover',
  group: 'responsibility',
  summary: 'One department hands over to another, and nothing is passed on',
  severity: 'info',
  level: 'strict',
  why:
    'Between departments knowledge gets lost: what was promised, who decides, why the customer hesitates. If the flow does not say what is passed on, people pass on a name and a number, and the ' +
    'customer tells the story again. Say it as outputs of the one step, as inputs of the other, as carries on the connection, or let the other read the record. Partners who ' +
    'take over are departments in this; customers are not asked.',
  bad: `trackflow: 1
title: Contract to delivery
owners: {sales: {name: Sales, kind: department}, production: {name: Production, kind: department}}
nodes:
  start: {type: start, name: Order is won, owner: sales, next: sign}
  sign: {name: Sign the contract, owner: sales, next: produce} # ✗
  produce: {name: Produce the goods, owner: production, next: done}
  done: {type: end, name: Goods made, owner: production}
`,
  good: `trackflow: 1
title: Contract to delivery
owners: {sales: {name: Sales, kind: department}, production: {name: Production, kind: department}}
nodes:
  start: {type: start, name: Order is won, owner: sales, next: sign}
  sign: {name: Sign the contract, owner: sales, outputs: [Signed contract], next: produce}
  produce: {name: Produce the goods, owner: production, inputs: [Signed contract], next: done}
  done: {type: end, name: Goods made, owner: production}
`,
  *check({ process, facts, at }) {
    for (const edge of process.edges) {
      const from = facts.node(edge.from);
      const to = facts.node(edge.to);
      if (from?.type !== 'task' || to?.type !== 'task' || edge.kind === 'timeout') continue;
      const giver = facts.owner(from.owner ?? '');
      const taker = facts.owner(to.owner ?? '');
      if (giver === undefined || taker === undefined || isExternal(giver) || taker.kind === 'customer') continue;
      if (departmentOf(process, giver.id) === departmentOf(process, taker.id)) continue;
      const isSaid = edge.carries.length > 0 || from.outputs.length > 0 || to.inputs.length > 0;
      // A record that is looked up has been passed on, whoever wrote it.
      if (isSaid || to.reads.length > 0) continue;
      yield {
        message: `${quote(giver.id)} hands over to ${quote(taker.id)} from ${quote(from.id)} to ${quote(to.id)}, and nothing is passed on.`,
        at: at(edge),
        hint: 'Say what is passed on: outputs, inputs, carries, or the record that is read.',
      };
    }
  },
});
