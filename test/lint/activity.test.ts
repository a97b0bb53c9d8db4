/** Names of activities and of things, in Chinese and English: what is not plainly a thing gets the benefit of doubt. */
import { describe, expect, it } from 'vitest';
import { namesOnlyThing } from '../../src/lint/words/activity.js';

const activities = `
核对订单|订单核对|合同签订|签订合同|市场推广|销售线索收集|潜在客户跟进|商机确认|产品交付|售后服务|分类与分级|销售机会管理|跟进计划|反馈处理
目标客户群体|潜在|筛选|加购物车|发短信|发合同|出报价单|催回款|建群|转公海|填写登记表|制作报价单|首次触达|定金到账|上门量房|捞回客户|拜会客户|黑名单|审批合同（总监）
联系人信息更新|Call the lead|Record the lead|Quote|Order|Follow-up|Discovery call|Lead qualification|Decompose order|Update customer data
Order goods|Re-check the contract|Keep in touch|Onboard the customer|Send invoice (monthly)|Complete data and documents|Frobnicate the account|Customer visit
`;
const things = `
客户信息|客户资料|合同|报价单|订单系统|发票|客户名单|联系人信息|销售线索|需求表|审批单|客户经理|客户资料（新）|公海客户|重点客户名单
Customer data|The contract|New customer record|Monthly sales report|Customer database|CRM system
`;
const split = (lines: string): string[] => lines.trim().split(/[|\n]/u);

describe('an activity', () => {
  it.each(split(activities))('%s', (name) => {
    expect(namesOnlyThing(name)).toBe(false);
  });
});

describe('a thing', () => {
  it.each(split(things))('%s', (name) => {
    expect(namesOnlyThing(name)).toBe(true);
  });
});

it("knows the project's own verbs", () => {
  expect(namesOnlyThing('客户档案')).toBe(true);
  expect(namesOnlyThing('客户档案', ['档案'])).toBe(false);
  expect(namesOnlyThing('Report customer')).toBe(false);
  expect(namesOnlyThing('Ticket customer')).toBe(true);
  expect(namesOnlyThing('Ticket customer', ['ticket'])).toBe(false);
});
