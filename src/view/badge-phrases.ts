/** What badges say, in every language trackflow speaks: the short text, the sentence of the tool tip, and the word in the legend. */
import type { Channel, RiskSeverity } from '../model/process.js';
import type { Language } from '../model/text.js';
import type { DataUse } from '../model/view.js';
import { inLanguage } from '../model/words/index.js';

export interface BadgePhrases {
  /** So short that several fit beside each other. */
  readonly channels: Readonly<Record<Channel, string>>;
  readonly channel: (name: string) => string;
  readonly risk: (severity: RiskSeverity | undefined, more: number) => string;
  readonly riskTip: (risk: { severity: string; problem: string; remedy: string }) => string;
  readonly private: Readonly<Record<'personal' | 'sensitive', string>>;
  readonly privateTip: (use: DataUse, kind: 'personal' | 'sensitive', fields: string) => string;
  /** Names, with how many there are beyond those named. */
  readonly some: (names: string, all: number) => string;
  readonly dataTip: (use: DataUse, store: string, parts: string) => string;
  readonly kpi: (end: 'from' | 'to' | 'here', name: string, target: string) => string;
  readonly legend: Readonly<
    Record<
      'channel' | 'risk' | 'risk-high' | 'personal' | 'sensitive' | 'kpi-from' | 'kpi-to' | 'kpi' | DataUse,
      string
    >
  >;
}

const zhUses: Readonly<Record<DataUse, string>> = {
  'data-read': '读取',
  'data-write': '写入',
  'data-both': '读写',
};

const zh: BadgePhrases = {
  channels: {
    phone: '电话',
    email: '邮件',
    sms: '短信',
    wechat: '微信',
    social: '社媒',
    chat: '在线聊天',
    visit: '拜访',
    meeting: '会议',
    event: '活动',
    web: '网站',
    app: '应用',
    post: '邮寄',
  },
  channel: (name) => `联系渠道：${name}`,
  risk: (severity, more) =>
    ({ high: '高风险', medium: '中风险', low: '低风险', none: '风险' })[severity ?? 'none'] +
    (more > 0 ? ` +${more}` : ''),
  riskTip: ({ severity, problem, remedy }) =>
    `风险${severity === '' ? '' : `（${severity}）`}：${problem}${remedy === '' ? '' : `；对策：${remedy}`}`,
  private: { personal: '个人信息', sensitive: '敏感信息' },
  privateTip: (use, kind, fields) => `${zhUses[use]}${kind === 'sensitive' ? '敏感个人信息' : '个人信息'}：${fields}`,
  some: (names, all) => `${names}等 ${all} 项`,
  dataTip: (use, store, parts) => `${zhUses[use]}“${store}”${parts === '' ? '' : `：${parts}`}`,
  kpi: (end, name, target) =>
    `指标“${name}”${{ from: '从这里开始计', to: '计到这里为止', here: '在这里计' }[end]}${target === '' ? '' : `，目标${target}`}`,
  legend: {
    channel: '联系渠道',
    risk: '风险',
    'risk-high': '高风险',
    personal: '写入个人信息',
    sensitive: '涉及敏感个人信息',
    'kpi-from': '指标起点',
    'kpi-to': '指标终点',
    kpi: '指标',
    'data-read': '读取数据',
    'data-write': '写入数据',
    'data-both': '读写数据',
  },
};

const enUses: Readonly<Record<DataUse, string>> = {
  'data-read': 'Reads',
  'data-write': 'Writes',
  'data-both': 'Reads and writes',
};

const en: BadgePhrases = {
  channels: {
    phone: 'phone',
    email: 'e-mail',
    sms: 'text',
    wechat: 'WeChat',
    social: 'social',
    chat: 'chat',
    visit: 'visit',
    meeting: 'meeting',
    event: 'event',
    web: 'web',
    app: 'app',
    post: 'post',
  },
  channel: (name) => `Channel: ${name}`,
  risk: (severity, more) => (severity === undefined ? 'risk' : `${severity} risk`) + (more > 0 ? ` +${more}` : ''),
  riskTip: ({ severity, problem, remedy }) =>
    `Risk${severity === '' ? '' : ` (${severity})`}: ${problem}${remedy === '' ? '' : `; remedy: ${remedy}`}`,
  private: { personal: 'personal', sensitive: 'sensitive' },
  privateTip: (use, kind, fields) =>
    `${enUses[use]} ${kind === 'sensitive' ? 'sensitive personal data' : 'personal data'}: ${fields}`,
  some: (names, all) => `${names} and others, ${all} in all`,
  dataTip: (use, store, parts) => `${enUses[use]} ${store}${parts === '' ? '' : `: ${parts}`}`,
  kpi: (end, name, target) =>
    `KPI “${name}” ${{ from: 'begins here', to: 'ends here', here: 'is measured here' }[end]}${target === '' ? '' : `; target: ${target}`}`,
  legend: {
    channel: 'Channel',
    risk: 'Risk',
    'risk-high': 'High risk',
    personal: 'Writes personal data',
    sensitive: 'Sensitive personal data',
    'kpi-from': 'KPI begins',
    'kpi-to': 'KPI ends',
    kpi: 'KPI',
    'data-read': 'Reads data',
    'data-write': 'Writes data',
    'data-both': 'Reads and writes data',
  },
};

export function badgePhrases(language: Language): BadgePhrases {
  return inLanguage(language, { zh, en });
}
