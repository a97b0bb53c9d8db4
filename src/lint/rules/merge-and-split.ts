/** Decisions and forks that ways come together in, too. */
import { quote } from '../../base/quote.js';
import type { Edge, Process } from '../../model/process.js';
import { walk } from '../facts.js';
import { defineRule } from '../rule.js';
import { waysOf } from '../ways.js';

export const mergeAndSplit = defineRule({
  id: 'merge-and-split',
  group: 'structure',
  summary: 'A decision or fork in which ways come together and part again',
  severity: 'info',
  level: 'strict',
  why:
    'Where several ways lead straight into a question, nobody can say whose answer it is: was it asked after the first check, or again ' +
    'after the rework? Readers who know BPMN also take a bar with several ways in for one that waits. Let the ways come together in a ' +
    'step, the one that finds out the answer, and ask after it. Ways that lead back do not count, nor does a wait or a step whose time runs out: ' +
    'with the answer or after the reminder it is the same question.',
  bad: `trackflow: 1
title: Lead intake
nodes:
  web: {type: start, name: Inquiry on the website, trigger: The form is sent, next: record}
  phone: {type: start, name: Inquiry by phone, trigger: A customer calls, next: fits}
  record: {name: Record the lead, next: fits}
  fits: # ✗
    type: decision
    name: Does the lead fit?
    next: [{when: yes, to: call}, {when: no, to: lost}]
  call: {name: Call the customer, next: won}
  won: {type: end, name: Customer called, outcome: success}
  lost: {type: end, name: Lead declined, outcome: failure}
`,
  good: `trackflow: 1
title: Lead intake
nodes:
  web: {type: start, name: Inquiry on the website, trigger: The form is sent, next: record}
  phone: {type: start, name: Inquiry by phone, trigger: A customer calls, next: record}
  record: {name: Record the lead, next: fits}
  fits:
    type: decision
    name: Does the lead fit?
    next: [{when: yes, to: call}, {when: no, to: lost}]
  call: {name: Call the customer, next: won}
  won: {type: end, name: Customer called, outcome: success}
  lost: {type: end, name: Lead declined, outcome: failure}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'decision' && node.type !== 'fork') continue;
      const into = facts.into(node.id).filter(({ id }) => !facts.back.has(id));
      if (into.length < 2 || isAnswerOrTimeout(process, into)) continue;
      yield {
        message: `In the ${node.type} ${quote(node.id)}, ${String(into.length)} ways come together and part again.`,
        at: at(node),
        hint: `Let them come together in a step before the ${node.type}.`,
        related: into.map((edge) => ({ message: `from ${quote(edge.from)}`, span: at(edge) })),
      };
    }
  },
});

/** The ways part only by whether the time of one node ran out: one comes straight from it, the others from nowhere else. */
function isAnswerOrTimeout(process: Process, into: readonly Edge[]): boolean {
  return into.some((straight) => {
    const others = into.filter((edge) => edge !== straight);
    const from = process.edges.filter((edge) => edge.from === straight.from && edge !== straight);
    if (straight.kind === 'next' ? !from.some(({ kind }) => kind === 'timeout') : others.length > 1) return false;
    const isOther = ({ kind }: Edge): boolean => kind !== straight.kind;
    const elsewhere = reachedWithout(process, from.filter(isOther));
    return others.every((edge) => edge.from !== straight.from && !elsewhere.has(edge.from));
  });
}

/** Nodes that a case can come to by forward connections without any of these. */
function reachedWithout(process: Process, without: readonly Edge[]): ReadonlySet<string> {
  const { out } = waysOf(process);
  const starts = process.nodes.filter(({ type }) => type === 'start').map(({ id }) => id);
  return walk(starts, (id) =>
    out(id)
      .filter((edge) => !without.includes(edge))
      .map(({ to }) => to),
  );
}
