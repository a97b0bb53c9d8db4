/** Only what surely says the same is folded as wording; whatever may mean something else is a change. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/analyse/diff/index.js';
import { elementChanges, type ChangeKind } from '../../../src/model/difference.js';
import type { Process } from '../../../src/model/process.js';
import type { Text } from '../../../src/model/text.js';
import { rich } from '../../fixtures/process.js';

const named = (name: Text, language = rich.language): Process => ({
  ...rich,
  language,
  nodes: rich.nodes.map((node) => (node.id === 'call' ? { ...node, name } : node)),
});
const kinds = (before: Process, after: Process): readonly ChangeKind[] =>
  elementChanges(compare(before, after)).flatMap(({ changes }) => changes.map(({ kind }) => kind));

describe('a name', () => {
  it.each([
    ['Write the offer', 'Write offer'],
    ['Check an order', 'check  order.'],
    ['Is the gift accepted?', 'Is the gift accepted'],
    ['E-mail the customer', 'Email the customer'],
    ['Organise the visit', 'Organize the visit'],
    ['Recieve the goods', 'Receive the goods'],
    ['Ask the comittee', 'Ask the committee'],
    ['Above 12 %', 'Above 12%'],
  ])('the same: %s, %s', (before, after) => {
    expect(kinds(named({ en: before }, 'en'), named({ en: after }, 'en'))).toEqual(['wording']);
    expect(kinds(named({ en: after }, 'en'), named({ en: before }, 'en'))).toEqual(['wording']);
  });

  it.each([
    ['补偿是否超过 500 元？', '补偿是否超过500元'],
    ['审核（放款）', '审核(放款)'],
    ['登记其它信息', '登记其他信息'],
    ['核对帐户', '核对账户'],
  ])('the same: %s, %s', (before, after) => {
    expect(kinds(named({ zh: before }), named({ zh: after }))).toEqual(['wording']);
  });

  it.each([
    ['审核并放款', '放款后审核'],
    ['折扣是否在权限内？', '折扣是否超出权限？'],
    ['补偿是否超过 500 元？', '补偿是否低于 500 元？'],
    ['审批特殊折扣', '审批特殊折扣与退卡'],
    ['拟定处理方案', '拟定并告知处理方案'],
    ['负责人审批', '负责人自审'],
    ['不，同意', '不同意'],
  ])('another: %s, %s', (before, after) => {
    expect(kinds(named({ zh: before }), named({ zh: after }))).toEqual(['meaning']);
  });

  it.each([
    ['Is the gift accepted?', 'Is the gift declined?'],
    ['Is the margin above 12 %?', 'Is the margin below 12 %?'],
    ['Approve the discount', 'Approve the discount and the refund'],
    ['Write the offer', 'Write and sign the offer'],
    ['Tell the employer', 'Tell the employee'],
    ['Sign the contract', 'Resign the contract'],
    ['Above 1.5 days', 'Above 15 days'],
    ['Below -5 degrees', 'Below 5 degrees'],
    ['Grade A', 'Grade'],
    ['(Not) approved', 'Not approved'],
    ['Above 10²', 'Above 102'],
    ['Draw up the trial', 'Draw up the trail'],
  ])('another: %s, %s', (before, after) => {
    expect(kinds(named({ en: before }, 'en'), named({ en: after }, 'en'))).toEqual(['meaning']);
  });
});

it('a new translation is wording; one that says the opposite is not', () => {
  const [own, good, bad] = [
    { zh: '超过 500 元' },
    { zh: '超过 500 元', en: 'Above 500' },
    { zh: '超过 500 元', en: 'Below 500' },
  ];
  expect(kinds(named(own), named(good))).toEqual(['wording']);
  expect(kinds(named(good), named({ ...good, en: 'More than 500' }))).toEqual(['wording']);
  expect(kinds(named(good), named(bad))).toEqual(['meaning']);
});

describe('a description', () => {
  const described = (en: string): Process => ({
    ...rich,
    language: 'en',
    nodes: rich.nodes.map((node) => (node.id === 'call' ? { ...node, description: { en } } : node)),
  });

  it.each<[string, string, ChangeKind]>([
    ['Ask first what they need.', 'First find out what they need.', 'wording'],
    ['Ask before the offer.', 'Ask after the offer.', 'meaning'],
    ['Ask three at most, 3 a day.', 'Ask three at most, 5 a day.', 'meaning'],
    ['For new customers.', 'Only for new customers.', 'meaning'],
    ['Never leave a message.', 'Leave a message.', 'meaning'],
  ])('%s %s', (before, after, kind) => {
    expect(kinds(described(before), described(after))).toEqual([kind]);
  });

  it('of a KPI defines it', () => {
    const measured = (en: string): Process => ({
      ...rich,
      kpis: rich.kpis.map((kpi, index) => (index === 0 ? { ...kpi, description: { en } } : kpi)),
    });
    expect(kinds(measured('By all appointments'), measured('By all patients'))).toEqual(['meaning']);
  });
});
