/** Parents that go on in the same way whether the child was won or lost. */
import { quote, quoteSome } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const subflowOutcomeIgnored = defineRule({
  id: 'subflow-outcome-ignored',
  group: 'structure',
  summary: 'A subflow that can succeed or fail, after which all cases go the same way',
  severity: 'warning',
  level: 'recommended',
  why:
    'The child flow says that a case can end there in a failure, and the parent does not ask: the customer who has left is delivered to as if ' +
    'nothing had happened. Give each end of the child a branch, or write {otherwise: …} if the parent really does not care.',
  beside: {
    'after-sales.flow.yaml': `trackflow: 1
title: After-sales service
nodes:
  start: {type: start, name: Goods delivered, next: ask}
  ask:
    type: decision
    name: Is the customer satisfied?
    next: [{when: yes, to: resolved}, {when: no, to: churned}]
  resolved: {type: end, name: Customer satisfied, outcome: success}
  churned: {type: end, name: Customer lost, outcome: failure}
`,
  },
  bad: `trackflow: 1
title: Sales
nodes:
  start: {type: start, name: Order signed, next: service}
  service: # ✗
    type: subflow
    name: After-sales service
    flow: ./after-sales.flow.yaml
    next: offer
  offer: {name: Offer the next order, next: done}
  done: {type: end, name: Offer sent}
`,
  good: `trackflow: 1
title: Sales
nodes:
  start: {type: start, name: Order signed, next: service}
  service:
    type: subflow
    name: After-sales service
    flow: ./after-sales.flow.yaml
    next: [{when: resolved, to: offer}, {when: churned, to: win-back}]
  win-back: {name: Ask why the customer left, next: done}
  offer: {name: Offer the next order, next: done}
  done: {type: end, name: Customer answered}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'subflow') continue;
      const [only, ...more] = facts.out(node.id).filter(({ kind }) => kind === 'next');
      if (only === undefined || more.length > 0 || only.otherwise || only.childEnd !== undefined) continue;
      const ends = node.child?.ends ?? [];
      const failures = ends.filter(({ outcome }) => outcome === 'failure');
      if (failures.length === 0 || !ends.some(({ outcome }) => outcome === 'success')) continue;
      yield {
        message: `${quote(node.id)} goes on to ${quote(only.to)} even if the child flow ends in a failure: ${quoteSome(failures.map(({ id }) => id))}.`,
        at: at(node),
        hint: 'Give each end of the child flow a branch: {when: <its id>, to: …}.',
      };
    }
  },
});
