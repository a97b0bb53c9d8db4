/** Flows whose main path is the one that goes wrong. */
import { quote } from '../../base/quote.js';
import { mainPath } from '../../model/graph.js';
import { defineRule } from '../rule.js';

export const mainPathFails = defineRule({
  id: 'main-path-fails',
  group: 'structure',
  summary: 'The first branches lead to a failure, so the picture shows that as the main path',
  severity: 'info',
  level: 'strict',
  why:
    'The first branch of a decision is its main one: pictures draw it straight on, the SOP describes it first. If the first branches lead to ' +
    'a lost case while another end is the success, readers take the exception for the rule. Write the branch first that the process wishes for.',
  bad: `trackflow: 1
title: Lead check
nodes:
  start: {type: start, name: Inquiry arrives, next: fits}
  fits:
    type: decision
    name: Does the lead fit?
    next:
      - {when: no, to: lost} # ✗
      - {when: yes, to: won}
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
      - {when: yes, to: won}
      - {when: no, to: lost}
  won: {type: end, name: Handed to sales, outcome: success}
  lost: {type: end, name: Lead declined, outcome: failure}
`,
  *check({ process, facts, at }) {
    const path = mainPath(process.nodes, process.edges);
    const last = facts.node(path.at(-1) ?? '');
    if (last?.type !== 'end' || last.outcome !== 'failure') return;
    if (!process.nodes.some((node) => node.type === 'end' && node.outcome === 'success')) return;
    const turn = path.findLast((id) => facts.out(id).filter(({ kind }) => kind === 'next').length > 1);
    const branch = facts.out(turn ?? '').find(({ to }) => path.includes(to));
    if (turn === undefined || branch === undefined) return;
    yield {
      message: `The main path leads over the first branch of ${quote(turn)} to ${quote(last.id)}, a failure.`,
      at: at(branch),
      hint: 'Write the branch first that leads to success.',
      related: [{ message: 'here it ends', span: at(last) }],
    };
  },
});
