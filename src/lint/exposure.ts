/**
 * Where data that must not get out are kept, and where others could see them: what the rules of security ask in common, so that they mean
 * the same by it.
 */
import type { Channel, Field, Process, ProcessNode, Protection, Store } from '../model/process.js';
import { fieldsAt, fieldsOfKind, guarded } from './data-use.js';
import type { Facts } from './facts.js';

export interface Protected {
  readonly store: Store;
  readonly protection: Protection;
  /** The first of what has to be protected. */
  readonly first: Field;
}

/** Stores with guarded data that say how they are protected. Of those that say nothing, `protection-missing` speaks. */
export function* protectedStores({ stores }: Process): Iterable<Protected> {
  for (const store of stores) {
    const [first] = fieldsOfKind(store, guarded);
    if (first !== undefined && store.protection !== undefined) yield { store, protection: store.protection, first };
  }
}

export interface Exposed {
  readonly node: ProcessNode;
  readonly field: Field;
  readonly channel: Channel;
  /** Numbers in the lists `reads` and `via` of the node. */
  readonly read: number;
  readonly via: number;
}

/** For each step that reaches somebody over one of the channels, the first field that it reads and `is` so. */
export function* exposedReads(
  { nodes }: Process,
  facts: Facts,
  channels: readonly string[],
  is: (field: Field) => boolean,
): Iterable<Exposed> {
  for (const node of nodes) {
    const via = node.via.findIndex((each) => channels.includes(each));
    const channel = node.via[via];
    if (channel === undefined) continue;
    for (const [read, place] of node.reads.entries()) {
      const store = facts.store(place.store);
      const field = store && fieldsAt(store, place).find(is);
      if (field === undefined) continue;
      yield { node, field, channel, read, via };
      break;
    }
  }
}
