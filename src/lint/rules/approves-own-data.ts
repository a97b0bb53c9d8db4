/** Approval of what the approver has written further up. */
import { quote } from '../../base/quote.js';
import type { DataRef, ProcessNode } from '../../model/process.js';
import { covers, overlap, placeName } from '../data-use.js';
import { walk } from '../facts.js';
import { defineRule } from '../rule.js';
import { submittedTo } from '../submissions.js';
import { waysOf } from '../ways.js';

export const approvesOwnData = defineRule({
  id: 'approves-own-data',
  group: 'responsibility',
  summary: 'An approval that rests on data the approver has written',
  severity: 'warning',
  level: 'strict',
  presets: ['security'],
  why:
    'The classic of fraud: the one who may create a customer or set a price is also the one who releases the order that uses it, only three steps later and ' +
    'therefore unnoticed. Segregation of duties looks at the data and not only at the step before. Let another role enter the data, or another one approve.',
  bad: `trackflow: 1
title: Credit
stores:
  crm: {name: CRM, fields: {credit: {limit: internal}}, access: {manager: cru, sales: r}}
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Order arrives, owner: sales, next: limit}
  limit: {name: Set the credit limit, owner: manager, writes: [crm.credit], next: prepare}
  prepare: {name: Prepare the order, owner: sales, reads: [crm.credit], next: release}
  release:
    kind: approval
    name: Release the order
    owner: manager # ✗
    sla: 1d
    reads: [crm.credit]
    next: done
  done: {type: end, name: Order released, owner: sales}
`,
  good: `trackflow: 1
title: Credit
stores:
  crm: {name: CRM, fields: {credit: {limit: internal}}, access: {finance: cru, manager: r, sales: r}}
owners: {sales: {name: Sales}, manager: {name: Manager}, finance: {name: Finance}}
nodes:
  start: {type: start, name: Order arrives, owner: sales, next: limit}
  limit: {name: Set the credit limit, owner: finance, writes: [crm.credit], next: prepare}
  prepare: {name: Prepare the order, owner: sales, reads: [crm.credit], next: release}
  release:
    kind: approval
    name: Release the order
    owner: manager
    sla: 1d
    reads: [crm.credit]
    next: done
  done: {type: end, name: Order released, owner: sales}
`,
  *check({ process, facts, at }) {
    const { into, out } = waysOf(process);
    for (const node of process.nodes) {
      if (node.type !== 'task' || node.kind !== 'approval' || node.owner === undefined || node.reads.length === 0)
        continue;
      const before = walk([node.id], (id) => into(id).map(({ from }) => from));
      const direct = new Set(submittedTo(process, node.id).map(({ id }) => id)); // self-approval speaks of these
      for (const work of process.nodes) {
        if (work === node || work.owner !== node.owner || !before.has(work.id) || direct.has(work.id)) continue;
        if (work.type !== 'task' || work.kind === 'approval') continue;
        const seen = (write: DataRef): readonly DataRef[] => node.reads.filter((read) => overlap(write, read));
        const place = work.writes.find((write) => seen(write).length > 0);
        if (place === undefined) continue;
        // What others have written over it since, all that the approver looks at, is theirs.
        const rewrites = ({ owner, writes }: ProcessNode): boolean =>
          owner !== undefined &&
          owner !== node.owner &&
          work.writes.flatMap(seen).every((read) => writes.some((write) => covers(write, read)));
        const onward = (id: string): readonly string[] =>
          out(id).flatMap(({ to }) => {
            const next = facts.node(to);
            return next === undefined || rewrites(next) ? [] : [to];
          });
        if (!walk([work.id], onward).has(node.id)) continue;
        yield {
          message: `${quote(node.owner)} approves at ${quote(node.id)} by ${quote(placeName(place))}, which ${quote(node.owner)} wrote at ${quote(work.id)}.`,
          at: at(node, 'owner'),
          hint: 'Let another owner write the data, or another one approve.',
          related: [{ message: 'written here', span: at(work) }],
        };
        break;
      }
    }
  },
});
