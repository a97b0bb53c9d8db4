/** Identity and bank data on channels where others read along. */
import type { Field } from '../../model/process.js';
import { quote } from '../../base/quote.js';
import { fieldsAt, plainChannels } from '../data-use.js';
import { exposedReads } from '../exposure.js';
import { defineRule } from '../rule.js';
import { isRequest } from '../words/subjects.js';

export const sensitiveInPlain = defineRule({
  id: 'sensitive-in-plain',
  group: 'security',
  summary: 'Sensitive personal data at a step that reaches the customer over an open channel',
  severity: 'warning',
  level: 'recommended',
  why:
    'Identity numbers, bank accounts and health data in an e-mail or a chat stay there for ever: in two mailboxes, on three phones and in a ' +
    'backup nobody can clear. Send a message that there is something, and let the customer look at it behind a login, in the app or on the ' +
    'web; or read only the fields that the message needs. A step that by its name asks for such data (收集, 索取, ask for, collect) over open channels alone ' +
    'gets them the same way.',
  bad: `trackflow: 1
title: 开户
owners: {service: {name: 客服}, customer: {name: 客户, kind: customer}}
stores:
  crm:
    name: 客户库
    fields: {basic: {姓名: personal, 邮箱: personal, 证件号: sensitive}}
    access: {service: cru}
    protection: {encryption: [at-rest, in-transit], audit: true}
nodes:
  start: {type: start, name: 客户申请开户, owner: customer, next: record}
  record: {name: 登记客户资料, owner: service, writes: [crm.basic], next: send}
  send:
    name: 发送开户资料
    owner: service
    reads: [crm.basic]
    writes: [crm.basic]
    via: [email] # ✗
    next: done
  done: {type: end, name: 开户完成, owner: service}
`,
  good: `trackflow: 1
title: 开户
owners: {service: {name: 客服}, customer: {name: 客户, kind: customer}}
stores:
  crm:
    name: 客户库
    fields: {basic: {姓名: personal, 邮箱: personal, 证件号: sensitive}}
    access: {service: cru}
    protection: {encryption: [at-rest, in-transit], audit: true}
nodes:
  start: {type: start, name: 客户申请开户, owner: customer, next: record}
  record: {name: 登记客户资料, owner: service, writes: [crm.basic], next: send}
  send:
    name: 发送开户资料
    owner: service
    reads: [crm.basic]
    writes: [crm.basic]
    via: [app]
    next: done
  done: {type: end, name: 开户完成, owner: service}
`,
  options: {
    channels: {
      kind: 'words',
      default: plainChannels,
      summary: 'Channels on which others can read along',
    },
  },
  *check({ process, facts, options, at }) {
    const is = ({ sensitivity }: Field): boolean => sensitivity === 'sensitive';
    for (const { node, field, channel, read, via } of exposedReads(process, facts, options.channels, is)) {
      yield {
        message: `${quote(node.id)} reads ${quote(field.id)}, which is sensitive, and goes out by ${channel}, where others can read along.`,
        at: at(node, 'via', via),
        hint: 'Show it behind a login (app, web), or read only the fields that the message needs.',
        related: [{ message: 'read here', span: at(node, 'reads', read) }],
      };
    }
    for (const node of process.nodes) {
      const [channel] = node.via;
      if (channel === undefined || !node.via.every((each) => options.channels.includes(each)) || !isRequest(node))
        continue;
      const asked = node.writes.flatMap((place, write) => {
        const field = fieldsAt(facts.store(place.store) ?? nothing, place).find(is);
        return field === undefined ? [] : [{ field, write }];
      });
      const [first] = asked;
      if (first === undefined) continue;
      yield {
        message: `${quote(node.id)} gets ${quote(first.field.id)}, which is sensitive, by ${channel}, where others can read along.`,
        at: at(node, 'via', 0),
        hint: 'Let the customer hand it in behind a login (app, web) or in person, or write only the fields that come by this channel.',
        related: [{ message: 'written here', span: at(node, 'writes', first.write) }],
      };
    }
  },
});

const nothing = { groups: [] } as const;
