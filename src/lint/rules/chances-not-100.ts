/** Chances that leave a share of the cases over. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const chancesNot100 = defineRule({
  id: 'chances-not-100',
  group: 'decisions',
  summary: 'Chances of all branches that do not add up to 100%, or leave nothing for the rest',
  severity: 'warning',
  level: 'recommended',
  why:
    'Exactly one branch is taken, so the shares of all branches are together the whole. A missing tenth is a tenth of the customers who go ' +
    'nowhere in every forecast made from the flow; and a branch without a chance beside others that have used up the whole is never taken. ' +
    'More than 100% is an error that validate reports.',
  bad: `trackflow: 1
title: Lead check
nodes:
  start: {type: start, name: Inquiry arrives, next: fits}
  fits: # ✗
    type: decision
    name: Does the lead fit?
    next:
      - {when: yes, to: won, chance: 35%}
      - {when: no, to: lost, chance: 55%}
  won: {type: end, name: Handed to sales, outcome: success}
  lost: {type: end, name: Lead declined, outcome: failure}
`,
  good: `trackflow: 1
title: Lead check
nodes:
  start: {type: start, name: Inquiry arrives, next: fits}
  fits:
    type: decision
    name: Does the lead fit?
    next:
      - {when: yes, to: won, chance: 35%}
      - {when: no, to: lost, chance: 65%}
  won: {type: end, name: Handed to sales, outcome: success}
  lost: {type: end, name: Lead declined, outcome: failure}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'decision' && node.type !== 'subflow') continue;
      const branches = facts.out(node.id).filter(({ kind }) => kind === 'next');
      const open = branches.filter(({ chance }) => chance === undefined);
      if (branches.length < 2 || open.length === branches.length) continue;
      const sum = branches.reduce((total, { chance = 0 }) => total + chance, 0);
      const percent = Number((sum * 100).toFixed(2));
      if (open.length === 0 && Math.abs(sum - 1) > 1e-9 && sum < 1) {
        yield {
          message: `The chances of ${quote(node.id)} add up to ${String(percent)}%, so ${String(Number((100 - percent).toFixed(2)))}% of the cases go nowhere.`,
          at: at(node),
          hint: 'Let them add up to 100%, or add a branch for the rest.',
        };
      }
      const [first] = open;
      if (first !== undefined && sum > 1 - 1e-9) {
        yield {
          message: `The chances of ${quote(node.id)} already add up to 100%, so the branch to ${quote(first.to)} is never taken.`,
          at: at(first),
          hint: 'Give it a share, and the others less.',
        };
      }
    }
  },
});
