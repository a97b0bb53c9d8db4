/** Pictures that cannot be read when they are printed. */
import { defineRule } from '../rule.js';

/** CSS pixels that a sheet has within its margins, the long side first. */
const sheets = { a4: [1047, 718], a3: [1512, 1047] } as const;

const pointsInPixel = 0.75;

export const drawingSmallPrint = defineRule({
  id: 'drawing-small-print',
  group: 'drawing',
  summary: 'A picture too large to be read on paper',
  severity: 'info',
  level: 'none',
  needs: 'drawing',
  why:
    'A process hangs on a wall and lies in a folder: whoever prints it on one sheet needs a magnifying glass if the picture is too large. ' +
    'Give a part that stands on its own a flow of its own, and name it with a step of type subflow.',
  options: {
    points: { kind: 'number', default: 6, least: 1, summary: 'Size of the names of steps on paper, in points' },
    smallSheet: { kind: 'boolean', default: false, summary: 'Print on A4 in place of A3' },
  },
  given: { options: { points: 9, smallSheet: true } },
  bad: `trackflow: 1
title: From inquiry to contract # ✗
owners:
  sales: {name: Sales}
nodes:
  start: {type: start, name: Inquiry arrives, owner: sales, next: record}
  record: {name: Record the lead, owner: sales, next: check}
  check: {name: Check for duplicates, owner: sales, next: assign}
  assign: {name: Assign the lead, owner: sales, next: call}
  call: {name: Call the customer, owner: sales, next: note}
  note: {name: Note what was said, owner: sales, next: plan}
  plan: {name: Plan the visit, owner: sales, next: visit}
  visit: {name: Visit the customer, owner: sales, next: report}
  report: {name: Write the report, owner: sales, next: price}
  price: {name: Calculate the price, owner: sales, next: offer}
  offer: {name: Write the offer, owner: sales, next: review}
  review: {name: Check the offer, owner: sales, next: send}
  send: {name: Send the offer, owner: sales, next: confirm}
  confirm: {name: Confirm receipt, owner: sales, next: negotiate}
  negotiate: {name: Negotiate the terms, owner: sales, next: draft}
  draft: {name: Draft the contract, owner: sales, next: sign}
  sign: {name: Sign the contract, owner: sales, next: done}
  done: {type: end, name: Contract signed, owner: sales}
`,
  good: `trackflow: 1
title: Lead intake
nodes:
  start: {type: start, name: Inquiry arrives, next: record}
  record: {name: Record the lead, next: done}
  done: {type: end, name: Lead recorded}
`,
  *check({ process, drawing, options, at }) {
    if (drawing === undefined) return;
    const { width, height, nodes } = drawing.scene;
    const [long, short] = sheets[options.smallSheet ? 'a4' : 'a3'];
    const shrunk = Math.min(1, long / Math.max(width, height), short / Math.min(width, height));
    const sizes = nodes.flatMap(({ runs }) => runs.filter(({ role }) => role === 'node').map(({ size }) => size));
    if (sizes.length === 0) return;
    const points = Math.min(...sizes) * pointsInPixel * shrunk;
    if (points >= options.points || shrunk === 1) return;
    const sheet = options.smallSheet ? 'A4' : 'A3';
    yield {
      message: `On one sheet of ${sheet}, the names of steps are ${points.toFixed(1)} points high; at least ${String(options.points)} are wanted.`,
      at: at(process),
      hint: 'Put a part that stands on its own into a flow of its own.',
    };
  },
});
