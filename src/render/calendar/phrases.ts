/** What entries of a calendar say, in every language trackflow speaks. */
import type { Language } from '../../model/text.js';
import { inLanguage } from '../../model/words/index.js';

const zh = {
  colon: '：',
  review: (title: string) => `评审：${title}`,
  kpi: (name: string) => `查看指标：${name}`,
  followUp: (segment: string, step: string) => `跟进${segment}：${step}`,
  restoreTest: (store: string) => `恢复演练：${store}`,
  everyone: '所有客户',
  categories: { review: '评审', kpi: '指标', followUp: '跟进', restoreTest: '恢复演练' },
  labels: {
    process: '流程',
    document: '文件',
    owner: '负责',
    approvers: '批准',
    target: '目标',
    rule: '客户类别',
    channels: '渠道',
    about: '内容',
    every: '频次',
    backup: '备份位置',
  },
};

type CalendarPhrases = typeof zh;

const en: CalendarPhrases = {
  colon: ': ',
  review: (title) => `Review: ${title}`,
  kpi: (name) => `Look at: ${name}`,
  followUp: (segment, step) => `Follow up ${segment}: ${step}`,
  restoreTest: (store) => `Restore test: ${store}`,
  everyone: 'all customers',
  categories: { review: 'Review', kpi: 'Indicator', followUp: 'Follow-up', restoreTest: 'Restore test' },
  labels: {
    process: 'Process',
    document: 'Document',
    owner: 'Owner',
    approvers: 'Approved by',
    target: 'Target',
    rule: 'Segment',
    channels: 'Channels',
    about: 'About',
    every: 'How often',
    backup: 'Backup',
  },
};

export function calendarPhrases(language: Language): CalendarPhrases {
  return inLanguage(language, { zh, en });
}
