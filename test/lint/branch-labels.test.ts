/** Which labels leave nothing open, and which questions have two answers. */
import { describe, expect, it } from 'vitest';
import { isComplete, isYesNoQuestion, plainLabel, sameWords } from '../../src/lint/branch-labels.js';

describe('labels that leave nothing open', () => {
  it.each([
    [['是', '否']],
    [['否', '是']],
    [['是，同意', '否，退回修改']],
    [['有意向', '无意向']],
    [['有意向', '没有意向']],
    [['已付款', '未付款']],
    [['同意', '不同意']],
    [['通过', '未通过']],
    [['合格', '不合格']],
    [['可行', '不可行']],
    [['审批通过', '审批驳回'].map((each) => each.slice(2))],
    [['成功', '失败']],
    [['Yes', 'No.']],
    [['approved', 'rejected']],
    [['passed', 'not passed']],
    [['The lead fits', 'the lead does not fit'.replace('does not fit', 'not fits')]],
    [['valid', 'invalid']],
    [['< 50 万元', '≥ 50 万元']],
    [['不低于 50 万', '低于 50 万']],
    [['over 10 days', 'up to 10 days']],
    [['高', '中', '低']],
    [['high', 'low']],
    [['A 级', 'B 级', 'C 级']],
    [['少于 10', '10 到 50', '多于 50']],
    [['中标', '未中标', '流标']],
    [['接通', '未接通（不足 5 次）', '5 次未接通']],
    [['Approved', 'Rework', 'Rejected']],
    [['接受', '要求修改', '拒绝']],
  ])('%j', (labels) => {
    expect(isComplete(labels)).toBe(true);
  });
});

describe('labels that leave something open', () => {
  it.each([
    [['近期采购', '已选竞争对手']],
    [['要报价', '要样品']],
    [['华东', '华北', '华南']],
    [['asks for a quote', 'asks for a demo']],
    [['A', 'B']],
    [['低于 50 万', '高于 80 万']],
    [['new', 'old customers who ordered twice']],
    [['不同意', '不回复']],
    [['接通', '未接通（不足 5 次）']],
  ])('%j', (labels) => {
    expect(isComplete(labels)).toBe(false);
  });
});

it.each([
  ['客户是否有意向？', true],
  ['方案满意吗', true],
  ['有无库存', true],
  ['Does the lead fit?', true],
  ['Approved or not', true],
  ['Offer accepted?', true],
  ['验收通过？', true],
  ['Does the customer want a demo or a quote?', false],
  ['客户怎么说？', false],
  ['What does the customer say?', false],
  ['意向确认', false],
])('%s is a question with two answers: %s', (name, expected) => {
  expect(isYesNoQuestion(name)).toBe(expected);
});

it('compares labels as people do', () => {
  expect(plainLabel('  Yes, “it fits”。 ')).toBe('yes, it fits');
  expect(sameWords({ zh: '是', en: 'Yes' }, { zh: '对', en: 'yes.' })).toBe('en');
  expect(sameWords({ zh: '是' }, { en: '是' })).toBeUndefined();
  expect(sameWords(undefined, { en: 'yes' })).toBeUndefined();
});

it('is not confused by signs of regular expressions, and takes no time over long labels', () => {
  expect(isComplete(['a(b', 'c[d'])).toBe(false);
  expect(isComplete(['不'.repeat(5000), '无'.repeat(5000)])).toBe(false);
});
