/**
 * What rules ask of a process again and again, worked out once and only when first asked: ids to elements, edges by node, reach.
 *
 * Separate from the rules so that sixty of them walk the graph a handful of times. Invariant: reads the process, never changes it.
 */
import { backEdges, outgoing } from '../model/graph.js';
import type { Edge, Owner, Process, ProcessNode, Store } from '../model/process.js';

export interface Facts {
  readonly node: (id: string) => ProcessNode | undefined;
  readonly owner: (id: string) => Owner | undefined;
  readonly store: (id: string) => Store | undefined;
  /** Edges that leave a node, timeouts included, in the author's order. */
  readonly out: (id: string) => readonly Edge[];
  /** Edges that enter a node. */
  readonly into: (id: string) => readonly Edge[];
  /** Node ids that a case can come to from a start, by any connection. */
  readonly reached: ReadonlySet<string>;
  /** Node ids from which an end can be come to. */
  readonly finishing: ReadonlySet<string>;
  /** Ids of edges that close a loop. */
  readonly back: ReadonlySet<string>;
}

export function factsOf(process: Process): Facts {
  const byId = once(() => new Map(process.nodes.map((node) => [node.id, node])));
  const owners = once(() => new Map(process.owners.map((owner) => [owner.id, owner])));
  const stores = once(() => new Map(process.stores.map((store) => [store.id, store])));
  const out = once(() => outgoing(process.nodes, process.edges));
  const into = once(() =>
    outgoing(
      process.nodes,
      process.edges.map((edge) => ({ id: edge.id, from: edge.to, to: edge.from, edge })),
    ),
  );
  const idsOf = (type: ProcessNode['type']): readonly string[] =>
    process.nodes.filter((node) => node.type === type).map(({ id }) => id);
  const reached = once(() => walk(idsOf('start'), (id) => (out().get(id) ?? []).map(({ to }) => to)));
  const finishing = once(() => walk(idsOf('end'), (id) => (into().get(id) ?? []).map(({ to }) => to)));
  const back = once(() => backEdges(process.nodes, process.edges));
  return {
    node: (id) => byId().get(id),
    owner: (id) => owners().get(id),
    store: (id) => stores().get(id),
    out: (id) => out().get(id) ?? [],
    into: (id) => (into().get(id) ?? []).map(({ edge }) => edge),
    get reached() {
      return reached();
    },
    get finishing() {
      return finishing();
    },
    get back() {
      return back();
    },
  };
}

/** Everything that can be come to from `roots`, themselves included. */
export function walk(roots: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const met = new Set(roots);
  for (const id of met) for (const to of next(id)) met.add(to);
  return met;
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}
