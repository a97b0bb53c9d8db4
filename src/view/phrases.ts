/**
 * The sentences that only pictures need, in every language trackflow speaks: labels the author left to us, tool tips and the
 * paragraph for screen readers.
 *
 * Separate from `model/words`, which holds the names that several outputs share.
 */
import type { Language } from '../model/text.js';
import { inLanguage } from '../model/words/index.js';

export interface Phrases {
  readonly unassigned: string;
  readonly after: (duration: string) => string;
  /** A condition, perhaps empty, and what information moves along. */
  readonly carries: (label: string, names: string) => string;
  readonly chance: (label: string, percent: string) => string;
  readonly version: (version: string) => string;
  readonly effective: (date: string) => string;
  readonly reviewed: (date: string) => string;
  readonly reviewDue: (date: string) => string;
  readonly documentOwner: (name: string) => string;
  readonly sla: (duration: string) => string;
  readonly waits: (duration: string) => string;
  readonly until: (event: string) => string;
  readonly owner: (name: string) => string;
  readonly timeoutEdge: string;
  readonly otherwiseEdge: string;
  readonly slaBadge: string;
  readonly durationBadge: string;
  /** Between two sentences. */
  readonly space: string;
  readonly summary: (counts: { title: string; nodes: number; owners: number; phases: number }) => string;
  readonly mainPath: (names: readonly string[]) => string;
}

const zh: Phrases = {
  unassigned: '未指定',
  after: (duration) => `超时 ${duration}`,
  carries: (label, names) => (label === '' ? `【${names}】` : `${label}【${names}】`),
  chance: (label, percent) => (label === '' ? percent : `${label}（${percent}）`),
  version: (version) => `版本 ${version}`,
  effective: (date) => `${date} 起生效`,
  reviewed: (date) => `${date} 已评审`,
  reviewDue: (date) => `${date} 前评审`,
  documentOwner: (name) => `归口管理：${name}`,
  sla: (duration) => `须在 ${duration}内完成`,
  waits: (duration) => `等待 ${duration}`,
  until: (event) => `等待至：${event}`,
  owner: (name) => `负责人：${name}`,
  timeoutEdge: '超时升级',
  otherwiseEdge: '其他情况',
  slaBadge: '完成时限',
  durationBadge: '等待时间',
  space: '',
  summary: ({ title, nodes, owners, phases }) =>
    `《${title}》流程图，共 ${[`${nodes} 个节点`, ...(owners > 0 ? [`${owners} 个责任方`] : []), ...(phases > 0 ? [`${phases} 个阶段`] : [])].join('、')}。`,
  mainPath: (names) => `主路径：${names.join(' → ')}。`,
};

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const en: Phrases = {
  unassigned: 'Unassigned',
  after: (duration) => `after ${duration}`,
  carries: (label, names) => (label === '' ? `[${names}]` : `${label} [${names}]`),
  chance: (label, percent) => (label === '' ? percent : `${label} (${percent})`),
  version: (version) => `Version ${version}`,
  effective: (date) => `effective ${date}`,
  reviewed: (date) => `reviewed ${date}`,
  reviewDue: (date) => `review due ${date}`,
  documentOwner: (name) => `document owner: ${name}`,
  sla: (duration) => `To be done within ${duration}`,
  waits: (duration) => `Waits ${duration}`,
  until: (event) => `Waits until: ${event}`,
  owner: (name) => `Owner: ${name}`,
  timeoutEdge: 'Escalation when the time limit passes',
  otherwiseEdge: 'Default branch',
  slaBadge: 'Time limit',
  durationBadge: 'Waiting time',
  space: ' ',
  summary: ({ title, nodes, owners, phases }) =>
    `Flowchart of “${title}” with ${[
      count(nodes, 'node'),
      ...(owners > 0 ? [count(owners, 'owner')] : []),
      ...(phases > 0 ? [count(phases, 'phase')] : []),
    ].join(', ')}.`,
  mainPath: (names) => `Main path: ${names.join(' → ')}.`,
};

export function phrases(language: Language): Phrases {
  return inLanguage(language, { zh, en });
}
