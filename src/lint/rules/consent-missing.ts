/** Personal data that nobody has been asked for. */
import { quote } from '../../base/quote.js';
import type { Process, ProcessNode, Store } from '../../model/process.js';
import { dataUseOf, fieldsAt, personal } from '../data-use.js';
import { grantsFor } from '../parties.js';
import { textsOf } from '../texts.js';
import { isClosing, isErasure } from '../words/subjects.js';
import { defineRule } from '../rule.js';

export const consentMissing = defineRule({
  id: 'consent-missing',
  group: 'security',
  summary: 'Personal data are collected, and nothing speaks of consent',
  severity: 'info',
  level: 'strict',
  why:
    'Whoever writes down a phone number without saying what for may not call it: the law asks for a purpose, a notice and, for most ' +
    'marketing, a consent that can be shown. Say at the step that collects the data how the customer is told and agrees, and keep a field ' +
    'for it. The rule is content with any word of it in the steps, names or fields of the flow.',
  bad: `trackflow: 1
title: 客户登记
owners: {sales: {name: 销售}}
stores:
  crm:
    name: 客户库
    fields: {basic: {姓名: personal, 手机: personal}}
    access: {sales: cru}
    protection: {encryption: [at-rest, in-transit], audit: true}
nodes:
  start: {type: start, name: 客户来访, owner: sales, next: record}
  record:
    name: 登记客户资料
    owner: sales
    reads: [crm.basic]
    writes: [crm.basic] # ✗
    next: done
  done: {type: end, name: 资料已登记, owner: sales}
`,
  good: `trackflow: 1
title: 客户登记
owners: {sales: {name: 销售}}
stores:
  crm:
    name: 客户库
    fields: {basic: {姓名: personal, 手机: personal, 同意联系: personal}}
    access: {sales: cru}
    protection: {encryption: [at-rest, in-transit], audit: true}
nodes:
  start: {type: start, name: 客户来访, owner: sales, next: record}
  record:
    name: 登记客户资料
    owner: sales
    reads: [crm.basic]
    writes: [crm.basic]
    next: done
  done: {type: end, name: 资料已登记, owner: sales}
`,
  *check({ process, at }) {
    const { writes, store } = dataUseOf(process);
    const first = writes.find(({ node, place }) => {
      const home = store(place.store);
      if (home === undefined || isErasure(node) || isClosing(node) || !mayCreate(process, home, node)) return false;
      return fieldsAt(home, place).some(({ sensitivity }) => personal.includes(sensitivity));
    });
    if (first === undefined) return;
    const ids = process.stores.flatMap(({ groups }) => groups.flatMap(({ fields }) => fields.map(({ id }) => id)));
    const texts = textsOf(process).flatMap(({ text }) => Object.values(text));
    if ([...ids, ...texts].some((words) => consent.test(words))) return;
    yield {
      message: `${quote(first.node.id)} collects personal data, and nothing in this flow speaks of the customer's consent.`,
      at: at(first.node, 'writes', first.index),
      hint: 'Say in its steps how the customer is told what for and agrees, and keep a field for it.',
    };
  },
});

const consent = /同意|授权|告知|隐私|退订|勿扰|consent|opt(?:s|ed)?[- ]?(?:in|out)|permission|privacy|agree[ds]? to/iu;

/** Who may only change records does not take down new ones. */
function mayCreate(process: Process, store: Store, { owner }: ProcessNode): boolean {
  if (owner === undefined || store.access.length === 0) return true;
  const grants = grantsFor(process, store, owner);
  return grants.some(({ create }) => create);
}
