/** Ends without an outcome beside ends that have one. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const outcomeIncomplete = defineRule({
  id: 'outcome-incomplete',
  group: 'structure',
  summary: 'An end without an outcome, while others have one',
  severity: 'warning',
  level: 'recommended',
  why:
    'Once some ends say whether the case was won or lost, readers and figures take the rest for neither, and it is mostly a new end of ' +
    'which this was forgotten. Say outcome: neutral where that is meant.',
  bad: `trackflow: 1
title: Lead check
nodes:
  start: {type: start, name: Inquiry arrives, next: fits}
  fits:
    type: decision
    name: Does the lead fit?
    next: [{when: yes, to: won}, {when: no, to: lost}]
  won: {type: end, name: Handed to sales, outcome: success}
  lost: # ✗
    type: end
    name: Lead declined
`,
  good: `trackflow: 1
title: Lead check
nodes:
  start: {type: start, name: Inquiry arrives, next: fits}
  fits:
    type: decision
    name: Does the lead fit?
    next: [{when: yes, to: won}, {when: no, to: lost}]
  won: {type: end, name: Handed to sales, outcome: success}
  lost:
    type: end
    name: Lead declined
    outcome: failure
`,
  *check({ process, at }) {
    const ends = process.nodes.filter((node) => node.type === 'end');
    const said = ends.find(({ outcome }) => outcome !== undefined);
    if (said === undefined) return;
    for (const end of ends) {
      if (end.outcome !== undefined) continue;
      yield {
        message: `The end ${quote(end.id)} does not say how the case went, and ${quote(said.id)} does.`,
        at: at(end),
        hint: 'Add outcome: success, failure or neutral.',
      };
    }
  },
});
