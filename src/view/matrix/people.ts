/** Owners as headings of a matrix, and who belongs to whom. */
import type { MatrixColumn, MatrixSubject } from '../../model/matrix.js';
import type { Owner, Process } from '../../model/process.js';
import { departments } from '../lanes.js';
import { column } from './cells.js';
import type { Table } from './kind.js';

export const ownerSubject = (id: string): MatrixSubject => ({ kind: 'owner', id });

export function isExternal({ owners }: Process, id: string | undefined): boolean {
  const kind = owners.find((owner) => owner.id === id)?.kind;
  return kind === 'customer' || kind === 'partner';
}

interface Member {
  readonly owner: Owner;
  readonly hue: number;
  /** The name of the department of several that stand side by side. */
  readonly department?: string;
}

/** Owners in the order of lanes: members of one department together. */
export function people({ process, name }: Table, wanted: ReadonlySet<string>): readonly Member[] {
  const hues = new Map(process.owners.map(({ id }, index) => [id, index]));
  return departments(process, wanted).flatMap(({ root, members }) =>
    members.map((owner) => ({
      owner,
      hue: hues.get(owner.id) ?? 0,
      ...((members.length > 1 || owner !== root) && { department: name(root) }),
    })),
  );
}

/** A narrow column for each owner. */
export function peopleColumns(table: Table, wanted: ReadonlySet<string>): readonly MatrixColumn[] {
  return people(table, wanted).map(({ owner, hue, department }) =>
    column('mark', owner.id, table.name(owner), {
      hue,
      subject: ownerSubject(owner.id),
      ...(department !== undefined && { group: department }),
    }),
  );
}

/** The owner and everybody above it, whose rights it has. */
export function upwards({ owners }: Process, id: string): ReadonlySet<string> {
  const met = new Set<string>();
  const parents = new Map(owners.map((owner) => [owner.id, owner.parent]));
  for (let at: string | undefined = id; at !== undefined && !met.has(at); at = parents.get(at)) met.add(at);
  return met;
}

/** The owner and everybody below it: where a department owns a step, one of them does it. */
export function downwards({ owners }: Process, id: string): ReadonlySet<string> {
  const members = new Map(owners.map((owner) => [owner.id, owner.members]));
  const met = new Set([id]);
  for (const each of met) for (const member of members.get(each) ?? []) met.add(member);
  return met;
}
