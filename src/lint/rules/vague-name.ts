/** Names that would fit any step of any process. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';
import { isUnnamed, wordsAt } from '../texts.js';

const vagueVerbs: readonly string[] = [
  ...['处理', '跟进', '管理', '负责', '协调', '推进', '落实', '对接', '操作', '执行', '办理', '开展', '处置'],
  ...['handle', 'process', 'manage', 'do', 'perform', 'execute', 'deal', 'take care', 'coordinate', 'follow'],
];
/** Say nothing of what is worked on. */
const fillers =
  /相关|有关|各项|各类|事务|事项|事情|事宜|工作|任务|情况|日常|其他|进行|一下|的|与|和|及|、|\b(?:the|an?|all|any|it|them|things?|stuff|matters?|issues?|tasks?|work|activit(?:y|ies)|and|with|out|on|of|up|other|general|various|some)\b/giu;
const numbered =
  /^(?:步骤|节点|任务|环节|阶段|流程|工序|step|task|node|activity|stage)[\s_-]*(?:[\d一二三四五六七八九十]+|[a-z])$/iu;
const placeholder =
  /^(?:新建?(?:节点|任务|步骤)|未命名|待定|待补充|new (?:node|task|step)|untitled|unnamed|to ?do|tbd|x{3,})$/iu;

export const vagueName = defineRule({
  id: 'vague-name',
  group: 'naming',
  summary: 'A name that would fit any step: 处理, 跟进, Handle, Step 3',
  severity: 'warning',
  level: 'recommended',
  why:
    'Nobody can be trained on "Handle", and nobody can say when 处理 is finished. Whoever does the step decides alone what it means, and ' +
    'leaves out what is tedious. Say what is worked on and to what end: 处理客户投诉, "Follow up the quote". 潜在客户跟进 is fine: ' +
    'it says whom. Words that mean too much in your company go into the option words.',
  bad: `trackflow: 1
title: 投诉处理
nodes:
  start: {type: start, name: 客户投诉, next: handle}
  handle:
    name: 处理 # ✗
    next: manage
  manage:
    name: {zh: 协调售后人员, en: Manage issues} # ✗
    next: third
  third:
    name: 步骤三 # ✗
    next: done
  done: {type: end, name: 投诉已关闭}
`,
  good: `trackflow: 1
title: 投诉处理
nodes:
  start: {type: start, name: 客户投诉, next: handle}
  handle:
    name: 处理客户投诉
    next: manage
  manage:
    name: {zh: 协调售后人员, en: Manage spare parts}
    next: third
  third:
    name: 潜在客户跟进
    next: done
  done: {type: end, name: 投诉已关闭}
`,
  options: {
    words: {
      kind: 'words',
      summary: 'Verbs that say nothing on their own',
      default: vagueVerbs,
    },
  },
  *check({ process, options, at }) {
    const vague = anyOf(options.words);
    for (const node of process.nodes) {
      if ((node.type !== 'task' && node.type !== 'subflow') || isUnnamed(node)) continue;
      for (const [language, name] of Object.entries(node.name)) {
        const plain = name.trim().toLowerCase().replace(/\s+/gu, ' ');
        const isEmpty = numbered.test(plain) || placeholder.test(plain);
        if (!isEmpty && !isOnly(plain, vague)) continue;
        yield {
          message: isEmpty
            ? `The name ${quote(name)} does not say what is done.`
            : `The name ${quote(name)} would fit any step: it does not say what is worked on.`,
          at: at(node, ...wordsAt(['name'], node.name, language)),
          hint: 'Say what is done with what, for example "处理客户投诉" or "Answer the complaint".',
        };
      }
    }
  },
});

/** The longest first, so that of `deal with` nothing is left; Latin words only whole. */
function anyOf(words: readonly string[]): RegExp {
  const escaped = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.toLowerCase().replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .map((word) => (/^[a-z ]+$/u.test(word) ? `\\b${word}\\b` : word));
  return new RegExp(escaped.length === 0 ? '(?!)' : escaped.join('|'), 'gu');
}

/** Nothing is left of the name without the vague verbs and the fillers, and a vague verb was there. */
function isOnly(name: string, vague: RegExp): boolean {
  const rest = name.replace(vague, ' ');
  return rest !== name && !/[\p{L}\p{N}]/u.test(rest.replace(fillers, ' '));
}
