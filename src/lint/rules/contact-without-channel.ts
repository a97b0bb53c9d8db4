/** Contacts that do not say how. */
import { quote } from '../../base/quote.js';
import { isExternal } from '../parties.js';
import { isContact } from '../words/subjects.js';
import { defineRule } from '../rule.js';

export const contactWithoutChannel = defineRule({
  id: 'contact-without-channel',
  group: 'customer',
  summary: 'A step that by its name reaches the customer, without a channel',
  severity: 'info',
  level: 'strict',
  why:
    'Contact the customer: by phone, by e-mail, in person? It makes a difference of an hour of work, of what the customer has agreed to, and ' +
    'of which system keeps the record. Where other steps name their channels, name them here too under via.',
  bad: `trackflow: 1
title: 客户跟进
nodes:
  start: {type: start, name: 收到线索, next: first}
  first: {name: 致电客户, via: [phone], next: again}
  again: # ✗
    name: 定期回访客户
    next: done
  done: {type: end, name: 需求明确}
`,
  good: `trackflow: 1
title: 客户跟进
nodes:
  start: {type: start, name: 收到线索, next: first}
  first: {name: 致电客户, via: [phone], next: again}
  again:
    name: 定期回访客户
    via: [phone, visit]
    next: done
  done: {type: end, name: 需求明确}
`,
  *check({ process, facts, at }) {
    if (process.nodes.every(({ via }) => via.length === 0)) return;
    for (const node of process.nodes) {
      if (node.type !== 'task' || node.kind === 'approval' || !isContact(node)) continue;
      if (node.via.length > 0 || node.cadence.some(({ via }) => via.length > 0)) continue;
      if (isExternal(facts.owner(node.owner ?? ''))) continue;
      yield {
        message: `${quote(node.id)} reaches the customer, and does not say through which channel.`,
        at: at(node),
        hint: 'Add via:, such as [phone, email].',
      };
    }
  },
});
