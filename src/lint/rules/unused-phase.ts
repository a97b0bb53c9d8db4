/** Phases in which nothing happens. */
import { quote } from '../../base/quote.js';
import { isOwn } from '../data-use.js';
import { defineRule } from '../rule.js';

export const unusedPhase = defineRule({
  id: 'unused-phase',
  group: 'customer',
  summary: 'A phase without a step',
  severity: 'warning',
  level: 'recommended',
  why:
    'The picture has a column with nothing in it, or none at all, and the customer is said to pass a stage in which nobody does anything. Most often a step has forgotten its phase. ' +
    'Put the steps into the phase, or take it out. Phases of a library may be for other flows and are not reported.',
  bad: `trackflow: 1
title: Leads
phases:
  attract: {name: Attract}
  retain: {name: Retain} # ✗
nodes:
  start: {type: start, name: Lead arrives, phase: attract, next: call}
  call: {name: Call the lead, phase: attract, next: done}
  done: {type: end, name: Lead called, phase: attract}
`,
  good: `trackflow: 1
title: Leads
phases:
  attract: {name: Attract}
nodes:
  start: {type: start, name: Lead arrives, phase: attract, next: call}
  call: {name: Call the lead, phase: attract, next: done}
  done: {type: end, name: Lead called, phase: attract}
`,
  fixable: 'unsafe',
  *check({ process, at, placeOf }) {
    const used = new Set(process.nodes.map(({ phase }) => phase));
    for (const phase of process.phases) {
      if (used.has(phase.id) || !isOwn(process, phase)) continue;
      yield {
        message: `No step is in the phase ${quote(phase.id)}.`,
        at: at(phase),
        hint: 'Give its steps phase:, or take it out.',
        fix: { title: `Take ${quote(phase.id)} out`, safe: false, changes: [{ kind: 'remove', ...placeOf(phase) }] },
      };
    }
  },
});
