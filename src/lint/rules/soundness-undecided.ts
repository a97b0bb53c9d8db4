/** Flows too tangled to be played through. */
import { defineRule } from '../rule.js';
import { soundnessOf, usualBounds } from '../soundness/index.js';

export const soundnessUndecided = defineRule({
  id: 'soundness-undecided',
  group: 'soundness',
  summary: 'Parallel branches so tangled that not every order was tried',
  severity: 'info',
  level: 'recommended',
  why:
    'Whether a join can wait for ever is found out by playing the flow through. Parallel branches that come together in a join of their ' +
    'own are as good as one step, however many there are. Branches that jump into each other, or that may end or turn back on their way, ' +
    'have to be tried in every order, and beyond ten thousand situations this is given up rather than guessed; what was found until ' +
    'then is true. A flow that needs that many is not understood by people either: give each fork a join of its own, or move a part of ' +
    'the flow into a subflow. With the option most, flows that need fewer situations are reported too.',
  bad: `trackflow: 1
title: Order handling
nodes:
  start: {type: start, name: Order received, next: prepare}
  prepare: # ✗
    type: fork
    next: [pack, check-credit, reserve-carrier]
  pack: {name: Pack the goods, next: complete}
  complete:
    type: decision
    name: Is the delivery complete?
    next: [{when: yes, to: packed}, {when: no, to: pack}]
  packed: {type: fork, next: [ready, print]}
  print: {name: Print the label, next: printed}
  printed: {type: end, name: Label printed}
  check-credit: {name: Check the credit line, next: ready}
  reserve-carrier: {name: Reserve a carrier, next: ready}
  ready: {type: join, next: done}
  done: {type: end, name: Order shipped}
`,
  good: `trackflow: 1
title: Order handling
nodes:
  start: {type: start, name: Order received, next: prepare}
  prepare:
    type: fork
    next: [pack, check-credit, reserve-carrier]
  pack: {name: Pack the goods, next: complete}
  complete:
    type: decision
    name: Is the delivery complete?
    next: [{when: yes, to: print}, {when: no, to: pack}]
  print: {name: Print the label, next: ready}
  check-credit: {name: Check the credit line, next: ready}
  reserve-carrier: {name: Reserve a carrier, next: ready}
  ready: {type: join, next: done}
  done: {type: end, name: Order shipped}
`,
  given: { options: { most: 2 } },
  options: {
    most: {
      kind: 'number',
      summary: 'How many situations a flow may have; at most 10000 are looked at',
      default: usualBounds.states,
      least: 1,
    },
  },
  *check({ process, facts, at, options }) {
    const { decided, effort, left } = soundnessOf(process);
    if (decided && effort.states <= options.most) return;
    const fork = left.map((id) => facts.node(id)).find((node) => node?.type === 'fork');
    yield {
      message: decided
        ? `It takes ${String(effort.states)} situations to see whether every case can end; ${String(options.most)} are allowed.`
        : `It is not decided whether every case can end: after ${String(effort.states)} situations there are still more.`,
      at: at(fork ?? process),
      hint: 'Let the branches of each fork come together in a join of their own, or move a part of the flow into a subflow.',
    };
  },
});
