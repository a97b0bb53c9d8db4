/**
 * Codes of compiling: references between elements and files, and the rules of a flow that no schema can express.
 *
 * `bad` and `good` are whole flows, as small as the mistake allows.
 */
import type { CodeEntry } from './code.js';

const flow = (rest: string): string => `trackflow: 1\ntitle: 客户跟进\n${rest}`;
const ends = '  start: {type: start, next: done}\n  done: {type: end}\n';
const nodes = `nodes:\n${ends}`;
/** A flow around one node, with one end; with two. */
const around = (node: string, rest = ''): string =>
  flow(`${rest}nodes:\n  start: {type: start, next: here}\n${node}  done: {type: end}\n`);
const parting = (node: string): string => `${around(node)}  lost: {type: end}\n`;
const owners = 'owners:\n  sales: {name: 销售部, kind: department}\n';
const crm = 'stores:\n  crm:\n    fields:\n      basic: {phone: personal}\n';

export const compilingCodes = {
  'file-outside': {
    severity: 'error',
    summary: 'A path leads out of the project folder',
    why: 'What a flow says must not depend on what else lies on the machine, and checking a flow must never read files that do not belong to it. The project folder is the one with `trackflow.config.yaml` or `.git`; links are followed before they are judged.',
    bad: flow(`use: [../../../org.yaml]\n${nodes}`),
    good: flow(`use: [./org.yaml]\n${nodes}`),
  },
  'use-flow': {
    severity: 'error',
    summary: 'A flow is named in `use`',
    why: '`use` brings in libraries: files of owners, phases, segments, stores and KPIs. A flow that is part of another is named in a node of type `subflow`.',
    bad: flow(`use: [./after-sales.flow.yaml]\n${nodes}`),
    good: around('  here: {type: subflow, flow: ./after-sales.flow.yaml, next: done}\n'),
  },
  'use-clash': {
    severity: 'error',
    summary: 'Two files define the same id',
    why: 'If one of them won, the other would be changed without a word. Delete one, or give it an id of its own. A library that several ways lead to is no clash.',
    bad: flow(`use: [./org.yaml] # has an owner "sales" too\n${owners}${nodes}`),
    good: flow(`use: [./org.yaml] # has an owner "sales"\nowners:\n  sales-2: {name: 销售二部}\n${nodes}`),
  },
  'use-circle': {
    severity: 'error',
    summary: 'Libraries use each other in a circle',
    why: 'Each would have to be read before the other. Move what both need into a third library.',
  },
  'flow-circle': {
    severity: 'error',
    summary: 'Flows contain each other in a circle',
    why: 'A subflow is a part of its parent, and nothing can be a part of its own part. To go on with another process, end here and say so in the name of the end.',
  },
  'child-unreadable': {
    severity: 'error',
    summary: 'A child flow has mistakes of its own',
    why: 'Which ends a child flow has, and so whether every branch after it is right, can only be told when it can be read. Check the child by itself and mend it first.',
    bad: around('  here: {type: subflow, flow: ./broken.flow.yaml, next: done}\n'),
    good: around('  here: {type: subflow, flow: ./after-sales.flow.yaml, next: done}\n'),
  },
  'unknown-owner': {
    severity: 'error',
    summary: 'There is no such owner',
    why: 'Whoever does something, answers for it or may see it is named by the id of an entry in `owners`, in this file or in a library. An id is not a name: readers see the `name`.',
    bad: around('  here: {owner: seles, next: done}\n', owners),
    good: around('  here: {owner: sales, next: done}\n', owners),
  },
  'unknown-phase': {
    severity: 'error',
    summary: 'There is no such phase',
    why: 'A node stands in one of the `phases` of this file or of a library, and names it by its id.',
    bad: around('  here: {phase: convert, next: done}\n'),
    good: around('  here: {phase: convert, next: done}\n', 'phases:\n  convert: {name: 转化}\n'),
  },
  'unknown-segment': {
    severity: 'error',
    summary: 'There is no such segment',
    why: 'A line of a follow-up plan, or a branch, is for one of the `segments` of this file or of a library, and names it by its id.',
    bad: around('  here: {cadence: [{for: key, every: 1w}], next: done}\n'),
    good: around('  here: {cadence: [{for: key, every: 1w}], next: done}\n', 'segments:\n  key: {name: 重点客户}\n'),
  },
  'unknown-store': {
    severity: 'error',
    summary: 'There is no such store',
    why: 'What a node reads and writes is named by the id of a store, then of a group of its fields, then of a field: `crm.basic.phone`.',
    bad: around('  here: {reads: [cmr.basic], next: done}\n', crm),
    good: around('  here: {reads: [crm.basic], next: done}\n', crm),
  },
  'unknown-group': {
    severity: 'error',
    summary: 'The store has no such group of fields',
    why: 'The second part of `crm.basic.phone` is a group of fields in the store; a field is named together with its group.',
    bad: around('  here: {writes: [crm.phone], next: done}\n', crm),
    good: around('  here: {writes: [crm.basic.phone], next: done}\n', crm),
  },
  'unknown-field': {
    severity: 'error',
    summary: 'The group has no such field',
    why: 'The third part of `crm.basic.phone` is a field of that group. Add it to the store, with how sensitive it is.',
    bad: around('  here: {writes: [crm.basic.email], next: done}\n', crm),
    good: around('  here: {writes: [crm.basic.phone], next: done}\n', crm),
  },
  'unknown-node': {
    severity: 'error',
    summary: 'There is no such node',
    why: '`next`, a `timeout` and a KPI name nodes of the same file by their ids. Another file is reached by a node of type `subflow`.',
    bad: flow('nodes:\n  start: {type: start, next: don}\n  done: {type: end}\n'),
    good: flow(nodes),
  },
  'unknown-end': {
    severity: 'error',
    summary: 'The child flow has no such end',
    why: 'After a subflow, `when` is the id of an end of the child flow: the parent goes on by how the child ended. What readers see is the name of that end.',
    bad: parting(
      '  here: {type: subflow, flow: ./after-sales.flow.yaml, next: [{when: solved, to: done}, {otherwise: lost}]}\n',
    ),
    good: parting(
      '  here: {type: subflow, flow: ./after-sales.flow.yaml, next: [{when: resolved, to: done}, {otherwise: lost}]}\n',
    ),
  },
  'end-twice': {
    severity: 'error',
    summary: 'Two branches follow the same end of a child flow',
    why: 'When the child has ended there, the parent can go on in one way only. Where the way parts, let a decision follow.',
    bad: parting(
      '  here: {type: subflow, flow: ./after-sales.flow.yaml, next: [{when: resolved, to: done}, {when: resolved, to: lost}, {otherwise: lost}]}\n',
    ),
    good: parting(
      '  here: {type: subflow, flow: ./after-sales.flow.yaml, next: [{when: resolved, to: done}, {otherwise: lost}]}\n',
    ),
  },
  'end-unhandled': {
    severity: 'error',
    summary: 'An end of a child flow leads nowhere',
    why: 'A case that leaves the child there would be stuck. Give every end a branch, add `{otherwise: …}` for the rest, or write `next: …` if all go the same way.',
    bad: around('  here: {type: subflow, flow: ./after-sales.flow.yaml, next: [{when: resolved, to: done}]}\n'),
    good: parting(
      '  here: {type: subflow, flow: ./after-sales.flow.yaml, next: [{when: resolved, to: done}, {when: churned, to: lost}]}\n',
    ),
  },
  'member-twice': {
    severity: 'error',
    summary: 'An owner is a member of two others',
    why: 'The lane of a member is drawn inside the band of its department, and it can lie in one band only. Two departments that each have such a role have two roles.',
    bad: flow(`owners:\n  sales: {members: [clerk]}\n  service: {members: [clerk]}\n  clerk: {name: 专员}\n${nodes}`),
    good: flow(
      `owners:\n  sales: {members: [sales-clerk]}\n  service: {members: [service-clerk]}\n  sales-clerk: {name: 销售专员}\n  service-clerk: {name: 客服专员}\n${nodes}`,
    ),
  },
  'member-circle': {
    severity: 'error',
    summary: 'Owners are members of each other in a circle',
    why: 'Members are drawn inside the band of the owner that they belong to, and nothing lies inside itself.',
    bad: flow(`owners:\n  sales: {members: [team]}\n  team: {members: [sales]}\n${nodes}`),
    good: flow(`owners:\n  sales: {members: [team]}\n  team: {kind: team}\n${nodes}`),
  },
  'kpi-target': {
    severity: 'error',
    summary: 'The target does not fit the measure',
    why: 'A conversion is a share (`>= 20%`), rework a share or how often, a duration a length of time (`<= 4h`), a volume a number. A `custom` figure may be any of them.',
    bad: flow(`kpis:\n  response: {measure: duration, target: <= 95%}\n${nodes}`),
    good: flow(`kpis:\n  response: {measure: duration, target: <= 4h}\n${nodes}`),
  },
  'date-impossible': {
    severity: 'error',
    summary: 'There is no such day',
    why: 'The date is well-formed, but that month does not have so many days.',
    bad: flow(`document: {effective: 2026-02-30}\n${nodes}`),
    good: flow(`document: {effective: 2026-02-28}\n${nodes}`),
  },
  'no-start': {
    severity: 'error',
    summary: 'The process has no start',
    why: 'Cases enter a process at a node with `type: start`. Without one nothing ever happens. There may be several.',
    bad: flow('nodes:\n  call: {name: 电话联系, next: done}\n  done: {type: end}\n'),
    good: flow(
      'nodes:\n  start: {type: start, next: call}\n  call: {name: 电话联系, next: done}\n  done: {type: end}\n',
    ),
  },
  'no-end': {
    severity: 'error',
    summary: 'The process has no end',
    why: 'Cases leave a process at a node with `type: end`, best one for each outcome. Without one they stay in it for ever. A loop of regular visits needs an end too: for the customers who leave.',
    bad: flow('nodes:\n  start: {type: start, next: call}\n  call: {name: 电话联系, next: call}\n'),
    good: flow(
      'nodes:\n  start: {type: start, next: call}\n  call: {name: 电话联系, next: done}\n  done: {type: end}\n',
    ),
  },
  'no-next': {
    severity: 'error',
    summary: 'A node leads nowhere',
    why: 'Every node but an end names the node that comes after it. If the process is over here, make it an end.',
    bad: around('  here: {name: 电话联系}\n'),
    good: around('  here: {name: 电话联系, next: done}\n'),
  },
  'decision-one-branch': {
    severity: 'error',
    summary: 'A decision has only one branch',
    why: 'A question with one answer decides nothing, and says nothing of the cases in which the answer is another one.',
    bad: parting('  here: {type: decision, next: [{when: 同意, to: done}]}\n'),
    good: parting('  here: {type: decision, next: [{when: 同意, to: done}, {otherwise: lost}]}\n'),
  },
  'branch-without-condition': {
    severity: 'error',
    summary: 'A branch does not say when it is taken',
    why: 'A decision takes exactly one branch, so each one says when it is taken: in words (`when`), for which segments (`for`), or in all other cases (`otherwise`). After a subflow, `when` is the id of an end of the child flow.',
    bad: parting('  here: {type: decision, next: [{when: 同意, to: done}, lost]}\n'),
    good: parting('  here: {type: decision, next: [{when: 同意, to: done}, {otherwise: lost}]}\n'),
  },
  'two-defaults': {
    severity: 'error',
    summary: 'There are two default branches',
    why: 'Only one branch can take all other cases. Say of the other one when it is taken.',
    bad: parting('  here: {type: decision, next: [{otherwise: done}, {otherwise: lost}]}\n'),
    good: parting('  here: {type: decision, next: [{when: 同意, to: done}, {otherwise: lost}]}\n'),
  },
  'chances-over-100': {
    severity: 'error',
    summary: 'Chances add up to more than 100%',
    why: 'Exactly one branch is taken, so the shares of all branches are together at most the whole.',
    bad: parting(
      '  here: {type: decision, next: [{when: 同意, to: done, chance: 60%}, {otherwise: lost, chance: 50%}]}\n',
    ),
    good: parting(
      '  here: {type: decision, next: [{when: 同意, to: done, chance: 60%}, {otherwise: lost, chance: 40%}]}\n',
    ),
  },
  'fork-one-branch': {
    severity: 'error',
    summary: 'A fork has only one branch',
    why: 'A fork walks several branches at the same time. With one there is nothing to fork: go straight to it.',
    bad: around('  here: {type: fork, next: [done]}\n'),
    good: around('  here: {name: 通知客户, next: done}\n'),
  },
  'fork-condition': {
    severity: 'error',
    summary: 'A branch of a fork has a condition',
    why: 'A fork walks all its branches, so that a later join can wait for all of them. Where only one is walked, it is a decision.',
    bad: parting('  here: {type: fork, next: [{to: done, when: 同意}, lost]}\n'),
    good: parting('  here: {type: decision, next: [{to: done, when: 同意}, {otherwise: lost}]}\n'),
  },
  'several-nexts': {
    severity: 'error',
    summary: 'A node that cannot branch has several ways out',
    why: 'Two ways out of a task do not tell whether one of them is taken or both. A decision after it takes exactly one; a fork after it walks all at the same time.',
    bad: parting('  here: {name: 电话联系, next: [done, lost]}\n'),
    good: parting(
      '  here: {name: 电话联系, next: agreed}\n  agreed: {type: decision, next: [{when: 同意, to: done}, {otherwise: lost}]}\n',
    ),
  },
  'condition-without-decision': {
    severity: 'error',
    summary: 'The only way out of a node has a condition',
    why: 'It does not say what happens when the condition does not hold. A decision names all answers.',
    bad: around('  here: {name: 电话联系, next: {when: 同意, to: done}}\n'),
    good: parting(
      '  here: {name: 电话联系, next: agreed}\n  agreed: {type: decision, next: [{when: 同意, to: done}, {otherwise: lost}]}\n',
    ),
  },
  'timeout-to-itself': {
    severity: 'error',
    summary: 'A timeout leads back to its own node',
    why: 'A timeout is an escalation: when the time is over, the case goes elsewhere, for example to a supervisor.',
    bad: around('  here: {name: 电话联系, timeout: {after: 2d, to: here}, next: done}\n'),
    good: parting('  here: {name: 电话联系, timeout: {after: 2d, to: lost}, next: done}\n'),
  },
} as const satisfies Record<string, CodeEntry>;
