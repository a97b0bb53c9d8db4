/** Steps outside of every stage. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const phaseMissing = defineRule({
  id: 'phase-missing',
  group: 'customer',
  summary: 'A step without a phase, where most have one',
  severity: 'info',
  level: 'strict',
  why:
    'In the picture the step stands in whichever column is nearest, in figures per phase it is missing, and its time counts for nothing. ' +
    'Where the flow has phases, each step belongs to one. A flow in which most steps have none yet is left alone.',
  bad: `trackflow: 1
title: Leads
phases: {qualify: {name: Qualify}}
nodes:
  start: {type: start, name: Lead arrives, phase: qualify, next: call}
  call: # ✗
    name: Call the lead
    next: note
  note: {name: Note the need, phase: qualify, next: done}
  done: {type: end, name: Need is clear, phase: qualify}
`,
  good: `trackflow: 1
title: Leads
phases: {qualify: {name: Qualify}}
nodes:
  start: {type: start, name: Lead arrives, phase: qualify, next: call}
  call:
    name: Call the lead
    phase: qualify
    next: note
  note: {name: Note the need, phase: qualify, next: done}
  done: {type: end, name: Need is clear, phase: qualify}
`,
  *check({ process, at }) {
    const without = process.nodes.filter(({ phase }) => phase === undefined);
    if (process.phases.length === 0 || without.length * 2 >= process.nodes.length) return;
    for (const node of without) {
      if (node.type === 'fork' || node.type === 'join') continue;
      yield {
        message: `${quote(node.id)} is in no phase; most other steps are.`,
        at: at(node),
        hint: 'Add phase: with the stage in which it is done.',
      };
    }
  },
});
