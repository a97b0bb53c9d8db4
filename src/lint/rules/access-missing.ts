/** Steps that need a right their owner does not have. */
import { quote } from '../../base/quote.js';
import type { AccessGrant, Field, Owner, Store } from '../../model/process.js';
import { dataUseOf, fieldsAt, fieldsOfKind, isOwn, mostGuarded, personal, placeName, type Use } from '../data-use.js';
import { grantsFor, isExternal } from '../parties.js';
import { defineRule, type ProposedFix, type RuleContext } from '../rule.js';
import { isErasure } from '../words/subjects.js';

export const accessMissing = defineRule({
  id: 'access-missing',
  group: 'data',
  summary: 'A step reads or writes data to which its owner has no right',
  severity: 'warning',
  level: 'recommended',
  presets: ['security'],
  why:
    "Table of rights and process do not agree. In life either the step cannot be done, or it is done with a colleague's password, and then the audit trail names the wrong person. Grant the right, or give " +
    'the step to somebody who has it. To write, c (create) or u (update) is needed; members have the rights of their department; a store that lists no access is not looked at, nor are customers and partners, who are handed what concerns them. ' +
    'A partner whose step reads a whole group with personal data is handed more than that, and is told.',
  bad: `trackflow: 1
title: 售后工单
stores:
  tickets: {name: 工单库, fields: {ticket: {问题: internal}}, access: {service: cr, engineer: r}}
owners: {service: {name: 客服}, engineer: {name: 工程师}}
nodes:
  start: {type: start, name: 客户报修, owner: service, next: open}
  open: {name: 登记工单, owner: service, writes: [tickets.ticket], next: repair}
  repair:
    name: 上门维修
    owner: engineer
    reads: [tickets.ticket]
    writes: [tickets.ticket] # ✗
    next: done
  done: {type: end, name: 工单已关闭, owner: service}
`,
  good: `trackflow: 1
title: 售后工单
stores:
  tickets: {name: 工单库, fields: {ticket: {问题: internal}}, access: {service: cr, engineer: ru}}
owners: {service: {name: 客服}, engineer: {name: 工程师}}
nodes:
  start: {type: start, name: 客户报修, owner: service, next: open}
  open: {name: 登记工单, owner: service, writes: [tickets.ticket], next: repair}
  repair:
    name: 上门维修
    owner: engineer
    reads: [tickets.ticket]
    writes: [tickets.ticket]
    next: done
  done: {type: end, name: 工单已关闭, owner: service}
`,
  fixable: 'unsafe',
  *check(context) {
    const { process, facts, at } = context;
    const { reads, writes } = dataUseOf(process);
    const needs: readonly (readonly ['reads' | 'writes', readonly Use[]])[] = [
      ['reads', reads],
      ['writes', writes],
    ];
    const told = new Set<string>();
    for (const [need, uses] of needs) {
      for (const use of uses) {
        const store = facts.store(use.place.store);
        const owner = facts.owner(use.node.owner ?? '');
        if (store === undefined || owner === undefined || store.access.length === 0) continue;
        // Customers and partners are handed what concerns them; but nobody hands a partner a whole group of data about people.
        const isOutside = isExternal(owner);
        const exposed = isOutside && owner.kind === 'partner' && need === 'reads' ? wholeGroup(store, use) : undefined;
        if (isOutside && exposed === undefined) continue;
        const key = JSON.stringify([need, store.id, owner.id]);
        if (told.has(key)) continue;
        const isAllowed = (grant: AccessGrant): boolean =>
          need === 'reads' ? grant.read : grant.create || grant.update || (grant.delete && isErasure(use.node));
        if (grantsFor(process, store, owner.id).some(isAllowed)) continue;
        told.add(key);
        const verb = need === 'reads' ? 'read' : 'write';
        const fix = isOutside ? undefined : proposal(context, store, owner, need, use);
        const what = exposed === undefined ? '' : `, with ${exposed.sensitivity} data such as ${quote(exposed.id)},`;
        yield {
          message: `${quote(owner.id)} ${verb}s ${quote(placeName(use.place))}${what} at ${quote(use.node.id)}, but has no right to ${verb} ${quote(store.id)}.`,
          at: at(use.node, need, use.index),
          hint:
            exposed === undefined
              ? `Grant it under access: of ${quote(store.id)}, or give the step to somebody who has the right.`
              : `Read only the fields that ${quote(owner.id)} needs, or say under access: of ${quote(store.id)} what they may see: {may: r, only: …}.`,
          related: [{ message: 'who has access', span: at(store, 'access') }],
          ...(fix && { fix }),
        };
      }
    }
  },
});

function proposal(
  { process, placeOf }: Pick<RuleContext, 'process' | 'placeOf'>,
  store: Store,
  owner: Owner,
  need: 'reads' | 'writes',
  { place }: Use,
): ProposedFix | undefined {
  if (!isOwn(process, store)) return undefined;
  // The right would be to the whole store: whether they may see what is sensitive there is for people to say.
  const wanted = new Set(fieldsAt(store, place));
  if (fieldsOfKind(store, ['sensitive']).some((field) => !wanted.has(field))) return undefined;
  const grant = store.access.find((each) => each.owner === owner.id);
  const rights = [
    grant?.create === true ? 'c' : '',
    need === 'reads' || grant?.read === true ? 'r' : '',
    need === 'writes' || grant?.update === true ? 'u' : '',
    grant?.delete === true ? 'd' : '',
  ].join('');
  const { file, path } = placeOf(store);
  const at = [...path, 'access', owner.id, ...(grant?.only === undefined ? [] : ['may'])];
  return {
    title: `Grant ${quote(owner.id)} the rights ${quote(rights)}`,
    safe: false,
    changes: [{ kind: 'set', file, path: at, value: rights }],
  };
}

/** Of a place that is more than one field, what should least get out, if it is about people. */
function wholeGroup(store: Store, { place }: Use): Field | undefined {
  return place.field === undefined ? mostGuarded(fieldsAt(store, place), personal) : undefined;
}
