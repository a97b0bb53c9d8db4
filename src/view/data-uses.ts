/**
 * What a node does with the stores: which groups and fields it reads, writes, or both, and which of them are about persons.
 *
 * Separate from badges, because it asks the process and says nothing.
 */
import type { DataRef, Field, FieldGroup, ProcessNode, Store } from '../model/process.js';
import type { DataUse } from '../model/view.js';

export interface StoreUse {
  readonly use: DataUse;
  readonly store: Store;
  /** Groups and fields in the order of mention; none stands for the whole store. */
  readonly parts: readonly (FieldGroup | Field)[];
}

interface Place {
  readonly store: Store;
  readonly part?: FieldGroup | Field;
  readonly key: string;
  readonly fields: readonly Field[];
}

function resolve(ref: DataRef, stores: ReadonlyMap<string, Store>): Place | undefined {
  const store = stores.get(ref.store);
  if (store === undefined) return undefined;
  const key = JSON.stringify([ref.store, ref.group, ref.field]);
  const group = store.groups.find(({ id }) => id === ref.group);
  if (group === undefined) return { store, key, fields: store.groups.flatMap(({ fields }) => fields) };
  const field = group.fields.find(({ id }) => id === ref.field);
  return field === undefined
    ? { store, part: group, key, fields: group.fields }
    : { store, part: field, key, fields: [field] };
}

const placesOf = (refs: readonly DataRef[], stores: ReadonlyMap<string, Store>): readonly Place[] =>
  refs.flatMap((ref) => resolve(ref, stores) ?? []);

/** One entry for each store and way of using it: stores in order of mention, reading before writing. */
export function storeUses(node: ProcessNode, stores: ReadonlyMap<string, Store>): readonly StoreUse[] {
  const [read, written] = [placesOf(node.reads, stores), placesOf(node.writes, stores)];
  const [readKeys, writtenKeys] = [new Set(read.map(({ key }) => key)), new Set(written.map(({ key }) => key))];
  const entries = new Map<string, { use: DataUse; store: Store; parts: Map<string, FieldGroup | Field> }>();
  for (const { store, part, key } of [...read, ...written]) {
    const use: DataUse = !writtenKeys.has(key) ? 'data-read' : readKeys.has(key) ? 'data-both' : 'data-write';
    const name = JSON.stringify([store.id, use, part === undefined]);
    const entry = entries.get(name) ?? { use, store, parts: new Map<string, FieldGroup | Field>() };
    entries.set(name, entry);
    if (part !== undefined) entry.parts.set(key, part);
  }
  const order = [...new Set([...read, ...written].map(({ store }) => store.id))];
  return order.flatMap((id) =>
    [...entries.values()]
      .filter(({ store }) => store.id === id)
      .map((entry) => ({ ...entry, parts: [...entry.parts.values()] })),
  );
}

export interface PrivateUse {
  readonly kind: 'personal' | 'sensitive';
  readonly use: DataUse;
  /** Those of the kind, each once. */
  readonly fields: readonly Field[];
}

/**
 * How a node handles data about persons, the most delicate kind only: sensitive data that it reads or writes, other personal data that
 * it writes. In tracking customers nearly every step reads who the customer is: a mark on all of them would mark none.
 */
export function privateUse(node: ProcessNode, stores: ReadonlyMap<string, Store>): PrivateUse | undefined {
  for (const kind of ['sensitive', 'personal'] as const) {
    const delicate = (refs: readonly DataRef[]): readonly Field[] =>
      placesOf(refs, stores).flatMap(({ fields }) => fields.filter(({ sensitivity }) => sensitivity === kind));
    const [read, written] = [delicate(node.reads), delicate(node.writes)];
    const fields = [...new Set([...read, ...written])];
    if (fields.length === 0) continue;
    if (kind === 'personal' && written.length === 0) continue;
    const use = written.length === 0 ? 'data-read' : read.length === 0 ? 'data-write' : 'data-both';
    return { kind, use, fields };
  }
  return undefined;
}
