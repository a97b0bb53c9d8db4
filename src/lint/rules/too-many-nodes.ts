/** Flows that no page and no head can hold. */
import { defineRule } from '../rule.js';

export const tooManyNodes = defineRule({
  id: 'too-many-nodes',
  group: 'complexity',
  summary: 'More steps in one flow than people can take in',
  severity: 'warning',
  level: 'recommended',
  why:
    'Beyond some fifty steps, people misread a process far more often, and a printed page needs a magnifying glass. Whoever has to follow ' +
    'such a flow stops looking at it. Put a part that stands on its own, such as after-sales service, into a flow of its own and name it ' +
    'with a step of type subflow.',
  given: { options: { most: 4 } },
  bad: `trackflow: 1
title: Lead intake # ✗
nodes:
  start: {type: start, name: Inquiry arrives, next: record}
  record: {name: Record the lead, next: check}
  check: {name: Check for duplicates, next: assign}
  assign: {name: Assign the lead, next: done}
  done: {type: end, name: Lead assigned}
`,
  good: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: record}
  record:
    name: Record the lead
    steps: [Check for duplicates, Assign it]
    next: done
  done: {type: end, name: Lead assigned}
`,
  options: { most: { kind: 'number', default: 50, least: 1, summary: 'Steps in one flow' } },
  *check({ process, options, at }) {
    if (process.nodes.length <= options.most) return;
    yield {
      message: `The flow has ${process.nodes.length} steps; more than ${options.most} are hard to read on one picture.`,
      at: at(process, 'title'),
      hint: 'Move a part that stands on its own into another file, and name it here with a step of type subflow.',
    };
  },
});
