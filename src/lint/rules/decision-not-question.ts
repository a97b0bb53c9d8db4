/** Decisions whose name is no question. */
import { quote } from '../../base/quote.js';
import { spokenLanguage } from '../../model/words/index.js';
import { defineRule } from '../rule.js';
import { isUnnamed, wordsAt } from '../texts.js';

const chineseQuestion =
  /[?？]|是否|是不是|能否|可否|有无|有没有|如何|怎么|怎样|什么|何时|何种|哪|谁|几|多少|多大|多久|多高|多长|够不够|行不行|对不对|要不要|会不会|能不能|愿不愿|需不需|与否|吗$|呢$/u;

export const decisionNotQuestion = defineRule({
  id: 'decision-not-question',
  group: 'decisions',
  summary: 'A decision whose name asks nothing',
  severity: 'info',
  level: 'recommended',
  why:
    'Branches are answers, so the decision is the question: 客户是否有明确意向？ and "Does the lead fit?" tell everybody what is to be found ' +
    'out, and whether the answers are complete. A noun such as 意向确认 or "Credit check" names the work that comes before; make that a task ' +
    'if somebody does it. Decisions by segment need no question: they sort.',
  bad: `trackflow: 1
title: 线索筛选
nodes:
  start: {type: start, name: 收到线索, next: interest}
  interest:
    type: decision
    name: 意向确认 # ✗
    next: [{when: 有意向, to: won}, {when: 无意向, to: lost}]
  won: {type: end, name: 转入商机, outcome: success}
  lost: {type: end, name: 线索归档, outcome: failure}
`,
  good: `trackflow: 1
title: 线索筛选
nodes:
  start: {type: start, name: 收到线索, next: interest}
  interest:
    type: decision
    name: 客户是否有意向？
    next: [{when: 有意向, to: won}, {when: 无意向, to: lost}]
  won: {type: end, name: 转入商机, outcome: success}
  lost: {type: end, name: 线索归档, outcome: failure}
`,
  *check({ process, facts, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'decision' || isUnnamed(node)) continue;
      if (facts.out(node.id).some(({ segments }) => segments.length > 0)) continue;
      for (const [language, name] of Object.entries(node.name)) {
        const isChinese = spokenLanguage(language) === 'zh' || /\p{Script=Han}/u.test(name);
        if ((isChinese ? chineseQuestion : /[?？]/u).test(name)) continue;
        yield {
          message: `The decision ${quote(node.id)} asks nothing: ${quote(name)}.`,
          at: at(node, ...wordsAt(['name'], node.name, language)),
          hint: isChinese
            ? 'Write the question that the branches answer, for example 是否…？'
            : 'Write the question that the branches answer, with a question mark.',
        };
      }
    }
  },
});
