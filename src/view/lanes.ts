/**
 * Which owners are lanes, in what order, and in which department's band.
 *
 * A lane is an owner that owns at least one node. Lanes follow the declaration order of owners, except that the lanes of one
 * department stand together, where the department or its first lane is declared, whichever comes first. With departments inside
 * departments the outermost gives the band: bands of one level can always be drawn side by side.
 */
import type { Owner, Process } from '../model/process.js';
import type { ViewLane } from '../model/view.js';
import type { Voice } from './voice.js';

/** The outermost department of an owner, itself if it has none. A ring of parents ends at its first repeated owner. */
function outermost(owner: Owner, byId: ReadonlyMap<string, Owner>): Owner {
  const seen = new Set<string>();
  let at = owner;
  while (at.parent !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    const parent = byId.get(at.parent);
    if (parent === undefined) break;
    at = parent;
  }
  return at;
}

export interface Lanes {
  readonly lanes: readonly ViewLane[];
  /** The lane of a node with that owner; undefined only if there are no lanes. */
  readonly laneOf: (owner: string | undefined) => string | undefined;
}

export interface Department {
  /** The outermost department, or an owner that belongs to none. */
  readonly root: Owner;
  /** Those asked for, in the order of their declaration; the root itself may be one. */
  readonly members: readonly Owner[];
}

/** Owners by department, each where it or the first of its members is declared, whichever comes first. */
export function departments({ owners }: Process, wanted: ReadonlySet<string>): readonly Department[] {
  const byId = new Map(owners.map((owner) => [owner.id, owner]));
  const index = new Map(owners.map((owner, position) => [owner.id, position]));
  const groups = new Map<string, { root: Owner; at: number; members: Owner[] }>();
  owners.forEach((owner, position) => {
    if (!wanted.has(owner.id)) return;
    const root = outermost(owner, byId);
    const group = groups.get(root.id) ?? { root, at: Math.min(position, index.get(root.id) ?? position), members: [] };
    group.members.push(owner);
    groups.set(root.id, group);
  });

  return [...groups.values()].sort((a, b) => a.at - b.at);
}

export function lanes(process: Process, voice: Voice): Lanes {
  const byId = new Map(process.owners.map((owner) => [owner.id, owner]));
  const index = new Map(process.owners.map((owner, position) => [owner.id, position]));
  const busy = new Set(process.nodes.flatMap(({ owner }) => (owner !== undefined && byId.has(owner) ? [owner] : [])));

  const list = departments(process, busy).flatMap(({ root, members }) =>
    members.map((owner): ViewLane => ({
      id: owner.id,
      name: voice.name(owner),
      hue: index.get(owner.id) ?? 0,
      external: owner.kind === 'customer' || owner.kind === 'partner',
      // A department alone in its band needs no band: its lane says it already.
      ...(members.length > 1 || owner !== root ? { group: { id: root.id, name: voice.name(root) } } : {}),
    })),
  );

  const orphans = process.nodes.some(({ owner }) => owner === undefined || !byId.has(owner));
  if (!orphans || list.length === 0) {
    return { lanes: list, laneOf: (owner) => (owner !== undefined && busy.has(owner) ? owner : undefined) };
  }
  let unassigned = '(unassigned)';
  while (byId.has(unassigned)) unassigned = `(${unassigned})`;
  return {
    lanes: [
      ...list,
      {
        id: unassigned,
        name: voice.phrases.unassigned,
        hue: process.owners.length,
        external: false,
        unassigned: true,
      },
    ],
    laneOf: (owner) => (owner !== undefined && busy.has(owner) ? owner : unassigned),
  };
}
