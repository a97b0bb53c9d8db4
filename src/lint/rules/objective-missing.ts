/** Steps, and nobody knows what for. */
import { defineRule } from '../rule.js';

export const objectiveMissing = defineRule({
  id: 'objective-missing',
  group: 'document',
  summary: 'A flow without a goal',
  severity: 'info',
  level: 'strict',
  why:
    'Without a goal every step can be defended, because there is nothing to measure it by. Say what the process should achieve, best with a ' +
    'figure, and where it begins and ends: that decides which steps belong in it, and it is the first thing a new colleague wants to know.',
  bad: `trackflow: 1
title: Lead follow-up # ✗
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, informed: [manager], next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  good: `trackflow: 1
title: Lead follow-up
owners: {sales: {name: Sales}, manager: {name: Manager}}
objective: {goal: Answer every lead within four hours, scope: {from: Lead arrives, to: Need is clear}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, informed: [manager], next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  *check({ process, at }) {
    if (process.objective?.goal !== undefined) return;
    yield {
      message: 'The flow does not say what it is to achieve.',
      at: at(process, 'title'),
      hint: 'Add objective: {goal: …, scope: {from: …, to: …}}.',
    };
  },
});
