/** Boxes without instructions. */
import { quote } from '../../base/quote.js';
import { isDoneBySystem, isExternal } from '../parties.js';
import { defineRule } from '../rule.js';

export const stepsMissing = defineRule({
  id: 'steps-missing',
  group: 'document',
  summary: 'A task that does not say how it is done',
  severity: 'info',
  level: 'strict',
  why:
    'The SOP prints an empty page for this task, and the new colleague asks the old one, who does it in his own way. Write three to five ' +
    'steps, each an action that can be checked: what to look up, what to ask, what to write down. Tasks of a system are left to its manual, ' +
    'and approvals to their name.',
  bad: `trackflow: 1
title: Lead follow-up
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: # ✗
    name: Call the lead
    owner: sales
    informed: [manager]
    next: done
  done: {type: end, name: Lead called, owner: sales}
`,
  good: `trackflow: 1
title: Lead follow-up
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call:
    name: Call the lead
    owner: sales
    informed: [manager]
    steps: [Read the record first, Ask what they have tried so far, Agree a next step with a date]
    next: done
  done: {type: end, name: Lead called, owner: sales}
`,
  *check({ process, facts, at }) {
    const tasks = process.nodes.filter(
      (node) =>
        node.type === 'task' &&
        !isDoneBySystem(node, facts.owner(node.owner ?? '')) &&
        node.kind !== 'approval' &&
        !isExternal(facts.owner(node.owner ?? '')),
    );
    const bare = tasks.filter(({ steps }) => steps.length === 0);
    // Not begun: one finding says more than thirty.
    if (bare.length === tasks.length && bare.length > 3) {
      yield {
        message: `None of the ${tasks.length} tasks says how it is done.`,
        at: at(process, 'title'),
        hint: 'Add steps: with three to five actions, first to the task that goes wrong most often.',
      };
      return;
    }
    for (const node of bare) {
      yield {
        message: `${quote(node.id)} does not say how it is done.`,
        at: at(node),
        hint: 'Add steps: with three to five actions.',
      };
    }
  },
});
