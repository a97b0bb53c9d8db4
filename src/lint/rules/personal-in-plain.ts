/** Personal data beyond name and number on channels where others read along. */
import type { Field } from '../../model/process.js';
import { quote, quoteSome } from '../../base/quote.js';
import { plainChannels } from '../data-use.js';
import { exposedReads, type Exposed } from '../exposure.js';
import { defineRule } from '../rule.js';

export const personalInPlain = defineRule({
  id: 'personal-in-plain',
  group: 'security',
  summary: 'Personal data beyond contact details at a step that reaches the customer over an open channel',
  severity: 'info',
  level: 'strict',
  why:
    'To write to a customer one needs the name and the address. What else is read at that step (birthday, income, what was looked at) easily ' +
    'gets into the message, and e-mail, text messages and chats are kept and read by others. Read only the fields that the contact needs, or ' +
    'use a channel behind a login. Which fields serve contact is told by their names; the option contact adds more. A field is told once, with all steps that read it.',
  bad: `trackflow: 1
title: 开户
owners: {service: {name: 客服}, customer: {name: 客户, kind: customer}}
stores:
  crm:
    name: 客户库
    fields: {basic: {姓名: personal, 邮箱: personal, 月收入: personal}}
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
    fields: {basic: {姓名: personal, 邮箱: personal, 手机: personal}}
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
    via: [email]
    next: done
  done: {type: end, name: 开户完成, owner: service}
`,
  options: {
    channels: {
      kind: 'words',
      default: plainChannels,
      summary: 'Channels on which others can read along',
    },
    contact: { kind: 'words', default: [], summary: 'Further fields that one needs to make contact' },
  },
  *check({ process, facts, options, at }) {
    const is = (field: Field): boolean => field.sensitivity === 'personal' && !isContactDetail(field, options.contact);
    // Once for each field: whoever settles it, settles it for all steps.
    const byField = new Map<Field, Exposed[]>();
    for (const exposed of exposedReads(process, facts, options.channels, is)) {
      const list = byField.get(exposed.field);
      if (list) list.push(exposed);
      else byField.set(exposed.field, [exposed]);
    }
    for (const [first, ...others] of byField.values()) {
      if (first === undefined) continue;
      const { node, field, channel, via } = first;
      const also =
        others.length === 0
          ? ''
          : ` So ${others.length === 1 ? 'does' : 'do'} ${quoteSome(others.map((each) => each.node.id))}.`;
      yield {
        message: `${quote(node.id)} reads ${quote(field.id)}, which is personal and no contact detail, and goes out by ${channel}, where others can read along.${also}`,
        at: at(node, 'via', via),
        hint: 'Read only the fields that the contact needs, or use a channel behind a login.',
        related: [first, ...others].map((each) => ({
          message: 'read here',
          span: at(each.node, 'reads', each.read),
        })),
      };
    }
  },
});

const contactDetail =
  /name|phone|mobile|msisdn|tel\b|mail|wechat|address|street|postcode|postal|zip_?code|contact|recipient|salut|title|consent|agree|permi|messages|channel|person|signator|maker|buyer|champion|姓|名|称|手机|电话|号码|邮|微信|地址|住址|小区|楼栋|门牌|房号|联系|收[件货]|同意|授权|渠道|签署|人$/iu;

function isContactDetail(field: Field, more: readonly string[]): boolean {
  return [field.id, ...Object.values(field.name ?? {})].some(
    (words) => contactDetail.test(words) || more.includes(words),
  );
}
