/** Talks of which nothing is left. */
import { quote } from '../../base/quote.js';
import type { Channel, ProcessNode } from '../../model/process.js';
import { overlap } from '../data-use.js';
import { isExternal } from '../parties.js';
import { workAfter } from '../ways.js';
import { defineRule } from '../rule.js';

export const contactUnrecorded = defineRule({
  id: 'contact-unrecorded',
  group: 'customer',
  summary: 'A contact with the customer of which nothing is recorded',
  severity: 'warning',
  level: 'recommended',
  why:
    'What was said on the phone and not written down has not been said: the colleague who stands in calls again, the customer tells it ' +
    'again, and the promise is forgotten. Where the flow records other contacts, this one should be too: name under writes where. If the ' +
    'next step writes where contacts are recorded, or the step leaves a document of its own under outputs, that is enough.',
  bad: `trackflow: 1
title: 客户回访
owners: {service: {name: 客服}}
stores:
  crm: {name: 客户库, fields: {interaction: {沟通内容: internal}}, access: {service: cru}}
nodes:
  start: {type: start, name: 到回访日, owner: service, next: call}
  call: # ✗
    name: 致电客户
    owner: service
    via: [phone]
    next: wait
  wait: {name: 准备资料, owner: service, next: write}
  write: {name: 发送资料, owner: service, via: [email], writes: [crm.interaction], next: look}
  look: {name: 汇总意见, owner: service, reads: [crm.interaction], next: done}
  done: {type: end, name: 回访完成, owner: service}
`,
  good: `trackflow: 1
title: 客户回访
owners: {service: {name: 客服}}
stores:
  crm: {name: 客户库, fields: {interaction: {沟通内容: internal}}, access: {service: cru}}
nodes:
  start: {type: start, name: 到回访日, owner: service, next: call}
  call:
    name: 致电客户
    owner: service
    via: [phone]
    writes: [crm.interaction]
    next: write
  write: {name: 发送资料, owner: service, via: [email], writes: [crm.interaction], next: look}
  look: {name: 汇总意见, owner: service, reads: [crm.interaction], next: done}
  done: {type: end, name: 回访完成, owner: service}
`,
  *check({ process, facts, at }) {
    const places = process.nodes.flatMap((node) => (channelsOf(node).length > 0 ? node.writes : []));
    if (places.length === 0) return;
    const records = ({ type, writes }: ProcessNode): boolean =>
      type === 'subflow' || writes.some((write) => places.some((place) => overlap(write, place)));
    for (const node of process.nodes) {
      const channels = channelsOf(node);
      if (node.type !== 'task' || channels.length === 0 || node.writes.length + node.outputs.length > 0) continue;
      const owner = facts.owner(node.owner ?? '');
      // What a system sends is in its log.
      if (isExternal(owner) || owner?.kind === 'system') continue;
      const next = workAfter(process, node.id);
      if (next.length > 0 && next.every(records)) continue;
      yield {
        message: `${quote(node.id)} reaches the customer by ${channels.join(', ')}, and nothing of it is recorded.`,
        at: at(node),
        hint: 'Name under writes: where the contact is recorded.',
      };
    }
  },
});

/** How a step reaches the customer, once or by a plan. */
function channelsOf({ via, cadence }: ProcessNode): readonly Channel[] {
  return [...new Set([...via, ...cadence.flatMap((line) => line.via)])];
}
