/**
 * Who reads and writes what, and how sensitive it is.
 *
 * Separate because the rules about data, security and feedback all ask it. A place is a store, a group or a field, as the author
 * wrote it; two places overlap when one contains the other.
 */
import type { Channel, DataRef, Field, Process, ProcessNode, Sensitivity, Store } from '../model/process.js';
import { perProcess } from './per-process.js';

export interface Use {
  readonly node: ProcessNode;
  readonly place: DataRef;
  /** Its number in the node's `reads` or `writes`. */
  readonly index: number;
}

export interface DataUse {
  readonly reads: readonly Use[];
  readonly writes: readonly Use[];
  readonly readsOf: (store: string) => readonly Use[];
  readonly writesOf: (store: string) => readonly Use[];
  readonly store: (id: string) => Store | undefined;
}

export const dataUseOf = perProcess((process: Process): DataUse => {
  const uses = (of: 'reads' | 'writes'): readonly Use[] =>
    process.nodes.flatMap((node) => node[of].map((place, index) => ({ node, place, index })));
  const reads = uses('reads');
  const writes = uses('writes');
  const readsOf = byStore(reads);
  const writesOf = byStore(writes);
  const stores = new Map(process.stores.map((store) => [store.id, store]));
  return {
    reads,
    writes,
    readsOf: (store) => readsOf.get(store) ?? [],
    writesOf: (store) => writesOf.get(store) ?? [],
    store: (id) => stores.get(id),
  };
});

function byStore(uses: readonly Use[]): ReadonlyMap<string, readonly Use[]> {
  const found = new Map<string, Use[]>();
  for (const use of uses) {
    const list = found.get(use.place.store);
    if (list) list.push(use);
    else found.set(use.place.store, [use]);
  }
  return found;
}

export function overlap(one: DataRef, other: DataRef): boolean {
  return (
    one.store === other.store &&
    (one.group === undefined || other.group === undefined || one.group === other.group) &&
    (one.field === undefined || other.field === undefined || one.field === other.field)
  );
}

/** The whole of the other lies within the one. */
export function covers(one: DataRef, other: DataRef): boolean {
  return (
    one.store === other.store &&
    (one.group === undefined || one.group === other.group) &&
    (one.field === undefined || one.field === other.field)
  );
}

/** As the author writes it: `crm.basic.phone`. */
export function placeName({ store, group, field }: DataRef): string {
  return [store, group, field].filter((part) => part !== undefined).join('.');
}

/** The fields that a place covers. */
export function fieldsAt({ groups }: Pick<Store, 'groups'>, { group, field }: DataRef): readonly Field[] {
  const within = groups.filter(({ id }) => group === undefined || id === group).flatMap(({ fields }) => fields);
  return field === undefined ? within : within.filter(({ id }) => id === field);
}

/** Data about people, by law and by decency. */
export const personal: readonly Sensitivity[] = ['personal', 'sensitive'];
/** What must not get out. */
export const guarded: readonly Sensitivity[] = ['confidential', 'personal', 'sensitive'];

/** What is sent on these stays where others can read it. */
export const plainChannels: readonly Channel[] = ['email', 'sms', 'wechat', 'social', 'chat'];

/** The fields of a store that are as sensitive as one of `kinds`. */
export function fieldsOfKind({ groups }: Store, kinds: readonly Sensitivity[]): readonly Field[] {
  return groups.flatMap(({ fields }) => fields.filter(({ sensitivity }) => kinds.includes(sensitivity)));
}

/** Of these fields the first of the most delicate kind among `kinds`, which go from the least to the most. */
export function mostGuarded(fields: readonly Field[], kinds: readonly Sensitivity[]): Field | undefined {
  return kinds
    .toReversed()
    .map((kind) => fields.find(({ sensitivity }) => sensitivity === kind))
    .find((field) => field !== undefined);
}

/** Defined in the flow's own file; what a library holds may serve other flows. */
export function isOwn(process: Process, { span }: { readonly span: { readonly file: string } }): boolean {
  return span.file === process.file;
}
