/** Owners that appear nowhere. */
import { quote } from '../../base/quote.js';
import { isOwn } from '../data-use.js';
import { downwards, upwards } from '../parties.js';
import { defineRule } from '../rule.js';

export const unusedOwner = defineRule({
  id: 'unused-owner',
  group: 'responsibility',
  summary: 'An owner who does nothing, answers for nothing and is told nothing',
  severity: 'warning',
  level: 'recommended',
  why:
    'Somebody was meant to have a part and has none: a step was given to another owner, or the id is almost, but not quite, the one used below. Readers of the list of ' +
    'responsibilities look for their task and do not find it. Give the owner a part, or take it out. Owners of a library serve other flows and are not reported.',
  bad: `trackflow: 1
title: Leads
owners:
  sales: {name: Sales}
  finance: {name: Finance} # ✗
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  good: `trackflow: 1
title: Leads
owners:
  sales: {name: Sales}
  finance: {name: Finance}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, informed: [finance], next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  fixable: 'unsafe',
  *check({ process, at, placeOf }) {
    const used = new Set<string | undefined>();
    for (const { owner, accountable, consulted, informed } of process.nodes) {
      for (const id of [owner, accountable, ...consulted, ...informed]) used.add(id);
    }
    for (const { owner, access } of process.stores)
      for (const id of [owner, ...access.map((grant) => grant.owner)]) used.add(id);
    for (const { owner } of process.kpis) used.add(owner);
    const { document } = process;
    for (const id of [document?.owner, ...(document?.reviewers ?? []), ...(document?.approvers ?? [])]) used.add(id);
    for (const owner of process.owners) {
      // A department whose member has a part has one itself, and the other way round.
      if ([...upwards(process, owner.id), ...downwards(process, owner.id)].some((id) => used.has(id))) continue;
      if (owner.kind === 'customer' || !isOwn(process, owner)) continue; // a customer has a part in all of it
      const { file, path } = placeOf(owner);
      const isFree = owner.parent === undefined && owner.members.length === 0;
      yield {
        message: `${quote(owner.id)} does no step, is named in none, and has no part in data, figures or document.`,
        at: at(owner),
        hint: 'Give it a part, or take it out.',
        ...(isFree && {
          fix: { title: `Take ${quote(owner.id)} out`, safe: false, changes: [{ kind: 'remove', file, path }] },
        }),
      };
    }
  },
});
