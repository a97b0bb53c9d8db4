/** Cases that are passed from desk to desk. */
import { mainPath } from '../../model/graph.js';
import { quote } from '../../base/quote.js';
import { isExternal } from '../parties.js';
import { defineRule } from '../rule.js';
import type { Owner, ProcessNode } from '../../model/process.js';

export const tooManyHandoffs = defineRule({
  id: 'too-many-handoffs',
  group: 'complexity',
  summary: 'The main path changes hands too often',
  severity: 'warning',
  level: 'strict',
  why:
    'At every handover a case lies in an in-tray, something that was said on the phone gets lost, and the customer tells the story again. Most of the time a ' +
    'process takes is waiting between two lanes. Let one owner do what belongs together, and hand over once. Steps of the customer are not counted.',
  given: { options: { most: 2 } },
  bad: `trackflow: 1
title: Leads # ✗
owners: {service: {name: Service}, sales: {name: Sales}}
nodes:
  start: {type: start, name: Inquiry arrives, owner: service, next: record}
  record: {name: Record the lead, owner: service, next: check}
  check: {name: Check for duplicates, owner: sales, next: complete}
  complete: {name: Complete the record, owner: service, next: call}
  call: {name: Call the lead, owner: sales, next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  good: `trackflow: 1
title: Leads
owners: {service: {name: Service}, sales: {name: Sales}}
nodes:
  start: {type: start, name: Inquiry arrives, owner: service, next: record}
  record: {name: Record the lead, owner: service, next: check}
  check: {name: Check for duplicates, owner: service, next: complete}
  complete: {name: Complete the record, owner: service, next: call}
  call: {name: Call the lead, owner: sales, next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  options: { most: { kind: 'number', default: 12, least: 1, summary: 'Handovers on the main path' } },
  *check({ process, facts, options, at }) {
    const handoffs: { readonly node: ProcessNode; readonly from: Owner; readonly to: Owner }[] = [];
    let last: Owner | undefined;
    for (const id of mainPath(process.nodes, process.edges)) {
      const node = facts.node(id);
      const owner = facts.owner(node?.owner ?? '');
      if (node === undefined || owner === undefined || isExternal(owner)) continue;
      if (last !== undefined && last !== owner) handoffs.push({ node, from: last, to: owner });
      last = owner;
    }
    if (handoffs.length <= options.most) return;
    yield {
      message: `On the main path a case changes hands ${handoffs.length} times; more than ${options.most} lose time and knowledge.`,
      at: at(process, 'title'),
      hint: 'Let one owner do what belongs together, and hand over once.',
      related: handoffs
        .slice(0, 12)
        .map(({ node, from, to }) => ({ message: `from ${quote(from.id)} to ${quote(to.id)}`, span: at(node) })),
    };
  },
});
