/** Chances at some of the branches, the rest being anybody's guess. */
import { quote, quoteSome } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const chanceMissing = defineRule({
  id: 'chance-missing',
  group: 'decisions',
  summary: 'Chances at some branches, while two or more have none',
  severity: 'warning',
  level: 'recommended',
  why:
    'If one branch has no chance, it takes what the others leave. If two have none, nobody knows how the rest is shared between them, and ' +
    'every forecast made from the flow guesses. Say it of all branches but one, or of none.',
  bad: `trackflow: 1
title: Lead check
nodes:
  start: {type: start, name: Inquiry arrives, next: plan}
  plan:
    type: decision
    name: What does the customer plan?
    next:
      - {when: To buy soon, to: won, chance: 35%}
      - {when: To buy next year, to: later} # ✗
      - {otherwise: lost}
  won: {type: end, name: Handed to sales, outcome: success}
  later: {type: end, name: Noted for next year, outcome: neutral}
  lost: {type: end, name: Lead declined, outcome: failure}
`,
  good: `trackflow: 1
title: Lead check
nodes:
  start: {type: start, name: Inquiry arrives, next: plan}
  plan:
    type: decision
    name: What does the customer plan?
    next:
      - {when: To buy soon, to: won, chance: 35%}
      - {when: To buy next year, to: later, chance: 20%}
      - {otherwise: lost}
  won: {type: end, name: Handed to sales, outcome: success}
  later: {type: end, name: Noted for next year, outcome: neutral}
  lost: {type: end, name: Lead declined, outcome: failure}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'decision' && node.type !== 'subflow') continue;
      const branches = facts.out(node.id).filter(({ kind }) => kind === 'next');
      const open = branches.filter(({ chance }) => chance === undefined);
      const sum = branches.reduce((total, { chance = 0 }) => total + chance, 0);
      // With nothing left to share, chances-not-100 speaks.
      if (open.length < 2 || open.length === branches.length || sum > 1 - 1e-9) continue;
      const percent = Number((100 - sum * 100).toFixed(2));
      const [first, ...others] = open;
      if (first === undefined) continue;
      yield {
        message: `It is open how ${quoteSome(open.map(({ to }) => to))} share the ${String(percent)}% of ${quote(node.id)} that are left.`,
        at: at(first),
        hint: 'Add chance: to all branches but one.',
        related: others.map((edge) => ({ message: 'no chance here either', span: at(edge) })),
      };
    }
  },
});
