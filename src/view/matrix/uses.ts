/**
 * Which places in the stores are read and written, by which steps.
 *
 * A place is a store, a group or a field, as the author wrote it; one that is named without its parts stands for all of them.
 */
import type { DataRef, ProcessNode, Store } from '../../model/process.js';
import type { Table } from './kind.js';

export interface Use {
  readonly node: ProcessNode;
  readonly place: DataRef;
}

export function usesOf({ nodes }: Table, how: 'reads' | 'writes', store: string): readonly Use[] {
  return nodes.flatMap((node) =>
    node[how].filter((place) => place.store === store).map((place): Use => ({ node, place })),
  );
}

/** Whether a place contains a field, or the group if none is named. */
export function covers(place: DataRef, group: string | undefined, field: string | undefined): boolean {
  return (place.group === undefined || place.group === group) && (place.field === undefined || place.field === field);
}

/** The groups and fields by name, in the order of the store; none if all of it is meant. */
export function partNames({ name }: Table, store: Store, uses: readonly Use[]): readonly string[] {
  if (uses.some(({ place }) => place.group === undefined)) return [];
  return store.groups.flatMap((group) => {
    const mine = uses.filter(({ place }) => place.group === group.id);
    if (mine.some(({ place }) => place.field === undefined)) return [name(group)];
    return group.fields.filter(({ id }) => mine.some(({ place }) => place.field === id)).map((field) => name(field));
  });
}

/** `Sales: capture, follow up`: a line for each owner, in the order of their first step. */
export function usersOf({ owner, node, words, phrases }: Table, uses: readonly Use[]): readonly string[] {
  const steps = new Map<string | undefined, Set<string>>();
  for (const { node: user } of uses) {
    const mine = steps.get(user.owner) ?? new Set<string>();
    steps.set(user.owner, mine.add(node(user.id)));
  }
  return [...steps].map(([id, names]) => phrases.by(owner(id) || phrases.nobody, words.list([...names])));
}
