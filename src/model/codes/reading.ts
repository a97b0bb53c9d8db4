/**
 * Codes of the first stage: files that cannot be read, and texts that are not the YAML their author meant.
 *
 * `bad` and `good` are whole flows, as small as the mistake allows.
 */
import type { CodeEntry } from './code.js';

const ends = '  start: {type: start, next: done}\n  done: {type: end}\n';
const nodes = `nodes:\n${ends}`;
const flow = (rest: string, title = '客户跟进'): string => `trackflow: 1\ntitle: ${title}\n${rest}`;

export const readingCodes = {
  'file-missing': {
    severity: 'error',
    summary: 'There is no such file',
    why: 'A flow, a library named in `use`, or a child flow named in `flow` does not exist. Paths are relative to the file that names them.',
  },
  'file-unreadable': {
    severity: 'error',
    summary: 'The file cannot be read',
    why: 'It is a folder, or you may not read it.',
  },
  'file-too-large': {
    severity: 'error',
    summary: 'The file is larger than a flow can sensibly be',
    why: 'A flow of a thousand nodes has about 1.5 MB. Split a larger one into child flows, and move what flows share into libraries.',
  },
  'file-empty': {
    severity: 'error',
    summary: 'The file has no content',
    why: 'There is nothing in it but, at most, comments. `trackflow init` makes a file to start from.',
    bad: '# nothing yet\n',
    good: flow(nodes),
  },
  'file-binary': {
    severity: 'error',
    summary: 'The file is not a text',
    why: 'It contains zero bytes, which no text has: a picture, an office document or an archive under the wrong name.',
  },
  'file-utf16': {
    severity: 'error',
    summary: 'The file is written in UTF-16',
    why: 'Some editors on Windows save "Unicode" as UTF-16. trackflow reads UTF-8; choose it under "Save with encoding".',
  },
  'file-not-utf8': {
    severity: 'error',
    summary: 'The file is not UTF-8',
    why: 'In another encoding, such as GBK, every Chinese name would turn into rubbish. Save the file as UTF-8.',
  },
  'file-control-character': {
    severity: 'error',
    summary: 'An invisible control character stands in the text',
    why: 'YAML allows none but tabs and line breaks. They usually come along when text is pasted from a document or a terminal.',
  },
  'yaml-syntax': {
    severity: 'error',
    summary: 'This is not valid YAML',
    why: 'The text breaks a rule of YAML for which trackflow has no explanation of its own. The message says where the reader stopped understanding.',
    bad: flow(nodes, '"客户跟进"#草稿'),
    good: flow(nodes, '"客户跟进" #草稿'),
  },
  'yaml-tab': {
    severity: 'error',
    summary: 'A tab is used for indentation',
    why: 'What belongs to what is told by indentation, and a tab has no fixed width; YAML therefore allows only spaces. Set your editor to insert two spaces.',
    bad: flow('nodes:\n\tstart: {type: start, next: done}\n\tdone: {type: end}\n'),
    good: flow(nodes),
  },
  'yaml-indent': {
    severity: 'error',
    summary: 'The indentation does not fit',
    why: 'What belongs together starts in the same column, what belongs to it stands deeper. This line does neither.',
    bad: flow(`${nodes}owners:\n  sales:\n    name: 销售部\n   kind: department\n`),
    good: flow(`${nodes}owners:\n  sales:\n    name: 销售部\n    kind: department\n`),
  },
  'yaml-quote-open': {
    severity: 'error',
    summary: 'A quote is opened and never closed',
    why: 'Everything after it would belong to the text. Close it, or put the whole text in quotes of the other sort.',
    bad: flow(nodes, '"客户跟进'),
    good: flow(nodes, '"客户跟进"'),
  },
  'yaml-bracket-open': {
    severity: 'error',
    summary: 'A bracket has no partner',
    why: 'Each { needs a } and each [ a ]. A bracket that belongs to a text stands in quotes.',
    bad: flow('nodes:\n  start: {type: start, next: done\n  done: {type: end}\n'),
    good: flow(nodes),
  },
  'yaml-quotes-needed': {
    severity: 'error',
    summary: 'A text needs quotes',
    why: 'Some signs have a meaning in YAML when a text starts with them (> | @ ` % * & ! [ {), and so has ": " inside a text. In quotes they are only signs.',
    bad: flow(`kpis:\n  win-rate:\n    measure: conversion\n    target: >= 20%\n${nodes}`),
    good: flow(`kpis:\n  win-rate:\n    measure: conversion\n    target: '>= 20%'\n${nodes}`),
  },
  'file-conflict': {
    severity: 'error',
    summary: 'A merge conflict has not been decided',
    why: 'Two changes of the same place have met, and git has written both, between lines of <<<<<<<, ======= and >>>>>>>. Which one is right only a person can say; until then the file is no process. Keep one of the two, or write what both mean, and delete the three lines. `trackflow init --git` sets up a merge driver that leaves fewer of them.',
    bad: flow(
      `owners:\n<<<<<<< HEAD\n  sales: {name: 销售部}\n=======\n  sales: {name: 销售中心}\n>>>>>>> main\n${nodes}`,
    ),
    good: flow(`owners:\n  sales: {name: 销售中心}\n${nodes}`),
  },
  'yaml-colon-missing': {
    severity: 'error',
    summary: 'A line is no entry, because it has no colon with a space after it',
    why: 'Entries are written `key: value`, with an ordinary colon and a space. The full-width colon ： of Chinese keyboards looks alike and is not one.',
    bad: `trackflow: 1\ntitle：客户跟进\n${nodes}`,
    good: flow(nodes),
  },
  'yaml-comma': {
    severity: 'error',
    summary: 'A comma is missing or too many',
    why: 'Inside {…} and […] entries are separated by one comma each. The full-width comma ， and the enumeration comma 、 of Chinese keyboards look alike and are none. A text that contains ", " or ": " stands in quotes there.',
    bad: flow(`owners:\n  sales: {name: 销售部 kind: department}\n${nodes}`),
    good: flow(`owners:\n  sales: {name: 销售部, kind: department}\n${nodes}`),
  },
  'yaml-escape': {
    severity: 'error',
    summary: 'A backslash sequence has no meaning',
    why: "Inside double quotes a backslash begins a special character, such as \\n. In single quotes it is only itself: 'C:\\表单'.",
    bad: flow(nodes, '"客户\\跟进"'),
    good: flow(nodes, "'客户\\跟进'"),
  },
  'yaml-tag': {
    severity: 'error',
    summary: 'A YAML tag stands before a value',
    why: 'A word that starts with ! is a tag, an instruction to the YAML reader. Nothing in a flow runs, so the language has none. If the ! belongs to the text, put the text in quotes.',
    bad: flow(nodes, '!重要 客户跟进'),
    good: flow(nodes, "'!重要 客户跟进'"),
  },
  'yaml-alias': {
    severity: 'error',
    summary: 'An alias leads nowhere',
    why: 'A word that starts with * stands for the part of the file that is marked with & and the same word. There is none above this place. If the * belongs to the text, put the text in quotes.',
    bad: flow(nodes, '*客户跟进'),
    good: flow(nodes, "'*客户跟进'"),
  },
  'yaml-anchor-unused': {
    severity: 'warning',
    summary: 'A mark for aliases is never used',
    why: 'A word that starts with & marks a part of the file, for aliases to repeat. No alias does, so the word is lost; most likely it belongs to the text, which then needs quotes.',
    bad: flow(nodes, '&Co 客户跟进'),
    good: flow(nodes, "'&Co 客户跟进'"),
  },
  'yaml-alias-bomb': {
    severity: 'error',
    summary: 'Aliases repeat too much',
    why: 'A few lines of aliases of aliases stand for millions of values. trackflow stops where a file grows beyond anything a flow needs.',
  },
  'yaml-too-deep': {
    severity: 'error',
    summary: 'The file is nested too deeply',
    why: 'The language needs eight levels; a hundred are allowed.',
  },
  'yaml-key': {
    severity: 'error',
    summary: 'The key of an entry is no word',
    why: 'A key stands before the colon: one word or one text. Lists, maps and aliases cannot be keys. {{…}} is a template of another tool; nothing in a flow runs.',
    bad: flow(`[a, b]: c\n${nodes}`),
    good: flow(nodes),
  },
  'yaml-duplicate-key': {
    severity: 'error',
    summary: 'A key is given twice in the same place',
    why: 'Only one of the two could count, and the other would be lost without a word. Delete one, or give it an id of its own.',
    bad: flow(`owners:\n  sales: {name: 销售部}\n  sales: {name: 销售二部}\n${nodes}`),
    good: flow(`owners:\n  sales: {name: 销售部}\n  sales-2: {name: 销售二部}\n${nodes}`),
  },
  'yaml-merge-key': {
    severity: 'error',
    summary: 'The merge key << is not part of the language',
    why: 'YAML 1.2 has no merge keys, and a reader should see at a node what it has. Write the properties out; what flows share goes into a library.',
    bad: flow(`owners:\n  sales: &team {kind: team}\n  service: {<<: *team}\n${nodes}`),
    good: flow(`owners:\n  sales: {kind: team}\n  service: {kind: team}\n${nodes}`),
  },
  'yaml-multiple-documents': {
    severity: 'error',
    summary: 'The file contains more than one YAML document',
    why: 'A line --- begins another document. A file holds one process; make a file of each.',
    bad: flow(`${nodes}---\ntitle: 售后服务\n`),
    good: flow(nodes),
  },
} as const satisfies Record<string, CodeEntry>;
