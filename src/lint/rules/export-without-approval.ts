/** Data that leave the house without anybody having agreed. */
import { quote } from '../../base/quote.js';
import type { ProcessNode } from '../../model/process.js';
import { dataUseOf, fieldsAt, guarded, mostGuarded } from '../data-use.js';
import { isExternal } from '../parties.js';
import { shortestWay, tellWay } from '../ways.js';
import { isApprovalQuestion, isExport, isForThemselves } from '../words/subjects.js';
import { defineRule } from '../rule.js';

export const exportWithoutApproval = defineRule({
  id: 'export-without-approval',
  group: 'security',
  summary: 'Personal or confidential data go to an outsider without an approval before',
  severity: 'warning',
  level: 'strict',
  why:
    'The list of customers for the mailing agency is the most common leak of all, and nobody meant harm. Once data are outside, no right and ' +
    'no retention holds any more. Have somebody who is not in a hurry approve before: which fields, for what, until when. Looked at are ' +
    'steps that hand guarded data to a partner, and steps that by their name export or share them; an approval is a task of that kind or a ' +
    'decision that is named for it. Data that are written only after it cannot have been what was approved.',
  bad: `trackflow: 1
title: Partner mailing
owners: {sales: {name: Sales}, manager: {name: Manager}, partner: {name: Agency, kind: partner}}
stores:
  crm:
    name: CRM
    fields: {basic: {name: personal, email: personal}}
    access: {sales: cru, manager: r}
    protection: {encryption: [at-rest, in-transit], audit: true}
nodes:
  start: {type: start, name: Mailing is planned, owner: sales, next: select}
  select: # ✗
    name: Select the customers
    owner: sales
    reads: [crm.basic]
    outputs: [Address list]
    next: mail
  mail: {name: Send the mailing, owner: partner, inputs: [Address list], next: done}
  done: {type: end, name: Mailing sent, owner: sales}
`,
  good: `trackflow: 1
title: Partner mailing
owners: {sales: {name: Sales}, manager: {name: Manager}, partner: {name: Agency, kind: partner}}
stores:
  crm:
    name: CRM
    fields: {basic: {name: personal, email: personal}}
    access: {sales: cru, manager: r}
    protection: {encryption: [at-rest, in-transit], audit: true}
nodes:
  start: {type: start, name: Mailing is planned, owner: sales, next: approve}
  approve: {kind: approval, name: Approve the mailing, owner: manager, sla: 1d, next: approved}
  approved: {type: decision, name: Approved?, owner: manager, next: [{when: 'yes', to: select}, {otherwise: dropped}]}
  dropped: {type: end, name: Mailing dropped, owner: manager}
  select: # approved above
    name: Select the customers
    owner: sales
    reads: [crm.basic]
    outputs: [Address list]
    next: mail
  mail: {name: Send the mailing, owner: partner, inputs: [Address list], next: done}
  done: {type: end, name: Mailing sent, owner: sales}
`,
  *check({ process, facts, at }) {
    const starts = process.nodes.filter(({ type }) => type === 'start').map(({ id }) => id);
    const agrees = (node: ProcessNode | undefined): boolean =>
      node?.type === 'task' ? node.kind === 'approval' : node?.type === 'decision' && isApprovalQuestion(node);
    for (const node of process.nodes) {
      if (node.type !== 'task' || isExternal(facts.owner(node.owner ?? ''))) continue;
      const given = node.reads.flatMap((place) => {
        const store = facts.store(place.store);
        return store === undefined ? [] : fieldsAt(store, place);
      });
      const field = mostGuarded(given, guarded);
      if (field === undefined) continue;
      const edge = facts.out(node.id).find(({ to }) => facts.owner(facts.node(to)?.owner ?? '')?.kind === 'partner');
      const goesOut = edge !== undefined && (edge.carries.length > 0 || node.outputs.length > 0);
      if (!goesOut && (!isExport(node) || isForThemselves(node))) continue;
      if (agrees(node)) continue;
      const unapproved = (from: readonly string[]): readonly string[] | undefined =>
        shortestWay(
          from,
          (id) => facts.out(id).map(({ to }) => to),
          (id) => id === node.id,
          (id) => !agrees(facts.node(id)),
        );
      const writers = dataUseOf(process)
        .writes.filter(({ place }) => {
          const store = facts.store(place.store);
          return store !== undefined && fieldsAt(store, place).includes(field);
        })
        .map((write) => write.node.id)
        .filter((id) => id !== node.id);
      const way = unapproved(starts);
      const since = way ?? unapproved(writers);
      const writer = facts.node(since?.[0] ?? '');
      if (since === undefined) continue;
      const when = way !== undefined || writer === undefined ? '' : ` after ${quote(writer.id)} has written them,`;
      yield {
        message: `${quote(node.id)} gives ${field.sensitivity} data such as ${quote(field.id)} away, and nobody approves it${when} on the way ${tellWay(since)}.`,
        at: at(node),
        hint: 'Put a task of kind: approval before it.',
      };
    }
  },
});
