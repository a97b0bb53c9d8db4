/** The same connection twice. */
import { quote } from '../../base/quote.js';
import { sameLabel } from '../branch-labels.js';
import { defineRule } from '../rule.js';

export const duplicateConnection = defineRule({
  id: 'duplicate-connection',
  group: 'structure',
  summary: 'The same connection twice',
  severity: 'warning',
  level: 'recommended',
  why:
    'From a decision, two branches with the same words to the same step are one branch, written twice by mistake; perhaps the second was ' +
    'meant to lead elsewhere. From a fork, two branches to the same step start that step twice at the same time. Take one of them out.',
  bad: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: fits}
  fits:
    type: decision
    name: Does the lead fit?
    next:
      - {when: yes, to: call}
      - {otherwise: lost}
      - {when: yes, to: call} # ✗
  call: {name: Call the customer, next: done}
  done: {type: end, name: Customer called}
  lost: {type: end, name: Lead declined}
`,
  good: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: fits}
  fits:
    type: decision
    name: Does the lead fit?
    next:
      - {when: yes, to: call}
      - {otherwise: lost}
  call: {name: Call the customer, next: done}
  done: {type: end, name: Customer called}
  lost: {type: end, name: Lead declined}
`,
  fixable: 'safe',
  *check({ process, facts, at, placeOf }) {
    for (const node of process.nodes) {
      if (node.type !== 'decision' && node.type !== 'fork') continue;
      const branches = facts.out(node.id).filter(({ kind }) => kind === 'next');
      const isFork = node.type === 'fork';
      // A fork straight into one join is superfluous as a whole.
      if (
        isFork &&
        branches.every(({ to }) => to === branches[0]?.to) &&
        facts.node(branches[0]?.to ?? '')?.type === 'join'
      ) {
        continue;
      }
      let left = branches.length;
      for (const [index, edge] of branches.entries()) {
        const first = branches
          .slice(0, index)
          .find((other) => other.to === edge.to && (isFork || sameLabel(other, edge)));
        if (first === undefined) continue;
        left -= 1;
        yield {
          message: isFork
            ? `The fork ${quote(node.id)} leads to ${quote(edge.to)} twice, so it is done twice at the same time.`
            : `${quote(node.id)} has this branch to ${quote(edge.to)} twice.`,
          at: at(edge),
          hint: 'Take one of them out, or let it lead where it was meant to.',
          related: [{ message: 'the other one', span: at(first) }],
          ...(left >= 2 &&
            edge.chance === undefined &&
            edge.carries.length === 0 && {
              fix: {
                title: 'Remove the second connection',
                safe: true,
                changes: [{ kind: 'remove', ...placeOf(edge) }],
              },
            }),
        };
      }
    }
  },
});
