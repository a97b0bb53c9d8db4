/** Feedback for the drawer. */
import { quote } from '../../base/quote.js';
import { dataUseOf, isOwn, overlap, placeName } from '../data-use.js';
import { isFeedback } from '../words/subjects.js';
import { defineRule } from '../rule.js';

export const feedbackUnused = defineRule({
  id: 'feedback-unused',
  group: 'customer',
  summary: 'Feedback is collected, and no step uses it',
  severity: 'warning',
  level: 'recommended',
  why:
    'Customers notice when they are asked for the third time and nothing has changed, and then they stop answering. Feedback has to reach ' +
    'those who can change something: let a step read it, decide by it, and tell the customer what came of it. Stores of a library may be ' +
    'read elsewhere, and so may all data of a flow with subflows; these are not reported.',
  bad: `trackflow: 1
title: 满意度回访
owners: {service: {name: 客服}, product: {name: 产品部}}
stores:
  crm: {name: 客户库, fields: {rating: {满意度: internal, 客户意见: internal}}, access: {service: cru, product: r}}
nodes:
  start: {type: start, name: 到回访日, owner: service, next: call}
  call:
    name: 回访客户
    owner: service
    via: [phone]
    writes: [crm.rating] # ✗
    next: thank
  thank: {name: 感谢客户, owner: service, next: improve}
  improve: {name: 改进产品, owner: product, next: done}
  done: {type: end, name: 回访完成, owner: service}
`,
  good: `trackflow: 1
title: 满意度回访
owners: {service: {name: 客服}, product: {name: 产品部}}
stores:
  crm: {name: 客户库, fields: {rating: {满意度: internal, 客户意见: internal}}, access: {service: cru, product: r}}
nodes:
  start: {type: start, name: 到回访日, owner: service, next: call}
  call:
    name: 回访客户
    owner: service
    via: [phone]
    writes: [crm.rating]
    next: thank
  thank: {name: 感谢客户, owner: service, next: improve}
  improve: {name: 改进产品, owner: product, reads: [crm.rating], next: done}
  done: {type: end, name: 回访完成, owner: service}
`,
  *check({ process, at }) {
    if (process.nodes.some(({ type }) => type === 'subflow')) return;
    const { writes, readsOf, store } = dataUseOf(process);
    const told = new Set<string>();
    for (const { node, place, index } of writes) {
      const home = store(place.store);
      const name = placeName(place);
      if (home === undefined || !isOwn(process, home) || told.has(name) || !isFeedback(home, place)) continue;
      if (readsOf(place.store).some((read) => overlap(read.place, place))) continue;
      told.add(name);
      yield {
        message: `${quote(node.id)} collects feedback in ${quote(name)}, and no step ever reads it.`,
        at: at(node, 'writes', index),
        hint: 'Let the step of those who can change something read it.',
      };
    }
  },
});
