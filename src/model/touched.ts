/**
 * A process without what only lies in a library and has nothing to do with this flow: the owners of other flows, their stores, their
 * segments. What the flow's own file defines stays, used or not: its author put it there.
 */
import type { AccessGrant, Element, Kpi, Owner, Process, ProcessNode, Store } from './process.js';

type Id = string | undefined;

export function touched(process: Process): Process {
  const own = ({ span }: Element): boolean => span.file === process.file;
  const storesUsed = new Set(
    process.nodes.flatMap(({ reads, writes }) => [...reads, ...writes].map((ref) => ref.store)),
  );
  const stores = process.stores.filter((store) => own(store) || storesUsed.has(store.id));
  const owners = ownersOf(process, stores);
  const phasesUsed = new Set(process.nodes.map(({ phase }) => phase));
  return {
    ...process,
    stores,
    owners: process.owners.filter((owner) => own(owner) || owners.has(owner.id)),
    segments: segmentsOf(process, own),
    phases: process.phases.filter((phase) => own(phase) || phasesUsed.has(phase.id)),
  };
}

/** Those who do something, answer for something or may do something here, and the departments that they belong to. */
function ownersOf({ nodes, kpis, document, owners }: Process, stores: readonly Store[]): ReadonlySet<Id> {
  const named: readonly Id[] = [
    ...nodes.flatMap(({ owner, accountable, consulted, informed }: ProcessNode) => [
      owner,
      accountable,
      ...consulted,
      ...informed,
    ]),
    ...kpis.map(({ owner }: Kpi) => owner),
    ...stores.flatMap(({ owner, access }) => [owner, ...access.map((grant: AccessGrant) => grant.owner)]),
    document?.owner,
    ...(document?.reviewers ?? []),
    ...(document?.approvers ?? []),
  ];
  const parents = new Map(owners.map(({ id, parent }: Owner) => [id, parent]));
  const found = new Set<Id>();
  for (const id of named) {
    for (let at = id; at !== undefined && !found.has(at); at = parents.get(at)) found.add(at);
  }
  return found;
}

/** A classification is one thing: with one of its classes come the others of the same file. */
function segmentsOf({ segments, nodes, edges }: Process, own: (element: Element) => boolean): Process['segments'] {
  const used = new Set<Id>([
    ...nodes.flatMap(({ cadence }) => cadence.map(({ segment }) => segment)),
    ...edges.flatMap((edge) => edge.segments),
  ]);
  const files = new Set(segments.filter(({ id }) => used.has(id)).map(({ span }) => span.file));
  return segments.filter((segment) => own(segment) || files.has(segment.span.file));
}
