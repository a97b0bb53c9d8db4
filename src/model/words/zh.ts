/** The terms and quantities of a process in Chinese. */
import type { Target } from '../process.js';
import type { Duration } from '../quantity.js';
import { durationParts, percent, plainNumber, type DurationUnit } from './quantities.js';
import type { Words } from './vocabulary.js';

const units: Readonly<Record<DurationUnit, string>> = {
  years: '年',
  months: '个月',
  weeks: '周',
  days: '天',
  hours: '小时',
  minutes: '分钟',
};

// What a single unit is called as a rhythm: 每月, not 每个月 beside 每 2 个月.
const single: Readonly<Record<DurationUnit, string>> = {
  years: '每年',
  months: '每月',
  weeks: '每周',
  days: '每天',
  hours: '每小时',
  minutes: '每分钟',
};

const comparators: Words['comparators'] = { '>=': '不低于', '<=': '不超过', '>': '高于', '<': '低于', '=': '等于' };
// 高 and 低 do not go with a length of time.
const timeComparators: Words['comparators'] = { ...comparators, '>=': '不少于', '>': '超过', '<': '少于' };

function duration(value: Duration): string {
  return durationParts(value)
    .map(({ unit, count }) => `${plainNumber(count)} ${units[unit]}`)
    .join(' ');
}

function every(value: Duration): string {
  const [first, ...rest] = durationParts(value);
  if (first !== undefined && rest.length === 0) {
    if (first.count === 1) return single[first.unit];
    if (first.unit === 'months' && first.count === 3) return '每季度';
    if (first.unit === 'months' && first.count === 6) return '每半年';
  }
  return `每 ${duration(value)}`;
}

function target({ comparator, value, unit, duration: length }: Target): string {
  if (unit === 'duration' && length) return `${timeComparators[comparator]} ${duration(length)}`;
  const amount = unit === 'ratio' ? percent(value) : plainNumber(value);
  return `${comparators[comparator]} ${amount}`;
}

export const zh: Words = {
  nodeTypes: {
    start: '开始',
    end: '结束',
    task: '任务',
    decision: '判断',
    fork: '并行开始',
    join: '并行汇合',
    wait: '等待',
    subflow: '子流程',
  },
  taskKinds: { manual: '人工', system: '系统自动', approval: '审批', notify: '通知' },
  outcomes: { success: '成功结束', failure: '终止', neutral: '结束' },
  statuses: { draft: '草稿', review: '审核中', approved: '已批准', retired: '已作废' },
  ownerKinds: {
    department: '部门',
    team: '团队',
    role: '岗位',
    person: '人员',
    system: '系统',
    customer: '客户',
    partner: '合作伙伴',
  },
  storeKinds: { database: '数据库', file: '文件', document: '文档', system: '系统' },
  sensitivities: {
    public: '公开',
    internal: '内部',
    confidential: '机密',
    personal: '个人信息',
    sensitive: '敏感个人信息',
  },
  encryptions: { 'at-rest': '存储加密', 'in-transit': '传输加密' },
  channels: {
    phone: '电话',
    email: '电子邮件',
    sms: '短信',
    wechat: '微信',
    social: '社交媒体',
    chat: '在线聊天',
    visit: '上门拜访',
    meeting: '会议',
    event: '线下活动',
    web: '网站',
    app: '移动应用',
    post: '邮寄',
  },
  measures: { conversion: '转化率', duration: '时长', rework: '返工率', volume: '数量', custom: '自定义' },
  severities: { low: '低', medium: '中', high: '高' },
  comparators,
  otherwise: '其他',
  access: { create: '新增', read: '查看', update: '修改', delete: '删除' },
  duration,
  // With its blank, as everywhere else: 4 小时, 超时 2 天.
  shortDuration: duration,
  every,
  percent,
  target,
  list: (items) => items.join('、'),
};
