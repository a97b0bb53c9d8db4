/** Pictures in which too many connections cross. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';

export const drawingCrossings = defineRule({
  id: 'drawing-crossings',
  group: 'drawing',
  summary: 'A picture in which too many connections cross',
  severity: 'warning',
  level: 'none',
  needs: 'drawing',
  why:
    'At every crossing a reader may take the wrong turn, and of all that can be measured on a diagram nothing costs more mistakes. The ' +
    'picture has been laid out as well as it could be: what crosses now does so because of the process. Give a part of it its own flow, let one ' +
    'step follow on several branches, or question a jump across the whole process.',
  options: { most: { kind: 'number', default: 6, least: 0, summary: 'Crossings in one picture' } },
  given: { options: { most: 1 } },
  bad: `trackflow: 1
title: Lead intake # ✗
nodes:
  start: {type: start, name: Inquiry arrives, next: kind}
  kind:
    type: decision
    name: What kind of customer is it?
    next: [{when: new, to: new-size}, {when: known, to: known-size}, {otherwise: partner-size}]
  new-size:
    type: decision
    name: How large is the new customer?
    next: [{when: large, to: visit}, {when: middling, to: call}, {otherwise: write}]
  known-size:
    type: decision
    name: How large is the known customer?
    next: [{when: large, to: visit}, {when: middling, to: call}, {otherwise: write}]
  partner-size:
    type: decision
    name: How large is the partner?
    next: [{when: large, to: visit}, {when: middling, to: call}, {otherwise: write}]
  visit: {name: Visit the customer, next: done}
  call: {name: Call the customer, next: done}
  write: {name: Write to the customer, next: done}
  done: {type: end, name: Contact made}
`,
  good: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: size}
  size:
    type: decision
    name: How large is the customer?
    next: [{when: large, to: visit}, {when: middling, to: call}, {otherwise: write}]
  visit: {name: Visit the customer, next: done}
  call: {name: Call the customer, next: done}
  write: {name: Write to the customer, next: done}
  done: {type: end, name: Contact made}
`,
  *check({ process, drawing, options, at }) {
    if (drawing === undefined) return;
    const count = drawing.crossings.reduce((sum, { times }) => sum + times, 0);
    if (count <= options.most) return;
    const crossed = new Map<string, number>();
    for (const { edges, times } of drawing.crossings) {
      for (const id of edges) crossed.set(id, (crossed.get(id) ?? 0) + times);
    }
    const worst = [...crossed].sort((a, b) => b[1] - a[1]).slice(0, 3);
    yield {
      message: `Connections cross ${String(count)} times in the picture; at most ${String(options.most)} are wanted.`,
      at: at(process),
      hint: 'The connections below cross others most often.',
      related: worst.flatMap(([id, times]) => {
        const edge = process.edges.find((each) => each.id === id);
        if (edge === undefined) return [];
        const way = `${quote(edge.from)} to ${quote(edge.to)}`;
        return [{ message: `${way} crosses ${String(times)} of them`, span: at(edge) }];
      }),
    };
  },
});
