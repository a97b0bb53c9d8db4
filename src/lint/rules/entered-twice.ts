/** The same information asked for and typed in a second time. */
import { quote } from '../../base/quote.js';
import type { DataRef } from '../../model/process.js';
import { dataUseOf, fieldsAt, overlap, personal, placeName, type Use } from '../data-use.js';
import { defineRule, type RuleContext } from '../rule.js';
import { walk } from '../facts.js';
import { waysOf } from '../ways.js';
import { isEntry, isErasure } from '../words/subjects.js';

export const enteredTwice = defineRule({
  id: 'entered-twice',
  group: 'complexity',
  summary: 'Two steps enter the same data, and the second does not look at the first',
  severity: 'warning',
  level: 'recommended',
  why:
    'A customer who has given name and phone number on the web page and is asked for them again by sales knows that nobody has read the first answer. Typing twice costs ' +
    'minutes each time, and the two records differ within a year. Let the second step read what is there, and only correct or complete it. ' +
    'Looked at are steps that by their name type something in (录入, 登记, enter, fill in), and personal data or single fields; ' +
    'who signs, assigns or visits and updates the record on the way is not asked, nor who fills in the rest of a group of which some fields are there. ' +
    'Notes, logs and states (跟进记录, notes, status) are written anew at every step and may be.',
  bad: `trackflow: 1
title: 线索登记
stores:
  crm:
    name: 客户库
    fields: {basic: {姓名: personal, 手机: personal}}
    access: {service: cru, sales: cru}
    protection: {encryption: [at-rest, in-transit]}
owners: {service: {name: 客服}, sales: {name: 销售}}
nodes:
  start: {type: start, name: 收到咨询, owner: service, next: record}
  record: {name: 登记线索, owner: service, writes: [crm.basic], next: meet}
  meet:
    name: 填写客户信息表
    owner: sales
    writes: [crm.basic] # ✗
    next: look
  look: {name: 核对资料, owner: service, reads: [crm], next: done}
  done: {type: end, name: 需求已明确, owner: service}
`,
  good: `trackflow: 1
title: 线索登记
stores:
  crm:
    name: 客户库
    fields: {basic: {姓名: personal, 手机: personal}}
    access: {service: cru, sales: cru}
    protection: {encryption: [at-rest, in-transit]}
owners: {service: {name: 客服}, sales: {name: 销售}}
nodes:
  start: {type: start, name: 收到咨询, owner: service, next: record}
  record: {name: 登记线索, owner: service, writes: [crm.basic], next: meet}
  meet:
    name: 填写客户信息表
    owner: sales
    reads: [crm.basic]
    writes: [crm.basic]
    next: look
  look: {name: 核对资料, owner: service, reads: [crm], next: done}
  done: {type: end, name: 需求已明确, owner: service}
`,
  *check(context) {
    const { process, at } = context;
    const { writesOf } = dataUseOf(process);
    const { out } = waysOf(process);
    for (const store of process.stores) {
      const entries = writesOf(store.id).filter((use) => isUnseen(use, store.id));
      const typed = new Set(entries.filter(({ node }) => isEntry(node)));
      const told = new Set<Use>();
      for (const first of entries) {
        const rivals = entries.filter(
          (use) => use.node !== first.node && typed.has(use) && !told.has(use) && isSame(context, first, use),
        );
        if (rivals.length === 0) continue;
        const later = walk([first.node.id], (id) => out(id).map(({ to }) => to));
        for (const second of rivals) {
          if (!later.has(second.node.id)) continue;
          told.add(second);
          yield {
            message: `${quote(second.node.id)} enters ${quote(placeName(second.place))}, which ${quote(first.node.id)} has entered before, and does not read it.`,
            at: at(second.node, 'writes', second.index),
            hint: `If it corrects or completes what is there, add reads: [${placeName(second.place)}]; if not, leave one of the two out.`,
            related: [{ message: 'entered here first', span: at(first.node, 'writes', first.index) }],
          };
        }
      }
    }
  },
});

/** People at work who write parts of a store that they have not looked at. */
function isUnseen({ node, place }: Use, store: string): boolean {
  return (
    place.group !== undefined &&
    node.type === 'task' &&
    node.kind === 'manual' &&
    !isErasure(node) &&
    !node.reads.some((read) => read.store === store)
  );
}

function isSame({ facts }: Pick<RuleContext, 'facts'>, { place: one }: Use, { place: other }: Use): boolean {
  if (!overlap(one, other)) return false;
  // The second completes what the first has begun.
  if (one.field !== undefined && other.field === undefined) return false;
  if (isOngoing(facts, one) || isOngoing(facts, other)) return false;
  if (one.field !== undefined && one.field === other.field) return true;
  const store = facts.store(one.store);
  const narrow = one.field === undefined ? other : one;
  return store !== undefined && fieldsAt(store, narrow).some(({ sensitivity }) => personal.includes(sensitivity));
}

/** Grows or changes with every step, by the id or name of the field, or of the group: a log, notes, a state. */
function isOngoing({ store }: RuleContext['facts'], place: DataRef): boolean {
  const group = store(place.store)?.groups.find(({ id }) => id === place.group);
  const part = place.field === undefined ? group : group?.fields.find(({ id }) => id === place.field);
  return part !== undefined && [part.id, ...Object.values(part.name ?? {})].some((words) => ongoing.test(words));
}

const ongoing =
  /记录|日志|备注|状态|阶段|进度|进展|流水|轨迹|(?:^|[ _-])(?:notes?|remarks?|comments?|logs?|history|journal|status|states?|stage|progress|activity|activities)$/iu;
