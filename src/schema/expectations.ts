/**
 * What should stand where, in words: for each definition of the schemas the end of the sentence "… must be". A test holds this
 * table and the schemas together.
 *
 * `code` is for definitions whose form has an explanation of its own in the table of codes; `how` tells the way to write it.
 */
import type { schemaCodes } from '../model/codes/schema.js';
import * as mend from './mend.js';

export interface Expectation {
  readonly must: string;
  readonly code?: keyof typeof schemaCodes;
  readonly how?: string;
  /** What to say of just this value, where `how` and the mended value do not tell why it is wrong. */
  readonly because?: (value: string | number) => string | undefined;
  /** The same value as the language writes it, if it can be told what was meant. */
  readonly mend?: (value: string | number) => string | undefined;
}

const text = { must: 'a text' } as const;
const idsHow = 'Ids have letters, digits, "-" and "_", at least one letter, no spaces and no dots.';

/** A number without a unit is not mended: 2 may be hours or days. */
const ofText =
  (change: (text: string) => string | undefined) =>
  (value: string | number): string | undefined =>
    typeof value === 'string' ? change(value) : undefined;

export const expectations: Readonly<Record<string, Expectation>> = {
  // Values.
  text,
  documentWord: text,
  plainText: text,
  texts: { must: 'a list of texts' },
  word: text,
  words: { must: 'a list of words' },
  boolean: { must: 'true or false', how: 'Write true or false, without quotes.', mend: ofText(mend.boolean) },
  language: {
    must: 'a language tag',
    code: 'schema-language',
    how: 'Such as zh, en or zh-TW.',
    mend: ofText(mend.language),
  },
  languageList: { must: 'a list of language tags' },
  id: { must: 'an id', code: 'schema-id', how: idsHow, mend: ofText(mend.id) },
  ids: { must: 'a list of ids' },
  duration: {
    must: 'a duration',
    code: 'schema-duration',
    how: 'Write 30m, 4h, 2d, 1w, 3mo or 1y; together the largest unit first, as in 1d12h.',
    mend: ofText(mend.duration),
    because: ofText(mend.workingDays),
  },
  ratio: {
    must: 'a share',
    code: 'schema-ratio',
    how: 'Write 35%, or 0.35 for the same.',
    mend: mend.ratio,
    because: mend.overWhole,
  },
  date: { must: 'a date', code: 'schema-date', how: 'Write year-month-day, as in 2026-11-22.', mend: mend.date },
  target: {
    must: 'a target',
    code: 'schema-target',
    how: "Write a comparison and an amount, in quotes: '>= 20%', '<= 4h' or '> 4.5'.",
    mend: ofText(mend.target),
  },
  rights: {
    must: 'rights',
    code: 'schema-rights',
    how: 'Write c (create), r (read), u (update), d (delete), in this order, as in cru.',
    mend: ofText(mend.rights),
  },
  link: {
    must: 'a link',
    code: 'schema-link',
    how: 'Write a web address (https://…), an e-mail address (mailto:…), or a path relative to this file, with "/" between folders.',
  },
  flowPath: {
    must: 'the path of a flow',
    code: 'schema-path',
    how: 'Write a path relative to this file, with "/" between folders, as in ./after-sales.flow.yaml.',
    mend: ofText((value) => mend.path(value, '.flow.yaml')),
  },
  libraryPath: {
    must: 'the path of a library',
    code: 'schema-path',
    how: 'Write a path relative to this file, with "/" between folders, as in ../common/org.yaml.',
    mend: ofText((value) => mend.path(value, '.yaml')),
  },
  libraryPaths: { must: 'a list of library files' },
  dataPlace: {
    must: 'a place in a store',
    code: 'schema-data-place',
    how: 'Write a store, a group of its fields, or a field, as in crm, crm.basic or crm.basic.phone.',
    mend: ofText(mend.dataPlace),
  },
  dataPlaces: { must: 'a list of places in stores' },
  glob: {
    must: 'a pattern of paths',
    code: 'schema-path',
    how: 'Write a path relative to this file, with "/" between folders and * for a part of a name, as in flows/**/*.flow.yaml.',
  },
  globs: { must: 'a list of patterns of paths' },
  folder: {
    must: 'a folder',
    code: 'schema-path',
    how: 'Write a path relative to this file, with "/" between folders, as in out.',
  },
  ruleId: {
    must: 'the id of a rule',
    code: 'schema-id',
    how: 'Such ids have small letters, digits and "-"; `trackflow rules` lists them.',
  },
  plugin: {
    must: 'the path of a plugin',
    code: 'schema-path',
    how: 'Write a path relative to this file, with "/" between folders, as in rules/acme.mjs.',
  },
  baselineVersion: { must: 'the version of the baseline', how: 'Write 1.' },
  baselineFindings: { must: 'a list of findings', how: 'trackflow lint --update-baseline writes it.' },
  baselineFinding: { must: 'a finding', how: 'Write {rule: …, file: …, at: …}.' },
  baselineText: { must: 'a text' },
  baselinePlace: { must: 'a place', how: 'Write keys with "/" between them, as in nodes/call-back.' },
  baselineCount: { must: 'a whole number from 1' },
  plugins: { must: 'a list of plugins', how: 'Write [rules/acme.mjs].' },
  presets: { must: 'a list of presets' },

  // One of several words.
  documentStatus: { must: 'a status' },
  ownerKind: { must: 'a kind of owner' },
  storeKind: { must: 'a kind of store' },
  sensitivity: { must: 'a sensitivity' },
  encryption: { must: 'a place of encryption' },
  encryptions: { must: 'a list of places of encryption' },
  measure: { must: 'a measure' },
  nodeType: { must: 'a type of node' },
  taskKind: { must: 'a kind of task' },
  endOutcome: { must: 'an outcome' },
  riskSeverity: { must: 'a severity' },
  channel: { must: 'a channel' },
  channels: { must: 'a list of channels' },
  format: { must: 'a format' },
  view: { must: 'a view' },
  direction: { must: 'a direction' },
  pageFormat: { must: 'a size of paper' },
  theme: {
    must: 'a theme',
    code: 'schema-enum',
    how: 'Write auto, light, dark, mono or paper, or the path of a theme file, as in ./ours.theme.yaml.',
    mend: ofText(mend.theme),
  },
  baseTheme: { must: 'a theme to extend' },
  sop: { must: 'a map', how: 'Write {template: ./sop.template.yaml}.' },
  templatePath: {
    must: 'the path of an SOP template',
    code: 'schema-path',
    how: 'Write a path relative to this file, with "/" between folders, as in ./sop.template.yaml.',
    mend: ofText((value) => mend.path(value, '.yaml')),
  },
  handbookOwner: { must: 'the id of an owner, or all' },
  sectionId: { must: 'a section' },
  chapters: { must: 'a list of sections', how: 'Write [purpose, scope, procedure].' },
  chapter: { must: 'a section, or a map', how: 'Write purpose, or {section: purpose, heading: …}.' },
  chapterDetails: { must: 'a section, or a map', how: 'Write purpose, or {section: purpose, heading: …}.' },
  show: { must: 'a detail' },
  showList: { must: 'a list of details', how: 'Write [sla, data].' },
  colour: {
    must: 'a colour',
    how: "Write # and three or six hexadecimal digits, in quotes: '#1b2433'. Without quotes # begins a comment.",
    mend: mend.colour,
  },
  level: { must: 'a level' },
  preset: { must: 'a preset' },

  // Maps with keys of their own.
  owners: { must: 'a map of owners', how: 'Each has its id before it: {sales: {name: 销售部}}.' },
  phases: { must: 'a map of phases', how: 'Each has its id before it: {attract: {name: 获客}}.' },
  segments: { must: 'a map of segments', how: 'Each has its id before it: {key: {name: 重点客户}}.' },
  stores: { must: 'a map of stores', how: 'Each has its id before it: {crm: {name: 客户库}}.' },
  kpis: { must: 'a map of KPIs', how: 'Each has its id before it: {win-rate: {measure: conversion}}.' },
  nodes: { must: 'a map of nodes', how: 'Each has its id before it: {call: {name: 电话联系, next: done}}.' },
  groups: {
    must: 'a map of groups of fields',
    how: 'Fields stand in groups: {basic: {phone: personal, company: internal}}.',
  },
  group: { must: 'a map of fields', how: 'Fields stand in groups: {basic: {phone: personal, company: internal}}.' },
  fields: {
    must: 'a map of fields',
    how: 'Each field has its sensitivity after it: {phone: personal, company: internal}.',
  },
  access: { must: 'a map of rights', how: 'Each owner has their rights after them: {sales: cru, support: ru}.' },
  levels: { must: 'a map of rules', how: 'Each rule has its level after it: {name-length: warning}.' },
  verbs: { must: 'a map of languages', how: 'Each language has its verbs after it: {zh: [登记, 回访]}.' },

  // Maps with known keys.
  objective: { must: 'a map', how: 'Write {goal: …, scope: {from: …, to: …}}.' },
  scope: { must: 'a map', how: 'Write {from: …, to: …}.' },
  document: { must: 'a map', how: 'Write {version: 1.0.0, status: draft, …}.' },
  review: { must: 'a map', how: 'Write {every: 6mo, last: 2026-09-20}.' },
  relatedDocument: { must: 'a document', how: 'Write {name: …, link: …}.' },
  relatedDocuments: { must: 'a list of documents', how: 'Write [{name: …, link: …}].' },
  owner: { must: 'a map', how: 'Write {name: …, kind: …}.' },
  phase: { must: 'a map', how: 'Write {name: …}.' },
  segment: { must: 'a map', how: 'Write {name: …, rule: …}.' },
  store: { must: 'a map', how: 'Write {name: …, fields: {…}}.' },
  namedGroup: { must: 'a map of fields', how: 'Write {name: …, fields: {…}}.' },
  field: { must: 'a sensitivity, or a map', how: 'Write personal, or {name: …, sensitivity: personal}.' },
  fieldDetails: { must: 'a sensitivity, or a map', how: 'Write personal, or {name: …, sensitivity: personal}.' },
  grant: { must: 'rights, or a map', how: 'Write cru, or {may: cru, only: …}.' },
  grantDetails: { must: 'rights, or a map', how: 'Write cru, or {may: cru, only: …}.' },
  protection: { must: 'a map', how: 'Write {encryption: [at-rest], backup: {…}, audit: true, retention: 3y}.' },
  backup: { must: 'a map', how: 'Write {every: 1d, to: …, restore-test: 3mo}.' },
  kpi: { must: 'a map', how: "Write {name: …, measure: duration, from: …, to: …, target: '<= 4h'}." },
  node: { must: 'a map', how: 'Write {name: …, owner: …, next: …}.' },
  next: { must: 'an id, or a list of branches', how: 'Write the id of a node, or [{when: …, to: …}, {otherwise: …}].' },
  branches: { must: 'a list of branches', how: 'Write [{when: …, to: …}, {otherwise: …}].' },
  way: { must: 'an id or a branch', how: 'Write the id of a node, or {when: …, to: …}.' },
  branch: { must: 'a branch', how: 'Write {when: …, to: …}, or {otherwise: …}.' },
  timeout: { must: 'a map', how: 'Write {after: 2d, to: …}.' },
  risk: { must: 'a risk', how: 'Write {problem: …, remedy: …}.' },
  risks: { must: 'a list of risks', how: 'Write [{problem: …, remedy: …}].' },
  cadence: { must: 'a line of the follow-up plan', how: 'Write {for: …, every: 1w, via: [phone], about: …}.' },
  cadences: { must: 'a list', how: 'Write [{for: …, every: 1w, via: [phone], about: …}].' },
  paint: { must: 'a map', how: "Write {fill: '#fff4d6', line: '#8a6a00'}." },
  hue: { must: 'a map', how: "Write {fill: '#dceaf7', line: '#0a5fb4'}." },
  paints: { must: 'a list of one to eight hues', how: "Write [{fill: '#dceaf7', line: '#0a5fb4'}]." },
  nodePaints: { must: 'a map of kinds of nodes', how: "Write {decision: {fill: '#fff4d6', line: '#8a6a00'}}." },
  outputs: { must: 'a list of outputs', how: 'Write [{format: svg, view: swimlane}].' },
  output: { must: 'an output', how: 'Write {format: svg, view: swimlane}.' },
  rules: { must: 'a map', how: 'Write {presets: [recommended], levels: {…}}.' },
  ruleSetting: { must: 'a level, or a map', how: 'Write warning, or {level: warning, options: {…}}.' },
  ruleDetails: { must: 'a level, or a map', how: 'Write warning, or {level: warning, options: {…}}.' },
  ruleOptions: { must: 'a map of options' },
  overrides: { must: 'a list of overrides', how: 'Write [{files: [drafts/**], levels: {…}}].' },
  override: { must: 'an override', how: 'Write {files: [drafts/**], levels: {…}}.' },
  site: { must: 'a map', how: 'Write {out: public, title: …}.' },
  check: { must: 'a map', how: 'Write {outputs: true}.' },
  vocabulary: { must: 'a map', how: 'Write {verbs: {…}, terms: […]}.' },
  terms: { must: 'a list of terms', how: 'Write [{use: 客户, not: [顾客]}].' },
  term: { must: 'a term', how: 'Write {use: 客户, not: [顾客]}.' },
};

/** The same for the several node types: each is `node` to the author until it says otherwise. */
const asNode: ReadonlySet<string> = new Set(['start', 'end', 'task', 'decision', 'fork', 'join', 'wait', 'subflow']);

export function expectation(shape: string): Expectation | undefined {
  const name = asNode.has(shape) ? 'node' : shape;
  return Object.hasOwn(expectations, name) ? expectations[name] : undefined;
}
