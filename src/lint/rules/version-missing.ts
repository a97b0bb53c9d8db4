/** Nobody knows which edition they hold. */
import { defineRule } from '../rule.js';

export const versionMissing = defineRule({
  id: 'version-missing',
  group: 'document',
  summary: 'A flow without a version',
  severity: 'info',
  level: 'strict',
  why:
    'On the wall hangs a print, in the mailbox lies a file, and in the meeting everybody quotes another one. A version on the first page of ' +
    'the SOP ends that: raise it with every change that people have to learn.',
  bad: `trackflow: 1
title: Lead follow-up # ✗
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, informed: [manager], next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  good: `trackflow: 1
title: Lead follow-up
document:
  version: 1.0.0
  owner: manager
owners: {sales: {name: Sales}, manager: {name: Manager}}
nodes:
  start: {type: start, name: Lead arrives, owner: sales, next: call}
  call: {name: Call the lead, owner: sales, informed: [manager], next: done}
  done: {type: end, name: Lead called, owner: sales}
`,
  *check({ process, at }) {
    if (process.document?.version !== undefined) return;
    yield {
      message: 'The flow has no version, so that nobody knows which edition they hold.',
      at: process.document === undefined ? at(process, 'title') : at(process, 'document'),
      hint: 'Add document: {version: 1.0.0}.',
    };
  },
});
