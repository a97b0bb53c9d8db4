/**
 * What matrices say in Chinese. This file is the contract too: every other language has the same phrases. The names of channels, kinds
 * and the like are in `model/words`.
 */
import type { MatrixId } from '../../../model/matrix.js';
import type { Measure } from '../../../model/process.js';

interface Said {
  readonly name: string;
  readonly description: string;
  readonly empty: string;
}

export const zh = {
  /** Of a matrix of a process. */
  title: (process: string, name: string): string => `${process} · ${name}`,
  notSet: '未规定',
  none: '无',
  nobody: '未指定负责人',
  yes: '✓',
  by: (owner: string, steps: string): string => `${owner}：${steps}`,
  step: '环节',
  phase: '阶段',
  owner: '负责',
  matrices: {
    raci: {
      name: 'RACI 职责矩阵',
      description: '每个环节由谁负责、谁负最终责任、向谁征询、知会谁。',
      empty: '流程中没有任何环节写明负责人。',
    },
    crud: {
      name: '数据权限矩阵（CRUD）',
      description: '每个角色对每个数据存储的权限，与流程中实际用到的对照。',
      empty: '流程没有数据存储，或没有写明权限与读写。',
    },
    kpi: {
      name: '绩效指标表',
      description: '每个指标的目标、计算方法、起止环节、负责人与统计周期。',
      empty: '流程没有设定指标。',
    },
    cadence: {
      name: '客户跟进计划表',
      description: '每类客户由谁、通过什么渠道、多久跟进一次、谈什么。',
      empty: '流程没有写明跟进计划。',
    },
    controls: {
      name: '数据保护措施表',
      description: '每个数据存储的加密、备份、恢复演练、审计、保存期限与访问权限。',
      empty: '流程没有数据存储。',
    },
    'data-dictionary': {
      name: '数据字典',
      description: '每个数据存储的分组与数据项、敏感级别，以及在哪些环节由谁写入和读取。',
      empty: '流程没有数据存储。',
    },
    handoffs: {
      name: '交接清单',
      description: '工作在谁与谁之间交接：在哪个环节、传递什么、通过什么、多久内完成。',
      empty: '流程中没有从一个负责人到另一个负责人的交接。',
    },
  } satisfies Record<MatrixId, Said> as Record<MatrixId, Said>,
  raci: {
    responsible: '负责：办理这个环节',
    accountable: '最终责任：对结果负责，每个环节一人',
    consulted: '征询：事前听取意见',
    informed: '知会：事后通知',
    byDefault: '没有另外指定最终责任人（A）的环节，由负责人（R）负最终责任。',
    byDepartment: '由系统完成的环节，没有另外指定最终责任人（A）的，由系统所属部门负最终责任。',
    unowned: (steps: string): string => `尚未指定负责人的环节：${steps}。`,
    unanswered: (steps: string): string => `由系统完成、尚未指定最终责任人（A）的环节：${steps}。`,
    marks: { responsible: '负责', accountable: '最终责任', consulted: '征询', informed: '知会' },
  },
  crud: {
    role: '角色',
    only: (scope: string): string => `仅限：${scope}`,
    through: (owner: string): string => `权限来自“${owner}”`,
    uses: { reads: (parts: string): string => `读：${parts}`, writes: (parts: string): string => `写：${parts}` },
    used: '有权限，流程中用到',
    idle: '有权限，本流程没有环节用到',
    missing: '流程中用到，但没有权限',
    unknown: '流程中用到，该存储没有规定权限',
    handed: '客户或合作伙伴的环节用到，由我方提供或代为登记，不授予权限',
    letters: 'C 新增，R 查看，U 修改，D 删除。',
    writeLetter: 'W 写入：没有 C、U、D 中的任何一项。',
    how: '环节只写明读取与写入：读取算用到 R，写入算用到已授予的 C、U、D。部门的权限，其成员同样拥有。',
    write: '写入',
  },
  kpi: {
    name: '指标',
    target: '目标',
    measure: '计算方法',
    from: '起点环节',
    to: '终点环节',
    owner: '负责',
    every: '统计周期',
    start: '流程开始',
    end: '流程结束',
    /** Cases that pass both places. */
    volumeBetween: (from: string, to: string): string => `统计周期内经过“${from}”并到达“${to}”的数量`,
    /** Where a measure has one place and not two. */
    atOne: {
      duration: (at: string): string => `“${at}”的用时`,
      rework: (at: string): string => `不止一次到达“${at}”的数量 ÷ 到达“${at}”的数量`,
    },
    measures: {
      conversion: (from: string, to: string): string => `到达“${to}”的数量 ÷ 到达“${from}”的数量`,
      duration: (from: string, to: string): string => `从“${from}”到“${to}”的用时`,
      volume: (from: string): string => `统计周期内到达“${from}”的数量`,
      rework: (from: string, to: string): string => `到达“${to}”之前再次回到“${from}”的数量 ÷ 到达“${from}”的数量`,
      custom: () => '',
    } satisfies Record<Measure, (from: string, to: string) => string> as Record<
      Measure,
      (from: string, to: string) => string
    >,
  },
  cadence: {
    segment: '客户类别',
    everyone: '所有客户',
    anyChannel: '渠道不限',
    about: '内容',
    noPlan: '没有专门的跟进计划',
    onlyCommon: '没有专门的跟进计划，适用“所有客户”的计划',
  },
  controls: {
    store: '数据存储',
    owner: '管理',
    data: '数据',
    fields: (name: string, count: number): string => `${name} ${count}`,
    noFields: '未列出',
    encryption: '加密',
    atRest: '存储',
    inTransit: '传输',
    backup: '备份',
    backupEvery: '周期',
    backupTo: '位置',
    restoreTest: '恢复演练',
    audit: '访问审计',
    audited: '已启用',
    notAudited: '未启用',
    retention: '保存期限',
    access: '访问权限',
    grant: (owner: string, rights: string, only: string): string => `${owner} ${rights}${only && `（${only}）`}`,
    toSet: '须规定',
    /** Of paper, which nobody encrypts. */
    paper: '不适用',
    toSwitchOn: '须启用',
    gap: '该存储含有机密或个人信息，这项措施尚未规定',
    off: '该存储含有机密或个人信息，访问审计没有启用',
    protected: '已有规定',
    gaps: '尚未规定，而该存储含有机密或个人信息',
    counts: '“数据”一栏按敏感级别列出数据项的数量。',
  },
  dictionary: {
    group: '分组',
    field: '数据项',
    sensitivity: '敏感级别',
    description: '说明',
    writtenBy: '写入（谁：环节）',
    readBy: '读取（谁：环节）',
    noFields: '未列出数据项',
    notWritten: '本流程未写入',
    notRead: '本流程未读取',
    delicate: '须依法保护',
    guarded: '不得外传',
  },
  handoffs: {
    from: '交出方',
    fromStep: '交出环节',
    to: '接收方',
    toStep: '接收环节',
    when: '条件',
    carries: '传递内容',
    through: '渠道或数据',
    sla: '接收方时限',
    timeout: (duration: string): string => `超时 ${duration}`,
    unfinished: '未完成的事项',
    outputs:
      '没有写明传递内容的交接，列出交出环节的输出。与客户或合作伙伴的交接列出渠道；内部交接列出双方共用的数据存储。',
  },
};

export type MatrixPhrases = typeof zh;
