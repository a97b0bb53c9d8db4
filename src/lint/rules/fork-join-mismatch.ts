/** Joins that do not mirror their fork. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';
import { meetingsOf, waysOf } from '../ways.js';

export const forkJoinMismatch = defineRule({
  id: 'fork-join-mismatch',
  group: 'complexity',
  summary: 'A join that gathers another number of ways than its fork began',
  severity: 'info',
  level: 'strict',
  why:
    'A fork with three arrows out and a join with two arrows in may work, but every reader stops and counts: has one been forgotten? Let the join mirror the fork, ' +
    'one way in for each way out, and give branches within branches a join of their own. Then the picture shows by itself that nothing is lost.',
  bad: `trackflow: 1
title: Delivery
nodes:
  start: {type: start, name: Order is booked, next: begin}
  begin: {type: fork, name: Begin, next: [build, plan]}
  build: {name: Build the product, next: both}
  plan: {name: Plan the delivery, next: also}
  also: {type: fork, name: Begin planning, next: [carrier, fitter]}
  carrier: {name: Book the carrier, next: both}
  fitter: {name: Book the fitter, next: both}
  both: # ✗
    type: join
    name: All ready
    next: ship
  ship: {name: Ship the goods, next: done}
  done: {type: end, name: Goods shipped}
`,
  good: `trackflow: 1
title: Delivery
nodes:
  start: {type: start, name: Order is booked, next: begin}
  begin: {type: fork, name: Begin, next: [build, carrier, fitter]}
  build: {name: Build the product, next: both}
  carrier: {name: Book the carrier, next: both}
  fitter: {name: Book the fitter, next: both}
  both:
    type: join
    name: All ready
    next: ship
  ship: {name: Ship the goods, next: done}
  done: {type: end, name: Goods shipped}
`,
  *check({ process, facts, at }) {
    const meets = meetingsOf(process);
    const { out, into } = waysOf(process);
    const told = new Set<string>();
    for (const fork of process.nodes) {
      if (fork.type !== 'fork') continue;
      const join = facts.node(meets.get(fork.id) ?? '');
      if (join?.type !== 'join' || told.has(join.id)) continue;
      const begun = out(fork.id).length;
      const gathered = into(join.id).length;
      if (begun === gathered) continue;
      told.add(join.id);
      yield {
        message: `${quote(join.id)} gathers ${gathered} ways, but ${quote(fork.id)} began ${begun}.`,
        at: at(join),
        hint: 'Let the join mirror the fork; give branches within branches a join of their own.',
        related: [{ message: 'the fork', span: at(fork) }],
      };
    }
  },
});
