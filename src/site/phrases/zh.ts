/**
 * What the pages of a site say around the content, in Chinese.
 *
 * This file is the contract too: every other language has the same phrases. `{place}` is filled in by whoever uses the phrase. What the
 * program in the page says ends up in an attribute of the page, so that it has no words of its own.
 */
import type { ViewId } from '../../model/view.js';

export const zh = {
  /** In its own language: what the link to pages in this language says. */
  language: '中文',
  site: '流程手册',
  skip: '跳到正文',
  /** Names the list of links at the top. */
  main: '主导航',
  languages: '语言',
  made: '由流程文件自动生成，请勿手工修改。',
  theme: { label: '配色', auto: '跟随系统', light: '浅色', dark: '深色' },
  colon: '：',
  search: {
    title: '搜索',
    label: '搜索流程、环节、岗位',
    submit: '搜索',
    found: '找到 {count} 条结果',
    near: '没有完全匹配的内容，以下是相近的 {count} 条',
    none: '没有找到相关内容。换一个词，或减少几个字再试。',
    more: '只显示前 {count} 条，请输入更具体的词。',
    all: '全部环节',
    hint: '输入一个词或几个词，用空格隔开。',
    flow: '流程',
    role: '岗位',
  },
  index: {
    flows: '流程',
    roles: '岗位与参与者',
    step: '{count} 个环节',
    steps: '{count} 个环节',
    party: '{count} 个参与者',
    parties: '{count} 个参与者',
    otherLanguage: '仅有 {language}',
    none: '没有流程。',
  },
  flow: {
    tabs: '选择视图',
    hint: '点击环节查看说明。',
    hintMouse: '拖动可移动，按住 Ctrl 滚动滚轮可缩放；键盘：Tab 进入图中，方向键移到相邻环节，回车打开说明，Esc 关闭。',
    hintFingers: '单指拖动，双指缩放。',
    pictureGroup: '缩放',
    zoomIn: '放大',
    zoomOut: '缩小',
    fit: '显示全图',
    panel: '环节说明',
    close: '关闭',
    showInPicture: '在图中查看',
    /** Under the heading of the flowchart in the procedure, which stands below the pictures. */
    pictureAbove: '流程图见本页上方。',
    document: '作业指导书',
    contents: '目录',
    before: '上一步',
    after: '下一步',
    first: '流程从这里开始',
    last: '流程到此结束',
    timeout: '超时',
  },
  journey: {
    title: '客户旅程',
    about: '每一类客户从头到尾通常会经过的环节。',
    segment: '客户类别',
    all: '全部客户',
    steps: '{name}（{count} 步）',
    play: '播放',
    pause: '暂停',
    previous: '上一步',
    next: '下一步',
    position: '第 {at} 步，共 {count} 步：{name}',
  },
  role: {
    does: '负责的环节',
    answers: '最终责任',
    consulted: '征询',
    informed: '知会',
    kind: '类别',
    contact: '联系方式',
    parent: '所属',
    members: '成员',
    step: '环节',
    sla: '时限',
    from: '从谁接手',
    to: '交给谁',
    kpis: '负责的指标',
    stores: '管理的数据',
    nothing: '在这些流程中没有自己的环节。',
    above: '见本页开头。',
  },
  views: {
    swimlane: '泳道图',
    flow: '流程图',
    'data-flow': '数据流图',
    overview: '总览图',
  } satisfies Record<ViewId, string>,
};

export type SitePhrases = typeof zh;
