/** Two branches with the same words that lead to different steps. */
import { quote } from '../../base/quote.js';
import { sameWords } from '../branch-labels.js';
import { defineRule } from '../rule.js';
import { wordsAt } from '../texts.js';

export const sameAnswerTwice = defineRule({
  id: 'same-answer-twice',
  group: 'decisions',
  summary: 'Two branches of a decision that say the same and lead to different steps',
  severity: 'error',
  level: 'recommended',
  why:
    'Exactly one branch of a decision is taken. If two of them say the same, each colleague chooses another one, and the process has no ' +
    'one meaning. Say in which cases each is taken. If both ways are walked at the same time, it is a fork.',
  bad: `trackflow: 1
title: Lead check
nodes:
  start: {type: start, name: Inquiry arrives, next: fits}
  fits:
    type: decision
    name: Does the lead fit?
    next:
      - {when: It fits, to: call}
      - when: it fits # ✗
        to: visit
      - {otherwise: lost}
  call: {name: Call the customer, next: won}
  visit: {name: Visit the customer, next: won}
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
      - {when: It fits, to: call}
      - when: It fits and is nearby
        to: visit
      - {otherwise: lost}
  call: {name: Call the customer, next: won}
  visit: {name: Visit the customer, next: won}
  won: {type: end, name: Handed to sales, outcome: success}
  lost: {type: end, name: Lead declined, outcome: failure}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'decision') continue;
      const branches = facts.out(node.id).filter(({ kind, when }) => kind === 'next' && when !== undefined);
      for (const [index, edge] of branches.entries()) {
        // For different segments the same words are no contradiction; names of segments are segment-twice's.
        const first = branches
          .slice(0, index)
          .find(
            (other) =>
              other.to !== edge.to &&
              other.segments.length + edge.segments.length === 0 &&
              sameWords(other.when, edge.when) !== undefined,
          );
        const language = sameWords(first?.when, edge.when);
        if (first === undefined || language === undefined) continue;
        yield {
          message: `Two branches of ${quote(node.id)} say ${quote(edge.when?.[language] ?? '')}: one leads to ${quote(first.to)}, one to ${quote(edge.to)}.`,
          at: at(edge, ...wordsAt(['when'], edge.when ?? {}, language)),
          hint: 'Say in which cases each is taken; if both are walked at the same time, make it a fork.',
          related: [{ message: 'the other one', span: at(first, ...wordsAt(['when'], first.when ?? {}, language)) }],
        };
      }
    }
  },
});
