/** Joins that wait for ever. */
import { quote, quoteSome } from '../../base/quote.js';
import { defineRule } from '../rule.js';
import { soundnessOf, type Deadlock } from '../soundness/index.js';

export const deadlock = defineRule({
  id: 'deadlock',
  group: 'soundness',
  summary: 'A join that waits for a branch that does not come',
  severity: 'error',
  level: 'minimal',
  why:
    'A join goes on when something has come by each connection that leads into it. If one of them stays away, because that branch ended ' +
    'early, turned back, or was never taken, the case rests at the join for ever, and nobody is told. Every case is played through with ' +
    'every choice; the message shows a shortest run that gets stuck, with a pair of brackets for each parallel branch. Steps that lie ' +
    'behind a join that nothing gets through are dead: the finding names them.',
  bad: `trackflow: 1
title: Customer onboarding
nodes:
  start: {type: start, name: Contract signed, next: prepare}
  prepare: {type: fork, next: [install, verify]}
  install: {name: Install the device, next: ready}
  verify: {name: Verify the documents, next: verified}
  verified:
    type: decision
    name: Are the documents valid?
    next: [{when: yes, to: ready}, {when: no, to: refused}]
  ready: # ✗
    type: join
    next: train
  train: {name: Train the customer, next: done}
  done: {type: end, name: Customer onboarded, outcome: success}
  refused: {type: end, name: Onboarding refused, outcome: failure}
`,
  good: `trackflow: 1
title: Customer onboarding
nodes:
  start: {type: start, name: Contract signed, next: verify}
  verify: {name: Verify the documents, next: verified}
  verified:
    type: decision
    name: Are the documents valid?
    next: [{when: yes, to: prepare}, {when: no, to: refused}]
  prepare: {type: fork, next: [install, train]}
  install: {name: Install the device, next: ready}
  train: {name: Train the customer, next: ready}
  ready: {type: join, next: done}
  done: {type: end, name: Customer onboarded, outcome: success}
  refused: {type: end, name: Onboarding refused, outcome: failure}
`,
  *check({ process, facts, at }) {
    for (const found of soundnessOf(process).deadlocks) {
      const join = facts.node(found.join);
      if (join === undefined) continue;
      const [left] = found.left;
      const leaves = left && facts.out(left.from).find(({ to }) => to === left.to);
      yield {
        message: `The join ${quote(found.join)} ${found.never ? 'waits' : 'can wait'} for ever for ${quoteSome(found.missing)}: ${found.witness}.`,
        at: at(join),
        hint: hintFor(found),
        ...(leaves && {
          related: [
            {
              message:
                left.from === left.missing
                  ? `here ${quote(left.from)} goes elsewhere`
                  : `here the way to ${quote(left.missing)} is left`,
              span: at(leaves),
            },
          ],
        }),
      };
    }
  },
});

function hintFor({ alone, never, come, missing, behind }: Deadlock): string {
  const dead =
    behind.length > 0 ? ` As it is, ${quoteSome(behind)} ${behind.length > 1 ? 'are' : 'is'} never done.` : '';
  if (alone) {
    return `Only one of ${quoteSome([...come, ...missing])} is walked in a case, so there is nothing to wait for: lead each straight to the step after the join.${dead}`;
  }
  return never
    ? `A join waits for all connections into it: let ways that are alternatives meet in one step before it.${dead}`
    : 'Let every way out of a branch lead to the join, or leave it before the fork. Ways that are alternatives must meet in one step before the join.';
}
