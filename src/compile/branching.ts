/**
 * The rules of branching: how many ways out each type of node has, and what must be said of each.
 *
 * They are part of the language and not of good style, because without them a process has no one meaning: which branch is taken,
 * and how many. A node of which something was lost to other mistakes is left in peace.
 */
import { quote } from '../base/quote.js';
import type { NodeType } from '../model/process.js';
import type { NodeDefinition } from '../schema/index.js';
import type { Branch } from './branches.js';
import type { Children } from './children.js';
import { complain, type Context } from './context.js';
import type { Entry } from './entries.js';
import { ratio } from './quantities.js';
import { checkSubflow } from './subflows.js';

export function checkBranches(
  context: Context,
  entry: Entry<NodeDefinition>,
  branches: readonly Branch[],
  children: Children,
): void {
  const type = entry.definition.type ?? 'task';
  if (type === 'end') return;
  if (branches.length === 0) complainOfNoNext(context, entry, type);
  else if (type === 'decision') checkDecision(context, entry, branches);
  else if (type === 'fork') checkFork(context, entry, branches);
  else if (type !== 'subflow') checkOneWay(context, entry, branches, type);
  else {
    checkDefaults(context, entry, branches);
    checkSubflow(context, entry, branches, children.get(entry.id));
    checkChances(context, entry, branches);
  }
}

function complainOfNoNext(context: Context, { id, home, path }: Entry<NodeDefinition>, type: NodeType): void {
  complain(context, home, 'no-next', `The ${type} ${quote(id)} leads nowhere: it has no "next".`, path, {
    atKey: true,
    hint: 'Every node but an end names the node that comes after it. If the process is over here, write "type: end".',
  });
}

function checkDecision(context: Context, entry: Entry<NodeDefinition>, branches: readonly Branch[]): void {
  const { id, home, path } = entry;
  if (branches.length === 1) {
    const message = `The decision ${quote(id)} has only one branch.`;
    const hint =
      'Add the other answer, or {otherwise: …} for all other cases. If there is nothing to decide, make it a task.';
    complain(context, home, 'decision-one-branch', message, [...path, 'next'], { atKey: true, hint });
    return;
  }
  checkDefaults(context, entry, branches);
  for (const [index, { when, otherwise, segments, path: at }] of branches.entries()) {
    if (when !== undefined || otherwise || (segments ?? []).length > 0) continue;
    const message = `Branch ${index + 1} of the decision ${quote(id)} does not say when it is taken.`;
    complain(context, home, 'branch-without-condition', message, at, {
      hint: 'Write {when: …, to: …}, or {otherwise: …} for all other cases. If all branches are walked, make it a fork.',
    });
  }
  checkChances(context, entry, branches);
}

/** Only one branch can be for all other cases. */
function checkDefaults(context: Context, { id, home }: Entry<NodeDefinition>, branches: readonly Branch[]): void {
  const [first, ...more] = branches.filter((branch) => branch.otherwise);
  for (const { toPath } of more) {
    if (first === undefined) return;
    complain(context, home, 'two-defaults', `${quote(id)} has two default branches.`, toPath, {
      hint: 'Only one branch can take all other cases: say of this one when it is taken.',
      related: [{ message: 'the other one', span: home.locate(first.toPath) }],
    });
  }
}

function checkChances(context: Context, { id, home, path }: Entry<NodeDefinition>, branches: readonly Branch[]): void {
  const sum = branches.reduce((total, { chance }) => total + (chance === undefined ? 0 : (ratio(chance) ?? 0)), 0);
  // Ten times 0.1 is a little more than 1 to a computer.
  if (sum <= 1 + 1e-9) return;
  const percent = Number((sum * 100).toFixed(2));
  const message = `The chances of ${quote(id)} add up to ${percent}%.`;
  const hint = 'Exactly one branch is taken, so together they are at most 100%.';
  complain(context, home, 'chances-over-100', message, [...path, 'next'], { atKey: true, hint });
}

function checkFork(context: Context, { id, home, path }: Entry<NodeDefinition>, branches: readonly Branch[]): void {
  if (branches.length === 1) {
    const message = `The fork ${quote(id)} has only one branch.`;
    const hint = 'A fork walks several branches at the same time. If there is only one, it is not needed.';
    complain(context, home, 'fork-one-branch', message, [...path, 'next'], { atKey: true, hint });
  }
  for (const branch of branches) {
    const said = conditionOf(branch);
    if (said === undefined) continue;
    const message = `The fork ${quote(id)} walks all its branches, so none can have ${said.noun}.`;
    const hint = 'If only one of them is walked, make it a decision.';
    complain(context, home, 'fork-condition', message, said.path, { hint });
  }
}

function checkOneWay(
  context: Context,
  { id, home, path }: Entry<NodeDefinition>,
  branches: readonly Branch[],
  type: NodeType,
): void {
  if (branches.length > 1) {
    const message = `The ${type} ${quote(id)} has ${branches.length} ways out, and only one is possible.`;
    const hint =
      'If exactly one of them is taken, let a decision (type: decision) follow; if all are walked at the same time, a fork (type: fork).';
    complain(context, home, 'several-nexts', message, [...path, 'next'], { atKey: true, hint });
    return;
  }
  for (const branch of branches) {
    const said = conditionOf(branch);
    if (said === undefined) continue;
    const message = `The ${type} ${quote(id)} has only one way out, so it cannot have ${said.noun}.`;
    const hint = 'Where the way parts, let a decision (type: decision) follow; it names all answers.';
    complain(context, home, 'condition-without-decision', message, said.path, { hint });
  }
}

/** What makes a branch one that may not be taken. */
function conditionOf({
  when,
  otherwise,
  chance,
  path,
  toPath,
}: Branch): { noun: string; path: Branch['path'] } | undefined {
  if (when !== undefined) return { noun: 'a condition', path: [...path, 'when'] };
  if (otherwise) return { noun: 'a default', path: toPath };
  return chance === undefined ? undefined : { noun: 'a chance', path: [...path, 'chance'] };
}
