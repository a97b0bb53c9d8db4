/**
 * Mistakes in flows, libraries and project files, each with what must be said: `code line:column`, words the message or the hint
 * must contain, and for some the line that the fix makes.
 */
import type { Kind } from './support.js';

export interface Mistake {
  readonly name: string;
  readonly yaml: string;
  readonly says: readonly string[];
  /** In message or hint of the first finding. */
  readonly words: readonly string[];
  readonly mends?: string;
  readonly kind?: Kind;
}

const head = 'trackflow: 1\ntitle: 客户跟进\n';
const nodes = 'nodes:\n  start: {type: start, next: done}\n  done: {type: end}\n';
/** Line 5, column 22 is where the properties begin. */
const task = (properties: string): string =>
  `${head}nodes:\n  start: {type: start, next: call}\n  call: {name: 电话联系, ${properties}, next: done}\n  done: {type: end}\n`;
/** Line 5, column 30 is where the branches begin. */
const decision = (next: string): string =>
  `${head}nodes:\n  start: {type: start, next: ok}\n  ok: {type: decision, next: ${next}}\n  done: {type: end}\n`;
/** Line 3. */
const beside = (line: string): string => `${head}${line}\n${nodes}`;

export const mistakes: readonly Mistake[] = [
  // The whole file.
  { name: 'a list', yaml: '- a\n', says: ['schema-root 1:1'], words: ['a list', 'trackflow: 1'] },
  { name: 'an empty map', yaml: '{}\n', says: ['schema-root 1:1'], words: ['none of the properties'] },
  {
    name: 'a file of another tool',
    yaml: 'version: 3\nservices:\n  web: {image: x}\n',
    says: ['schema-root 1:1'],
    words: [],
  },
  {
    name: 'a later version, whatever else is wrong',
    yaml: 'trackflow: 2\ntitel: x\n',
    says: ['schema-version 1:12'],
    words: ['version 2'],
  },
  {
    name: 'the version in quotes',
    yaml: `trackflow: '1'\ntitle: x\n${nodes}`,
    says: ['schema-version 1:12'],
    words: ['without quotes'],
    mends: 'trackflow: 1',
  },
  {
    name: 'no version after the key',
    yaml: `trackflow:\ntitle: x\n${nodes}`,
    says: ['schema-version 1:1'],
    words: ['nothing'],
  },
  {
    name: 'no version at all',
    yaml: `# 客户跟进\ntitle: x\n${nodes}`,
    says: ['schema-missing-property 2:1'],
    words: ['"trackflow"'],
    mends: 'trackflow: 1\ntitle: x',
  },
  { name: 'no title', yaml: `trackflow: 1\n${nodes}`, says: ['schema-missing-property 1:1'], words: ['"title"'] },
  { name: 'no nodes', yaml: head, says: ['schema-missing-property 1:1'], words: ['"nodes"'] },
  {
    name: 'nodes misspelt, which is not also missing',
    yaml: `${head}nodez:\n  a: {type: end}\n`,
    says: ['schema-unknown-property 3:1'],
    words: ['"nodes"'],
    mends: 'nodes:',
  },
  { name: 'nodes without any', yaml: `${head}nodes: {}\n`, says: ['schema-empty 3:1'], words: [] },
  {
    name: 'nodes as a list',
    yaml: `${head}nodes:\n  - {id: a}\n`,
    says: ['schema-type 4:3'],
    words: ['a map of nodes', 'a list'],
  },
  {
    name: 'a property of the document at the top',
    yaml: beside('version: 1.0.0'),
    says: ['schema-unknown-property 3:1'],
    words: ['"document"'],
  },

  // Keys of nodes.
  {
    name: 'a misspelt property',
    yaml: task('onwer: sales'),
    says: ['schema-unknown-property 5:22'],
    words: ['node "call"', 'Did you mean "owner"?'],
    mends: 'owner: sales',
  },
  {
    name: 'a property with a letter of another alphabet',
    yaml: task('\u043Ewner: sales'),
    says: ['schema-unknown-property 5:22'],
    words: ['Did you mean "owner"? The "\u043E" in "\u043Ewner" is U+043E, a Cyrillic letter.'],
    mends: 'owner: sales',
  },
  {
    name: 'a property in Chinese',
    yaml: task('负责人: sales'),
    says: ['schema-unknown-property 5:22'],
    words: ['"owner"'],
  },
  {
    name: 'a property of another trade',
    yaml: task('deadline: 2d'),
    says: ['schema-unknown-property 5:22'],
    words: ['"sla"'],
  },
  {
    name: 'a property nobody knows',
    yaml: task('foobarbaz: 1'),
    says: ['schema-unknown-property 5:22'],
    words: ['Known here: type, name'],
  },
  {
    name: 'a second name for what is there',
    yaml: task('label: x'),
    says: ['schema-unknown-property 5:22'],
    words: ['already there'],
  },
  {
    name: 'a property of ends on a task',
    yaml: task('outcome: success'),
    says: ['schema-unknown-property 5:22'],
    words: ['is a task', 'type: end'],
  },
  {
    name: 'a property of tasks on a decision',
    yaml: decision('[{when: a, to: done}, {otherwise: done}], cadence: []'),
    says: ['schema-unknown-property 5:72'],
    words: ['is a decision', 'tasks, waits and subflows'],
  },
  {
    name: 'an end that goes on',
    yaml: `${head}nodes:\n  start: {type: start, next: done}\n  done: {type: end, next: start}\n`,
    says: ['schema-unknown-property 5:21'],
    words: ['an end has no "next"', 'every node but ends'],
  },
  {
    name: 'a type misspelt, whatever else the node has',
    yaml: task('type: taks, foo: 1'),
    says: ['schema-enum 5:28'],
    words: ['"taks"', 'Did you mean task?'],
    mends: 'type: task, foo',
  },
  {
    name: 'a type with a letter of another alphabet',
    yaml: task('type: t\u0430sk'),
    says: ['schema-enum 5:28'],
    words: ['Did you mean task? The "\u0430" in "t\u0430sk" is U+0430, a Cyrillic letter.'],
    mends: 'type: task',
  },
  {
    name: 'a type in Chinese',
    yaml: task('type: 判断'),
    says: ['schema-enum 5:28'],
    words: ['Did you mean decision?'],
  },
  {
    name: 'a type that is a number',
    yaml: task('type: 5'),
    says: ['schema-type 5:28'],
    words: ['the number 5', 'start, end, task'],
  },
  {
    name: 'a subflow without its flow',
    yaml: task('type: subflow'),
    says: ['schema-missing-property 5:3'],
    words: ['"flow"', 'node "call"'],
  },
  {
    name: 'a node that is a text',
    yaml: `${head}nodes:\n  start: 客户来电\n`,
    says: ['schema-type 4:10'],
    words: ['Node "start"', 'a map'],
  },
  {
    name: 'a node that is nothing',
    yaml: `${head}nodes:\n  start:\n`,
    says: ['schema-empty 4:3'],
    words: ['Node "start" is empty'],
  },

  // Texts and lists of them.
  {
    name: 'a number as a title',
    yaml: `trackflow: 1\ntitle: 5\n${nodes}`,
    says: ['schema-type 2:8'],
    words: ['a text', 'quotes'],
    mends: "title: '5'",
  },
  { name: 'a title of spaces', yaml: `trackflow: 1\ntitle: '  '\n${nodes}`, says: ['schema-empty 2:1'], words: [] },
  {
    name: 'a language that is none',
    yaml: `trackflow: 1\ntitle: {zh: a, english: b}\n${nodes}`,
    says: ['schema-language 2:16'],
    words: ['"english"', 'Did you mean en?'],
  },
  {
    name: 'no text for a language',
    yaml: `trackflow: 1\ntitle: {zh: a, en: }\n${nodes}`,
    says: ['schema-empty 2:16'],
    words: ['"title.en"'],
  },
  {
    name: 'one step without a list',
    yaml: task('steps: 打电话'),
    says: ['schema-type 5:29'],
    words: ['a list of texts', '[打电话]'],
  },
  {
    name: 'a step with a colon in it',
    yaml: task('steps: [注意: 先查]'),
    says: ['schema-language 5:30'],
    words: ['"注意" in step 1 of node "call"', 'quotes'],
  },
  { name: 'a step that is a list', yaml: task('steps: [打电话, [a]]'), says: ['schema-type 5:35'], words: ['Step 2'] },
  {
    name: 'a version that YAML reads as a number',
    yaml: beside('document: {version: 2.1}'),
    says: ['schema-type 3:21'],
    words: ['the number 2.1', 'quotes'],
    mends: "version: '2.1'",
  },

  // Words of enumerations.
  {
    name: 'an unknown channel and a Chinese one',
    yaml: task('via: [fon, 微信]'),
    says: ['schema-enum 5:28', 'schema-enum 5:33'],
    words: ['Channel 1 of node "call"', 'phone, email'],
  },
  {
    name: 'channels in one text',
    yaml: task("via: 'phone, email'"),
    says: ['schema-type 5:27'],
    words: ['[phone, email]'],
  },
  {
    name: 'a channel twice',
    yaml: task('via: [phone, email, phone]'),
    says: ['schema-repeated 5:42'],
    words: ['"phone" twice'],
  },
  {
    name: 'a kind of owner',
    yaml: beside('owners: {b: {kind: dept}}'),
    says: ['schema-enum 3:20'],
    words: ['owner "b"', 'department'],
  },
  {
    name: 'a sensitivity',
    yaml: beside('stores: {crm: {fields: {basic: {phone: persnal}}}}'),
    says: ['schema-enum 3:40'],
    words: ['Field "crm.basic.phone"', 'personal'],
  },
  {
    name: 'a group with a name in the short form',
    yaml: beside('stores: {crm: {fields: {basic: {name: 基本信息, phone: personal}}}}'),
    says: ['schema-enum 3:39'],
    words: ['{name: …, fields: {…}}'],
  },
  {
    name: 'yes for true',
    yaml: beside('stores: {crm: {protection: {audit: yes}}}'),
    says: ['schema-type 3:36'],
    words: ['true'],
    mends: 'audit: true',
  },

  // Quantities.
  {
    name: 'a duration in words',
    yaml: task('sla: 2 days'),
    says: ['schema-duration 5:27'],
    words: ['Did you mean 2d?'],
    mends: 'sla: 2d',
  },
  { name: 'a duration in Chinese', yaml: task('sla: 1天12小时'), says: ['schema-duration 5:27'], words: ['1d12h'] },
  {
    name: 'a duration without unit',
    yaml: task('sla: 2'),
    says: ['schema-duration 5:27'],
    words: ['the number 2', '30m, 4h'],
  },
  { name: 'a duration of nothing', yaml: task('sla: 0h'), says: ['schema-duration 5:27'], words: [] },
  {
    name: 'a duration left out',
    yaml: task('sla: '),
    says: ['schema-empty 5:22'],
    words: ['"sla" of node "call" is empty'],
  },
  { name: 'a duration as a list', yaml: task('sla: [2h]'), says: ['schema-type 5:27'], words: ['a list'] },
  {
    name: 'chances',
    yaml: decision('[{when: a, to: done, chance: 35}, {otherwise: done, chance: 135%}]'),
    says: ['schema-ratio 5:59', 'schema-ratio 5:90'],
    words: ['35%'],
  },
  {
    name: 'a date with slashes',
    yaml: beside('document: {effective: 2026/10/1}'),
    says: ['schema-date 3:23'],
    words: ['2026-10-01'],
    mends: 'effective: 2026-10-01',
  },
  {
    name: 'a month that is none',
    yaml: beside('document: {effective: 2026-13-01}'),
    says: ['schema-date 3:23'],
    words: [],
  },
  {
    name: 'a target without direction',
    yaml: beside('kpis: {a: {measure: custom, target: 20%}}'),
    says: ['schema-target 3:37'],
    words: ["'>= 20%'"],
  },
  {
    name: 'a target with another sign',
    yaml: beside("kpis: {a: {measure: custom, target: '≥ 20%'}}"),
    says: ['schema-target 3:37'],
    words: ["Did you mean '>= 20%'?", '>= 20%'],
    mends: "target: '>= 20%'",
  },
  {
    name: 'a KPI without measure',
    yaml: beside('kpis: {a: {name: x}}'),
    says: ['schema-missing-property 3:8'],
    words: ['KPI "a"', 'conversion'],
  },

  // Ids and references.
  {
    name: 'an id with a space',
    yaml: beside('owners: {sales dept: {}}'),
    says: ['schema-id 3:10'],
    words: ['sales-dept'],
  },
  {
    name: 'ids that are none',
    yaml: beside('owners: {1: {}, a.b: {}, __proto__: {}}'),
    says: ['schema-id 3:10', 'schema-id 3:17', 'schema-id 3:26'],
    words: ['"1"'],
  },
  {
    name: 'references that are none',
    yaml: task('consulted: [a b, 123]'),
    says: ['schema-id 5:34', 'schema-id 5:39'],
    words: ['a-b'],
  },
  {
    name: 'places in stores',
    yaml: task('writes: [crm/basic, crm.a.b.c]'),
    says: ['schema-data-place 5:31', 'schema-data-place 5:42'],
    words: ['crm.basic'],
  },

  // Ways out.
  {
    name: 'next is a number',
    yaml: decision('5'),
    says: ['schema-type 5:30'],
    words: ['an id, or a list of branches'],
  },
  { name: 'next is empty', yaml: decision('[]'), says: ['schema-empty 5:24'], words: [] },
  {
    name: 'a branch that is a number',
    yaml: decision('[5, {to: done}]'),
    says: ['schema-type 5:31'],
    words: ['Branch 1 of node "ok"'],
  },
  {
    name: 'a branch that is a list',
    yaml: decision('[done, [done]]'),
    says: ['schema-type 5:37'],
    words: ['Branch 2'],
  },
  {
    name: 'a branch that leads nowhere',
    yaml: decision('[{when: a}, {otherwise: done}]'),
    says: ['schema-missing-property 5:31'],
    words: ['"to"', 'branch 1'],
  },
  {
    name: 'a branch in other words',
    yaml: decision('[{if: a, to: done}, {else: done}]'),
    says: ['schema-unknown-property 5:32', 'schema-unknown-property 5:51'],
    words: ['"when"'],
  },
  {
    name: 'goto, which is not also a missing to',
    yaml: decision('[{when: a, goto: done}, {otherwise: done}]'),
    says: ['schema-unknown-property 5:41'],
    words: ['"to"'],
  },
  {
    name: 'a condition as the key',
    yaml: decision('[同意: done, {otherwise: done}]'),
    says: ['schema-unknown-property 5:31'],
    words: ['{when: 同意, to: done}'],
  },
  {
    name: 'otherwise with a destination',
    yaml: decision('[{when: a, to: done}, {otherwise: true, to: done}]'),
    says: ['schema-conflict 5:70'],
    words: ['Branch 2', '{otherwise: done}'],
  },
  {
    name: 'one segment without a list',
    yaml: decision('[{when: a, to: done, for: key}]'),
    says: ['schema-type 5:56'],
    words: ['[key]'],
  },
  {
    name: 'one branch in which the target is wrong',
    yaml: decision('{when: a, to: 5}'),
    says: ['schema-id 5:44'],
    words: ['"next.to" of node "ok"'],
  },
  {
    name: 'an escalation without a place',
    yaml: task('timeout: {after: 2d}'),
    says: ['schema-missing-property 5:22'],
    words: ['"to"', '"timeout" of node "call"'],
  },
  {
    name: 'a follow-up plan with another word',
    yaml: task('cadence: [{for: key, frequency: 1w}]'),
    says: ['schema-unknown-property 5:43'],
    words: ['"every"'],
  },
  {
    name: 'a risk as a text',
    yaml: task('risks: [重复录入]'),
    says: ['schema-type 5:30'],
    words: ['{problem: …, remedy: …}'],
  },

  // Stores, documents, files.
  {
    name: 'rights of another tradition',
    yaml: beside('stores: {crm: {access: {sales: rw, ops: ruc}}}'),
    says: ['schema-rights 3:32', 'schema-rights 3:41'],
    words: ['"sales" to store "crm"'],
  },
  {
    name: 'limited rights in another word',
    yaml: beside('stores: {crm: {access: {ops: {can: cru, only: x}}}}'),
    says: ['schema-unknown-property 3:31'],
    words: ['"may"'],
  },
  {
    name: 'a field without sensitivity',
    yaml: beside('stores: {crm: {fields: {basic: {phone: {name: 手机}}}}}'),
    says: ['schema-missing-property 3:33'],
    words: ['field "crm.basic.phone"', 'personal'],
  },
  {
    name: 'links that are none',
    yaml: task("links: [{name: a, link: 'javascript:x'}, {name: b, link: 'C:\\x'}, {link: a}]"),
    says: ['schema-link 5:46', 'schema-link 5:79', 'schema-missing-property 5:88'],
    words: ['link 1', 'https://'],
  },
  {
    name: 'a library without a list',
    yaml: beside('use: ../org.yaml'),
    says: ['schema-type 3:6'],
    words: ['[../org.yaml]'],
  },
  {
    name: 'paths of Windows and from the root',
    yaml: beside("use: ['..\\org.yaml', /org.yaml]"),
    says: ['schema-path 3:7', 'schema-path 3:22'],
    words: ['../org.yaml'],
  },
  {
    name: 'a flow without its ending',
    yaml: task('type: subflow, flow: after-sales.yaml'),
    says: ['schema-path 5:43'],
    words: ['after-sales.flow.yaml'],
  },
  {
    name: 'a fault that aliases repeat',
    yaml: beside('owners: {p: &a {name: 5}, q: *a}'),
    says: ['schema-type 3:23'],
    words: ['owner "p"'],
  },

  // Other files.
  {
    name: 'nodes in a library',
    yaml: 'trackflow: 1\nnodes: {}\n',
    kind: 'library',
    says: ['schema-unknown-property 2:1'],
    words: ['library'],
  },
  {
    name: 'a library with a slip',
    yaml: 'trackflow: 1\nowner: {}\n',
    kind: 'library',
    says: ['schema-unknown-property 2:1'],
    words: ['"owners"'],
  },
  {
    name: 'a format of the project file',
    yaml: 'outputs: [{format: pptx}]\n',
    kind: 'config',
    says: ['schema-enum 1:20'],
    words: ['svg, png, pdf, drawio, mermaid, sop'],
  },
  {
    name: 'a level of a rule',
    yaml: 'rules: {levels: {name-length: warn, x: {level: eror}}}\n',
    kind: 'config',
    says: ['schema-enum 1:31', 'schema-enum 1:48'],
    words: ['Rule "name-length"', 'warning'],
  },
  { name: 'a theme', yaml: 'theme: drak\n', kind: 'config', says: ['schema-enum 1:8'], words: ['dark'] },
  { name: 'a folder from the root', yaml: 'out: /abs\n', kind: 'config', says: ['schema-path 1:6'], words: [] },

  // Signs of a Chinese keyboard.
  {
    name: 'full-width commas in a list',
    yaml: task('via: [phone，wechat，web]'),
    says: ['yaml-comma 5:33'],
    words: ['full-width one (，)', '[phone, wechat, web]'],
    mends: 'via: [phone, wechat, web],',
  },
  {
    name: 'enumeration commas in a list',
    yaml: task('via: [phone、wechat、web]'),
    says: ['yaml-comma 5:33'],
    words: ['enumeration comma (、)'],
    mends: 'via: [phone, wechat, web],',
  },
  {
    name: 'an item of a list without brackets',
    yaml: task('next: done').replace(/call: .*/u, 'call:\n    via:\n      - phone，web\n    next: done'),
    says: ['schema-enum 7:9'],
    words: ['Possible: phone'],
  },
  {
    name: 'full-width brackets around a list',
    yaml: task('via: 【phone，wechat，web】'),
    says: ['schema-type 5:27'],
    words: ['【 and 】 are no brackets', '[phone, wechat, web]'],
    mends: 'via: [phone, wechat, web],',
  },
  {
    name: 'full-width brackets in a map, cut by a comma',
    yaml: task('via: 【phone, wechat】'),
    says: ['schema-type 5:27'],
    words: ['【 and 】 are none', 'Write [phone, wechat].'],
    mends: 'via: [phone, wechat], next: done}',
  },
  {
    name: 'a text cut by its comma',
    yaml: task("description: it's 5,000, or more"),
    says: ['yaml-quotes-needed 5:41'],
    words: ['The comma after "it\'s 5"', "'it''s 5,000, or more'"],
    mends: "description: 'it''s 5,000, or more', next: done}",
  },
  {
    name: 'a text in one language cut by its comma',
    yaml: task('description: {zh: 超过 5,000 元, en: More}'),
    says: ['yaml-quotes-needed 5:44'],
    words: ['The comma after "超过 5"', "'超过 5,000 元'"],
    mends: "{zh: '超过 5,000 元', en: More}",
  },
  {
    name: 'brackets in a text are a part of it',
    yaml: task('description: 【A, B】'),
    says: ['yaml-quotes-needed 5:37'],
    words: ["'【A, B】'"],
  },
  {
    name: 'a property without a colon, on a line of its own',
    yaml: `${head}nodes:\n  start: {type: start, next: call}\n  call:\n    ? nmae\n    ? later\n    next: done\n  done: {type: end}\n`,
    says: ['schema-unknown-property 6:7', 'schema-unknown-property 7:7'],
    words: ['"nmae"'],
  },
  {
    name: 'answers as keys',
    yaml: decision('{是: done, 其他: start}'),
    says: ['schema-type 5:30'],
    words: ['each answer is a branch of its own', 'Write [{when: 是, to: done}, {otherwise: start}].'],
  },
  {
    name: 'answers as keys in a list, spelt nearly like properties',
    yaml: decision('[{yes: done, no: start}]'),
    says: ['schema-type 5:31'],
    words: ['Write {when: yes, to: done}, {when: no, to: start}.'],
  },
  {
    name: 'other names of the properties of a branch',
    yaml: decision('{条件: 好, 去向: done}'),
    says: ['schema-unknown-property 5:31', 'schema-unknown-property 5:38'],
    words: ['Did you mean "when"?'],
  },
  {
    name: 'several owners',
    yaml: task('owner: [sales, boss]'),
    says: ['schema-type 5:29'],
    words: ['owner: sales', 'accountable', 'consulted', 'informed'],
  },
  {
    name: 'several ids where one belongs',
    yaml: task('phase: [a, b]'),
    says: ['schema-type 5:29'],
    words: ['Write one id, without brackets: phase: a.'],
  },
  {
    name: 'a list without brackets, with full-width commas',
    yaml: task('via: phone，wechat'),
    says: ['schema-type 5:27'],
    words: ['[phone, wechat]'],
  },
  {
    name: 'curly quotes around a target',
    yaml: beside('kpis: {rate: {measure: conversion, from: start, to: done, target: ‘>= 35%’}}'),
    says: ['schema-target 3:67'],
    words: ['‘ and ’ are no quotes', "'>= 35%'"],
    mends: "target: '>= 35%'}",
  },
  {
    name: 'curly quotes around a version',
    yaml: beside('document: {version: “0.3”}'),
    says: ['schema-type 3:21'],
    words: ['“ and ” are no quotes', "'0.3'"],
    mends: "version: '0.3'}",
  },
  {
    name: 'curly quotes around a word',
    yaml: task('kind: “approval”'),
    says: ['schema-enum 5:28'],
    words: ['“ and ” are no quotes', 'Write approval'],
    mends: 'kind: approval,',
  },
  {
    name: 'an id with a space in it, where one without exists',
    yaml: `${head}nodes:\n  start: {type: start, next: 登记 报案}\n  登记报案: {next: done}\n  done: {type: end}\n`,
    says: ['schema-id 4:30'],
    words: ['Did you mean 登记报案?'],
    mends: 'next: 登记报案}',
  },
  {
    name: 'a name with a space in it in place of the id',
    yaml: `${head}nodes:\n  start: {type: start, next: Sign contract}\n  sign: {name: Sign contract, next: done}\n  done: {type: end}\n`,
    says: ['schema-id 4:30'],
    words: ['Did you mean sign?'],
    mends: 'next: sign}',
  },
  {
    name: 'a chance of more than all',
    yaml: decision('[{when: 是, to: done, chance: 120%}, {otherwise: done}]'),
    says: ['schema-ratio 5:59'],
    words: ['at most 100%'],
  },
  {
    name: 'a channel in pinyin',
    yaml: task('via: [weixin]'),
    says: ['schema-enum 5:28'],
    words: ['Did you mean wechat?'],
    mends: 'via: [wechat]',
  },
  {
    name: 'an outcome in Chinese',
    yaml: `${head}nodes:\n  start: {type: start, next: done}\n  done: {type: end, outcome: 成功}\n`,
    says: ['schema-enum 5:30'],
    words: ['Did you mean success?'],
    mends: 'outcome: success',
  },
  {
    name: 'rights in Chinese',
    yaml: beside('stores: {crm: {fields: {basic: {phone: personal}}, access: {sales: 增查改}}}'),
    says: ['schema-rights 3:68'],
    words: ['Did you mean cru?'],
    mends: 'sales: cru}',
  },
  {
    name: 'working days',
    yaml: task('sla: 5个工作日'),
    says: ['schema-duration 5:27'],
    words: ['Working days are not known', '7d'],
  },
];
