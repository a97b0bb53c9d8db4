/** Phases that are over when somebody feels so. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const phaseWithoutMeasure = defineRule({
  id: 'phase-without-measure',
  group: 'time',
  summary: 'A phase with neither an exit criterion nor a KPI',
  severity: 'info',
  level: 'strict',
  why:
    'If nothing says what must be true to leave a phase, deals move on by feeling, and the pipeline shows what salespeople hope. Write facts ' +
    'that can be checked as exit criteria (the budget is named, the decision maker was met), or measure the phase with a KPI that begins or ' +
    'ends in it.',
  bad: `trackflow: 1
title: Leads
phases:
  qualify: # ✗
    name: Qualify
nodes:
  start: {type: start, name: Lead arrives, phase: qualify, next: call}
  call: {name: Call the lead, phase: qualify, next: done}
  done: {type: end, name: Lead called, phase: qualify}
`,
  good: `trackflow: 1
title: Leads
phases:
  qualify:
    name: Qualify
    exit: [The need is written down, The decision maker is known]
nodes:
  start: {type: start, name: Lead arrives, phase: qualify, next: call}
  call: {name: Call the lead, phase: qualify, next: done}
  done: {type: end, name: Lead called, phase: qualify}
`,
  *check({ process, facts, at }) {
    const measured = new Set(
      process.kpis.flatMap(({ from, to }) => [from, to].map((id) => facts.node(id ?? '')?.phase)),
    );
    for (const phase of process.phases) {
      if (phase.exit.length > 0 || measured.has(phase.id)) continue;
      if (process.nodes.every((node) => node.phase !== phase.id)) continue; // unused-phase speaks of those
      yield {
        message: `Nothing says when the phase ${quote(phase.id)} is over: it has neither an exit criterion nor a KPI.`,
        at: at(phase),
        hint: 'Add exit: with facts that can be checked.',
      };
    }
  },
});
