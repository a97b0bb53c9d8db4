/** Tasks whose name is only a thing. */
import { quote } from '../../base/quote.js';
import { defineRule } from '../rule.js';
import { isUnnamed, wordsAt } from '../texts.js';
import { namesOnlyThing } from '../words/activity.js';

export const taskWithoutVerb = defineRule({
  id: 'task-without-verb',
  group: 'naming',
  summary: 'A task that is named like a thing',
  severity: 'warning',
  level: 'recommended',
  why:
    'A box that says "Customer data" leaves open what is done with them: entered, checked, deleted? Two colleagues read it in two ways, and ' +
    'both believe that the other one does it. Name a task by what is done: "Enter the customer data", 录入客户信息 or 客户信息录入. Only names ' +
    'that plainly are things are reported; verbs of your own trade go into vocabulary.verbs of the project file.',
  bad: `trackflow: 1
title: 客户信息录入
nodes:
  start: {type: start, name: 客户来电, next: record}
  record:
    name: 客户信息 # ✗
    next: contract
  contract:
    name: {zh: 核对合同, en: Sales contract} # ✗
    next: done
  done: {type: end, name: 已登记}
`,
  good: `trackflow: 1
title: 客户信息录入
nodes:
  start: {type: start, name: 客户来电, next: record}
  record:
    name: 客户信息录入
    next: contract
  contract:
    name: {zh: 核对合同, en: Check the contract}
    next: done
  done: {type: end, name: 已登记}
`,
  *check({ process, vocabulary, at }) {
    for (const node of process.nodes) {
      if (node.type !== 'task' || isUnnamed(node)) continue;
      for (const [language, name] of Object.entries(node.name)) {
        if (!namesOnlyThing(name, vocabulary.verbs[language] ?? [])) continue;
        const example = /\p{Script=Han}/u.test(name) ? `核对${name}` : `Check ${name.toLowerCase()}`;
        yield {
          message: `The task ${quote(name)} is named like a thing: what is done with it?`,
          at: at(node, ...wordsAt(['name'], node.name, language)),
          hint: `Name it by verb and object, for example ${quote(example)}.`,
        };
      }
    }
  },
});
