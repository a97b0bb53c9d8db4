/** Too many steps between the first contact and the deal. */
import { quote } from '../../base/quote.js';
import type { ProcessNode } from '../../model/process.js';
import { defineRule } from '../rule.js';
import { isDeal } from '../words/subjects.js';
import { tellWay, waysOf } from '../ways.js';

export const longWayToDeal = defineRule({
  id: 'long-way-to-deal',
  group: 'complexity',
  summary: 'Even the shortest way from first contact to the deal takes too many steps',
  severity: 'warning',
  level: 'recommended',
  why:
    'Every step between the first contact and the signature loses some customers: at 90 % each, twelve steps keep 28 of 100. Approvals, forms and handovers that ' +
    'serve only ourselves cost orders. Take out what the customer would not miss, do in parallel what can be, and move the rest behind the deal. ' +
    'The shortest way is counted, from the first step with a channel to the first that is named for signing, ordering or closing.',
  given: { options: { most: 3 } },
  bad: `trackflow: 1
title: Orders
nodes:
  start: {type: start, name: Inquiry arrives, next: call}
  call: {name: Call the customer, via: [phone], next: form}
  form: {name: Have a form filled in, via: [email], next: copy}
  copy: {name: Type in the form, next: sign}
  sign: # ✗
    name: Sign the contract
    next: done
  done: {type: end, name: Deal closed}
`,
  good: `trackflow: 1
title: Orders
nodes:
  start: {type: start, name: Inquiry arrives, next: call}
  call: {name: Call the customer, via: [phone], next: sign}
  sign:
    name: Sign the contract
    next: done
  done: {type: end, name: Deal closed}
`,
  options: { most: { kind: 'number', default: 15, least: 1, summary: 'Tasks from first contact to the deal' } },
  *check({ process, options, at }) {
    const { order, into } = waysOf(process);
    // Fewest tasks up to a node, and where it was come from; counted from the first step with a channel.
    const best = new Map<string, { readonly tasks: number; readonly begun: boolean; readonly before?: string }>();
    const deals: ProcessNode[] = [];
    for (const node of order) {
      const ways = into(node.id).flatMap(({ from }) => {
        const way = best.get(from);
        return way === undefined ? [] : [{ ...way, before: from }];
      });
      const [first] = ways.sort((a, b) => a.tasks - b.tasks);
      if (first === undefined && node.type !== 'start') continue;
      const begun = first?.begun === true || node.via.length > 0;
      const isWork = node.type === 'task' || node.type === 'subflow';
      const tasks = (first?.tasks ?? 0) + (begun && isWork ? 1 : 0);
      best.set(node.id, { tasks, begun, ...(first && { before: first.before }) });
      if (isWork && isDeal(node)) deals.push(node);
    }
    const [deal] = deals.sort((a, b) => (best.get(a.id)?.tasks ?? 0) - (best.get(b.id)?.tasks ?? 0));
    const tasks = deal === undefined ? 0 : (best.get(deal.id)?.tasks ?? 0);
    if (deal === undefined || tasks <= options.most) return;
    const way: string[] = [];
    for (let id: string | undefined = deal.id; id !== undefined; id = best.get(id)?.before) way.unshift(id);
    yield {
      message: `Even the shortest way from first contact to ${quote(deal.id)} takes ${tasks} tasks, more than ${options.most}: ${tellWay(way)}.`,
      at: at(deal),
      hint: 'Take out what the customer would not miss, do in parallel what can be, move the rest behind the deal.',
    };
  },
});
