/**
 * Codes of the author's contract: values and keys that do not fit the schema of a flow, a library or a project file.
 *
 * `bad` and `good` are whole flows, as small as the mistake allows.
 */
import type { CodeEntry } from './code.js';

const flow = (rest: string): string => `trackflow: 1\ntitle: 客户跟进\n${rest}`;
const ends = '  start: {type: start, next: done}\n  done: {type: end}\n';
const nodes = `nodes:\n${ends}`;
/** A flow around one task. */
const task = (properties: string): string =>
  flow(
    `nodes:\n  start: {type: start, next: call}\n  call: {name: 电话联系, ${properties}next: done}\n  done: {type: end}\n`,
  );

export const schemaCodes = {
  'schema-root': {
    severity: 'error',
    summary: 'The file is something else altogether',
    why: 'A flow is a map of properties that begins with `trackflow: 1`. A list, a single text, or a file of another tool cannot be read as one.',
    bad: '- 登记线索\n- 电话联系\n',
    good: flow(nodes),
  },
  'schema-version': {
    severity: 'error',
    summary: 'The file is written in a version of the language that this trackflow does not know',
    why: '`trackflow: 1` says by which rules the file is to be read. A newer number needs a newer trackflow; nothing else in the file is judged until then.',
    bad: `trackflow: 2\ntitle: 客户跟进\n${nodes}`,
    good: flow(nodes),
  },
  'schema-unknown-property': {
    severity: 'error',
    summary: 'There is no such property here',
    why: 'A property with a wrong name would be ignored without a word, and with it what its author wanted to say. So only known names are allowed in each place; the message proposes the nearest one.',
    bad: task('onwer: sales, '),
    good: `${task('owner: sales, ')}owners:\n  sales: {name: 销售部}\n`,
  },
  'schema-missing-property': {
    severity: 'error',
    summary: 'A property is missing that must be there',
    why: 'Few properties must be written, and without this one the rest makes no sense: a branch that leads nowhere, a follow-up without a rhythm.',
    bad: task('risks: [{remedy: 查重}], '),
    good: task('risks: [{problem: 重复录入, remedy: 查重}], '),
  },
  'schema-empty': {
    severity: 'error',
    summary: 'A property has no value',
    why: 'A key with nothing after it may be forgotten or may be on purpose; the file does not tell. Write the value, or delete the line.',
    bad: task('sla: , '),
    good: task('sla: 4h, '),
  },
  'schema-type': {
    severity: 'error',
    summary: 'A value is of the wrong sort',
    why: 'Where a list is due stands a text, where a text is due a number, and so on. YAML reads 2.10 as a number and yes/no words as texts; quotes make a text of anything.',
    bad: task('via: phone, '),
    good: task('via: [phone], '),
  },
  'schema-enum': {
    severity: 'error',
    summary: 'The word is none of those that may stand here',
    why: 'Some properties take one of a few words, so that pictures, tables and figures can count on them. In every language of the content the words are the same.',
    bad: flow('nodes:\n  start: {type: strat, next: done}\n  done: {type: end}\n'),
    good: flow(nodes),
  },
  'schema-id': {
    severity: 'error',
    summary: 'This cannot be an id',
    why: 'Ids tie the file together, so they must survive being typed, compared and joined with dots: letters of any script, digits, `-` and `_`, with at least one letter. What readers see is the `name`, which may be anything.',
    bad: flow('nodes:\n  start: {type: start, next: done}\n  done: {type: end}\nphases:\n  phase 1: {name: 获客}\n'),
    good: flow('nodes:\n  start: {type: start, next: done}\n  done: {type: end}\nphases:\n  phase-1: {name: 获客}\n'),
  },
  'schema-duration': {
    severity: 'error',
    summary: 'This is not a duration',
    why: 'Durations are compared and added up, so they have one form: a number and a unit (m, h, d, w, mo, y), the largest first when there are several. ISO 8601 (PT4H) is understood too.',
    bad: task('sla: 2 days, '),
    good: task('sla: 2d, '),
  },
  'schema-ratio': {
    severity: 'error',
    summary: 'This is not a share of the whole',
    why: 'A chance is a share of all cases: between 0% and 100%, written `35%` or `0.35`.',
    bad: flow(
      'nodes:\n  start: {type: start, next: ok}\n  ok: {type: decision, next: [{when: 同意, to: won, chance: 35}, {otherwise: lost}]}\n  won: {type: end}\n  lost: {type: end}\n',
    ),
    good: flow(
      'nodes:\n  start: {type: start, next: ok}\n  ok: {type: decision, next: [{when: 同意, to: won, chance: 35%}, {otherwise: lost}]}\n  won: {type: end}\n  lost: {type: end}\n',
    ),
  },
  'schema-date': {
    severity: 'error',
    summary: 'This is not a date',
    why: 'Dates are written year-month-day, as in 2026-11-22, because every other way is read differently somewhere in the world.',
    bad: flow(`document: {effective: 2026/10/1}\n${nodes}`),
    good: flow(`document: {effective: 2026-10-01}\n${nodes}`),
  },
  'schema-target': {
    severity: 'error',
    summary: 'This is not a target',
    why: 'A target says in which direction a figure should go and how far: a comparison and a percentage, a duration or a number. A bare 20% does not tell whether more or less is better.',
    bad: flow(`kpis:\n  win-rate: {measure: custom, target: 20%}\n${nodes}`),
    good: flow(`kpis:\n  win-rate: {measure: custom, target: '>= 20%'}\n${nodes}`),
  },
  'schema-rights': {
    severity: 'error',
    summary: 'These are not rights',
    why: 'Rights are the letters c (create), r (read), u (update), d (delete), always in this order, so that two tables of rights can be compared at a glance.',
    bad: flow(`owners:\n  sales: {name: 销售部}\nstores:\n  crm: {access: {sales: rw}}\n${nodes}`),
    good: flow(`owners:\n  sales: {name: 销售部}\nstores:\n  crm: {access: {sales: ru}}\n${nodes}`),
  },
  'schema-link': {
    severity: 'error',
    summary: 'This is not a link',
    why: 'Links are printed in documents and pictures and followed with a click. Only web addresses, e-mail addresses and paths relative to the file are safe and mean the same on every machine.',
    bad: task("links: [{name: 报价单, link: 'C:\\表单\\报价单.xlsx'}], "),
    good: task('links: [{name: 报价单, link: ./表单/报价单.xlsx}], '),
  },
  'schema-path': {
    severity: 'error',
    summary: 'This is not the path of such a file',
    why: 'Paths are relative to the file that names them, with `/` between folders, so that a project works on every machine. Flows end in .flow.yaml, libraries in .yaml or .yml.',
    bad: `use: ['C:\\common\\org.yaml']\n${flow(nodes)}`,
    good: flow(nodes),
  },
  'schema-language': {
    severity: 'error',
    summary: 'This is not a language tag',
    why: 'A text in several languages is a map with one language tag before each: `{zh: 签订合同, en: Sign contract}`. A text that has ": " in it is read as a map by YAML and needs quotes.',
    bad: task('steps: [注意: 先查重], '),
    good: task("steps: ['注意: 先查重'], "),
  },
  'schema-data-place': {
    severity: 'error',
    summary: 'This does not name a place in a store',
    why: 'What a node reads and writes is named by the store, the group and the field, joined by dots; the last two may be left out.',
    bad: flow(
      'stores:\n  crm: {fields: {basic: {phone: personal}}}\nnodes:\n  start: {type: start, reads: [crm/basic], next: done}\n  done: {type: end}\n',
    ),
    good: flow(
      'stores:\n  crm: {fields: {basic: {phone: personal}}}\nnodes:\n  start: {type: start, reads: [crm.basic], next: done}\n  done: {type: end}\n',
    ),
  },
  'schema-repeated': {
    severity: 'error',
    summary: 'The same item stands twice in a list',
    why: 'Said once it holds already; the second one is usually a slip for another item.',
    bad: task('via: [phone, email, phone], '),
    good: task('via: [phone, email], '),
  },
  'schema-conflict': {
    severity: 'error',
    summary: 'Two properties exclude each other',
    why: '`{otherwise: lost}` is the whole default branch: it names the node to which all remaining cases go, so it has no second destination. A `when` beside it only names those cases.',
    bad: flow(
      'nodes:\n  start: {type: start, next: ok}\n  ok: {type: decision, next: [{when: 同意, to: won}, {otherwise: true, to: lost}]}\n  won: {type: end}\n  lost: {type: end}\n',
    ),
    good: flow(
      'nodes:\n  start: {type: start, next: ok}\n  ok: {type: decision, next: [{when: 同意, to: won}, {otherwise: lost}]}\n  won: {type: end}\n  lost: {type: end}\n',
    ),
  },
} as const satisfies Record<string, CodeEntry>;
