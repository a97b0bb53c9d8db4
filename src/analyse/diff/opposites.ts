/**
 * Words that turn a sentence round: "not", numbers, and pairs such as above and below, accepted and declined.
 *
 * A list, because no rule of language finds them. Of each pair both sides are told by many words; what is in no pair turns nothing.
 */
import { plainForm } from './likeness.js';

/** English words stand whole, or begin a word where a hyphen ends them. */
const pairs: readonly (readonly [string, string])[] = [
  [
    '高于 超过 超出 大于 多于 以上 不低于 不少于 above over exceed- more greater higher',
    '低于 未达 小于 少于 以下 不足 below under less fewer lower',
  ],
  [
    '以内 之内 权限内 范围内 期限内 within inside',
    '以外 之外 超出 超过 权限外 范围外 逾期 超期 outside beyond exceed-',
  ],
  ['天内 日内 小时内 分钟内 within', '天后 日后 小时后 分钟后 after'],
  ['之前 以前 事前 提前 早于 before earlier prior', '之后 以后 事后 延后 晚于 after later'],
  [
    '接受 同意 批准 通过 认可 准予 accept- approv- agree- grant-',
    '拒绝 驳回 否决 不同意 退回 婉拒 declin- reject- refus- den- disagree-',
  ],
  ['允许 可以 allow- permit- may', '禁止 不得 不准 forbid- forbidden prohibit-'],
  ['最多 至多 上限 maximum most', '最少 至少 下限 minimum least'],
  ['增加 上调 提高 增长 increas- rais-', '减少 下调 降低 下降 decreas- reduc- lower-'],
  ['包括 包含 includ-', '除外 不含 排除 exclud- except-'],
  ['开始 启用 启动 start- begin- enabl- activ-', '停止 停用 终止 stop- end- disabl- inactiv- deactiv-'],
  ['有效 合格 完整 齐全 valid complete eligible', '无效 不合格 缺失 不全 invalid incomplete ineligible'],
  ['成功 success- succeed- won', '失败 fail- lost'],
  ['全部 所有 任何 一切 all any every everybody everyone', '仅 只 本人 本组 only own'],
  ['加入 订阅 join- subscrib-', '退出 退订 leav- unsubscrib-'],
  ['内部 internal', '外部 external'],
  ['必须 must shall mandatory', '可选 酌情 may can optional'],
  ['且 并且 and', '或 或者 or'],
];

const pattern = (words: string): RegExp => {
  const [latin, other] = [
    words.split(' ').filter((word) => /^[a-z]/u.test(word)),
    words.split(' ').filter((word) => !/^[a-z]/u.test(word)),
  ];
  const english = latin.map((word) => (word.endsWith('-') ? `${word.slice(0, -1)}[a-z]*` : word)).join('|');
  return new RegExp([...other, ...(english === '' ? [] : [`\\b(?:${english})\\b`])].join('|'), 'gu');
};
const known = pairs.map(([one, other]) => [pattern(one), pattern(other)] as const);
const numbers = /\d+(?:\.\d+)?|[零一二两三四五六七八九十百千万亿]+/gu;
const negations =
  /[不未无非没免勿莫]|\b(?:not?|non|un(?!der|til|i[tofqv]|less)\w+|without|never|neither|nor|cannot|\w+n t)\b/gu;

const count = (text: string, words: RegExp): number => text.match(words)?.length ?? 0;

/** Whether a light edit has turned what is said: a number or a negation is another, a word of a pair gave way to its counterpart. */
export function turned(before: string, after: string): boolean {
  const [old, now] = [plainForm(before), plainForm(after)];
  const told = (text: string): string =>
    [...(text.match(numbers) ?? []), ...(text.match(negations) ?? []), count(text, only)].join(' ');
  return told(old) !== told(now) || exchanged(old, now);
}

/** Whether it holds for those alone. */
const only = /仅|只(?!要|有)|\bonly\b/gu;

const exchanged = (old: string, now: string): boolean =>
  known.some(([one, other]) => {
    const [mine, theirs] = [count(now, one) - count(old, one), count(now, other) - count(old, other)];
    return mine * theirs < 0;
  });

/** Whether one says the opposite of the other: a word of a pair gave way to its counterpart, or a "not" came or went. */
export function opposite(before: string, after: string): boolean {
  const [old, now] = [plainForm(before), plainForm(after)];
  if (old === now) return false;
  const nots = Math.abs(count(now, negations) - count(old, negations)) % 2 === 1;
  return exchanged(old, now) !== nots;
}

/** Of which records: all of them. */
export const saysAll = (text: string): boolean => /全部|所有|任何|一切|\b(?:all|any|every)\b/u.test(plainForm(text));
