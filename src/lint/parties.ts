/**
 * Who belongs to whom, and who may do what: owners, their departments and members, and the rights that follow from both.
 *
 * A right given to a department is its members' too. Where a whole department owns a step, some member does it, so that the rights
 * of any member will do.
 */
import type { AccessGrant, Owner, Process, ProcessNode, Store } from '../model/process.js';
import { perProcess } from './per-process.js';

const ownersOf = perProcess((process: Process) => new Map(process.owners.map((owner) => [owner.id, owner])));

export function isExternal(owner: Owner | undefined): boolean {
  return owner?.kind === 'customer' || owner?.kind === 'partner';
}

/** Software does it by itself: said of the task, or of its owner. */
export function isDoneBySystem(node: ProcessNode, owner: Owner | undefined): boolean {
  return (node.type === 'task' && node.kind === 'system') || owner?.kind === 'system';
}

/** The owner and everybody above it, nearest first. */
export function upwards(process: Process, id: string): readonly string[] {
  const owners = ownersOf(process);
  const met = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !met.has(at); at = owners.get(at)?.parent) met.add(at);
  return [...met];
}

/** The owner and everybody below it. */
export function downwards(process: Process, id: string): readonly string[] {
  const owners = ownersOf(process);
  const met = new Set([id]);
  for (const each of met) for (const member of owners.get(each)?.members ?? []) met.add(member);
  return [...met];
}

/** The department at the top, or the owner itself. */
export function departmentOf(process: Process, id: string): string {
  return upwards(process, id).at(-1) ?? id;
}

/** Everybody whose rights an owner may use. */
export function kin(process: Process, id: string): ReadonlySet<string> {
  return new Set([...upwards(process, id), ...downwards(process, id)]);
}

/** The grants of a store under which an owner works. */
export function grantsFor(process: Process, store: Store, owner: string): readonly AccessGrant[] {
  const related = kin(process, owner);
  return store.access.filter((grant) => related.has(grant.owner));
}
