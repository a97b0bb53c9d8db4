/**
 * The templates to begin one's own process with: everything a flow needs, once, on one screen.
 *
 * Not among the examples, which show what the language can say; these are to be overwritten. In the words of the reader, because what
 * they teach are the names of the properties.
 */
export interface Minimal {
  readonly title: string;
  readonly about: string;
  readonly text: string;
}

/** What the file is called in the new folder. */
export const minimalFile = 'process.flow.yaml';

const en = `# The least there can be: change names, add steps, then run trackflow lint and trackflow render.
trackflow: 1
title: Customer follow-up
language: en

owners: # who does it
  sales: {name: Sales representative, kind: role}
  manager: {name: Sales manager, kind: role}

phases: # the stages it goes through
  contact: {name: Contact}
  offer: {name: Offer}

nodes: # what comes after what: next is the id of the next step
  start: {type: start, name: A customer inquires, owner: sales, phase: contact, next: record}
  record: {name: Record the needs, owner: sales, phase: contact, sla: 1d, next: quote}
  quote: {name: Send a quotation, owner: sales, phase: offer, sla: 2d, next: reply}
  reply:
    type: wait
    name: Wait for the answer
    owner: sales
    phase: offer
    until: The customer answers
    timeout: {after: 2w, to: remind}
    next: accepted
  remind: {name: Ask the customer by phone, owner: manager, phase: offer, next: accepted}
  accepted:
    type: decision
    name: Is the quotation accepted?
    owner: sales
    phase: offer
    next: [{when: accepted, to: won}, {otherwise: lost}]
  won: {type: end, name: Order won, owner: sales, phase: offer, outcome: success}
  lost: {type: end, name: Order lost, owner: sales, phase: offer, outcome: failure}
`;

const zh = `# 最小的流程：改名称，增减步骤，再运行 trackflow lint 检查、trackflow render 出图。
trackflow: 1
title: 客户跟进流程
language: zh

owners: # 谁来做
  sales: {name: 销售代表, kind: role}
  manager: {name: 销售经理, kind: role}

phases: # 分几个阶段
  contact: {name: 接触}
  offer: {name: 报价}

nodes: # 先做什么，后做什么：next 写下一步的标识
  start: {type: start, name: 收到客户咨询, owner: sales, phase: contact, next: record}
  record: {name: 登记客户需求, owner: sales, phase: contact, sla: 1d, next: quote}
  quote: {name: 发送报价单, owner: sales, phase: offer, sla: 2d, next: reply}
  reply:
    type: wait
    name: 等待客户答复
    owner: sales
    phase: offer
    until: 客户答复报价
    timeout: {after: 2w, to: remind}
    next: accepted
  remind: {name: 电话询问客户, owner: manager, phase: offer, next: accepted}
  accepted:
    type: decision
    name: 客户是否接受报价？
    owner: sales
    phase: offer
    next: [{when: 接受, to: won}, {otherwise: lost}]
  won: {type: end, name: 客户成交, owner: sales, phase: offer, outcome: success}
  lost: {type: end, name: 客户未成交, owner: sales, phase: offer, outcome: failure}
`;

export const minimals: Readonly<Record<string, Minimal>> = {
  minimal: { title: 'Minimal', about: 'One small flow to write your own over, in English.', text: en },
  'minimal-zh': { title: '最小模板', about: 'The same in Chinese.', text: zh },
};
