/**
 * The word an author most likely meant, where spelling alone does not tell: what other tools and trades call the same thing, and
 * what it is called in Chinese.
 *
 * Separate from `base/suggest` because these words are the trade's. A word counts only where it is allowed, so one word may stand
 * for several: `label` is the name of a node and the condition of a branch.
 */
import { suggest } from '../base/suggest.js';
import { vocabularies } from '../model/words/index.js';
import type { Words } from '../model/words/index.js';

export const keySynonyms: Readonly<Record<string, readonly string[]>> = {
  name: ['label', 'title', 'text', '名称', '名字', '标题'],
  title: ['name', '名称', '标题'],
  description: ['note', 'notes', 'comment', 'remark', 'purpose', 'details', '说明', '描述', '目的', '备注'],
  type: ['shape', '类型'],
  owner: [
    'lane',
    'actor',
    'role',
    'assignee',
    'responsible',
    'department',
    'performer',
    'who',
    '负责人',
    '责任人',
    '部门',
    '泳道',
  ],
  phase: ['stage', 'column', 'milestone', '阶段'],
  next: ['goto', 'then', 'to', 'branches', 'flows', 'targets', '下一步', '后续'],
  to: ['goto', 'then', 'target', 'next', 'node', '到', '去向'],
  when: ['if', 'condition', 'case', 'label', 'name', '条件', '如果', '当'],
  otherwise: ['else', 'default', '否则', '其他', '其他情况'],
  chance: ['probability', 'likelihood', 'weight', 'share', '概率', '比例', '可能性'],
  carries: ['data', 'documents', '携带', '信息'],
  for: ['segment', 'segments', 'customers', '客户', '分类'],
  via: ['channel', 'channels', 'through', '渠道', '方式'],
  about: ['content', 'topic', 'subject', '内容', '主题'],
  every: ['frequency', 'interval', 'period', '频率', '周期'],
  sla: ['deadline', 'due', 'within', 'limit', 'time', '时限', '期限'],
  effort: ['work', 'worktime', '工时'],
  duration: ['delay', 'time', '时长'],
  until: ['event', 'message', 'for', '直到'],
  after: ['duration', 'time', 'delay', '超过'],
  inputs: ['in', 'requires', '输入'],
  outputs: ['out', 'produces', '输出'],
  steps: ['actions', 'instructions', 'procedure', '步骤', '操作步骤'],
  tools: ['resources', 'systems', '工具', '资源'],
  risks: ['problems', 'issues', '风险', '问题'],
  problem: ['risk', 'issue', 'what', '问题', '风险'],
  remedy: ['solution', 'measure', 'mitigation', 'action', '对策', '措施', '解决办法'],
  cadence: ['plan', 'followup', 'follow-up', 'schedule', '跟进计划', '频率'],
  timeout: ['escalation', 'escalate', '超时', '升级'],
  links: ['documents', 'forms', 'templates', 'attachments', '附件', '表单'],
  link: ['url', 'href', 'path', '链接'],
  flow: ['file', 'process', 'subprocess', '子流程'],
  trigger: ['event', 'when', '触发'],
  outcome: ['result', '结果'],
  owners: ['lanes', 'roles', 'actors', 'departments', 'participants', 'swimlanes', '负责人', '部门', '泳道'],
  phases: ['stages', 'columns', '阶段'],
  segments: ['customers', 'classes', 'categories', '客户分类'],
  stores: ['data', 'databases', 'systems', '数据', '数据库'],
  kpis: ['metrics', 'measures', 'indicators', '指标'],
  nodes: ['tasks', 'activities', 'elements', 'states', '节点', '步骤'],
  objective: ['goals', 'purpose', '目标', '目的'],
  document: ['meta', 'metadata', 'control', '文件控制'],
  use: ['import', 'imports', 'include', 'includes', 'libraries', 'extends'],
  language: ['lang', 'locale', '语言'],
  related: ['references', 'see', 'links', '相关文件'],
  rule: ['criteria', 'condition', 'when', '规则'],
  may: ['can', 'rights', 'access', '权限'],
  only: ['where', 'limit', 'scope', '范围', '限'],
  sensitivity: ['level', 'class', '敏感程度', '敏感级别'],
  exit: ['exit-criteria', 'done', '退出条件'],
  entry: ['entry-criteria', '进入条件'],
  levels: ['rules', 'severity'],
  level: ['severity'],
  not: ['instead-of', 'avoid'],
};

export const valueSynonyms: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  nodeType: {
    start: ['begin', 'entry', 'startEvent'],
    end: ['stop', 'finish', 'exit', 'terminate', 'endEvent'],
    task: ['activity', 'step', 'action', 'work', 'process', 'userTask', '任务', '工作'],
    decision: ['gateway', 'condition', 'choice', 'if', 'branch', 'exclusive', 'question'],
    fork: ['parallel', 'split', 'and'],
    join: ['merge', 'sync'],
    wait: ['delay', 'timer', 'pause'],
    subflow: ['subprocess', 'sub-process', 'call', 'group'],
  },
  channel: {
    phone: ['call', 'telephone', 'tel', 'dianhua'],
    wechat: ['weixin', 'wx', 'wecom', '企业微信', '企微'],
    sms: ['duanxin', 'text'],
    email: ['mail'],
    social: ['weibo', 'facebook', 'linkedin', 'tiktok', 'douyin'],
    web: ['website', 'site', 'online'],
    visit: ['face-to-face', 'in-person', 'onsite', '上门', '走访'],
    post: ['letter', '信函'],
    event: ['fair', 'exhibition', 'seminar'],
  },
  ownerKind: { customer: ['client', 'external'], system: ['software', 'bot'], department: ['dept', 'division'] },
  documentStatus: {
    approved: ['active', 'published', 'released', 'final'],
    retired: ['obsolete', 'archived'],
    draft: ['wip'],
  },
  endOutcome: {
    success: ['won', 'ok', 'positive', '成功', '成交', '完成', '赢单'],
    failure: ['lost', 'failed', 'negative', '失败', '流失', '输单'],
    neutral: ['none', '一般', '中性'],
  },
  sensitivity: { personal: ['private', 'pii', 'gdpr'], confidential: ['secret'] },
  taskKind: {
    manual: ['user', 'human'],
    system: ['automatic', 'auto', 'service'],
    approval: ['approve'],
    notify: ['notification'],
  },
  riskSeverity: { medium: ['middle', 'normal'], high: ['severe', 'critical'] },
  level: { warning: ['warn'], off: ['none', 'ignore', 'disable'] },
  format: { sop: ['markdown', 'md'], mermaid: ['mmd'] },
};

/** Where trackflow's own words name the values of an enumeration. */
const vocabulary: Readonly<Record<string, (words: Words) => Readonly<Record<string, string>>>> = {
  nodeType: (words) => words.nodeTypes,
  taskKind: (words) => words.taskKinds,
  endOutcome: (words) => words.outcomes,
  documentStatus: (words) => words.statuses,
  ownerKind: (words) => words.ownerKinds,
  storeKind: (words) => words.storeKinds,
  sensitivity: (words) => words.sensitivities,
  encryption: (words) => words.encryptions,
  channel: (words) => words.channels,
  measure: (words) => words.measures,
  riskSeverity: (words) => words.severities,
};

export function nearestKey(key: string, known: readonly string[]): string | undefined {
  const word = key.toLowerCase();
  // A word of another trade, written right, goes before a slip of the finger: `note` is a description, not a node.
  return known.find((name) => synonymsOf(keySynonyms, name).includes(word)) ?? suggest(key, known);
}

/** Whether the word is not the property misspelt, but what others call it. */
export function isSynonym(key: string, property: string): boolean {
  return synonymsOf(keySynonyms, property).includes(key.toLowerCase());
}

/** `choice` is the name of the enumeration's shape. */
export function nearestValue(value: string, choice: string, allowed: readonly string[]): string | undefined {
  const word = value.trim().toLowerCase();
  const synonyms = Object.hasOwn(valueSynonyms, choice) ? valueSynonyms[choice] : undefined;
  const meant = allowed.find(
    (name) => synonyms !== undefined && synonymsOf(synonyms, name).some((one) => one.toLowerCase() === word),
  );
  const named = Object.hasOwn(vocabulary, choice) ? vocabulary[choice] : undefined;
  return (
    meant ?? Object.values(vocabularies).flatMap((words) => namesake(word, named?.(words)))[0] ?? suggest(word, allowed)
  );
}

function namesake(word: string, names: Readonly<Record<string, string>> | undefined): string[] {
  return Object.entries(names ?? {}).flatMap(([value, name]) => (name.toLowerCase() === word ? [value] : []));
}

function synonymsOf(table: Readonly<Record<string, readonly string[]>>, name: string): readonly string[] {
  return Object.hasOwn(table, name) ? (table[name] ?? []) : [];
}
