/**
 * Two processes in one: the one after, with the steps and connections that are gone standing where they stood, for one picture of both.
 *
 * Ids are those of the process after; what is gone has an id that none there has. A connection that leads elsewhere is there twice. A
 * step that has moved can be given a ghost where it stood, with its connections as they were: so each side is a part of the whole.
 */
import type { Difference, EdgeChange, ElementChange, NodeChange } from '../../model/difference.js';
import type { Edge, Process, ProcessNode } from '../../model/process.js';
import type { ChangeLook } from '../../model/view.js';

export interface Union {
  readonly process: Process;
  /** By id, of steps and connections; what is missing stayed as it was. */
  readonly looks: ReadonlyMap<string, ChangeLook>;
  /** The id in the union of a step of either side. */
  readonly idOf: (side: 'before' | 'after', id: string) => string;
  /** The id in the union of a lane or a phase before. */
  readonly ownerOf: (id: string) => string;
  readonly phaseOf: (id: string) => string;
  /** By id in the union, the id before and after of each step and connection that is there on that side. */
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

export interface GhostedUnion extends Union {
  /** By id of a step that has moved, the id of its ghost. */
  readonly ghosts: ReadonlyMap<string, string>;
  /** Connections of neither side: from a ghost to where its step stands now. */
  readonly arrows: ReadonlySet<string>;
}

/** No id of an author can begin like this. */
const gone = '\u2212 ';
const ghostly = '\u21a4 ';
const onward = '\u21a6 ';

export function union(before: Process, after: Process, difference: Difference): Union {
  const nodeIds = idsOf(difference.nodes);
  const ownerIds = idsOf(difference.owners);
  const phaseIds = idsOf(difference.phases);
  const edgeIds = edgeIdsOf(before, after, difference, nodeIds);
  const looks = new Map<string, ChangeLook>();
  for (const change of difference.nodes) {
    const look = lookOf(change);
    const id = change.after?.id ?? nodeIds(change.before?.id ?? '');
    if (look !== undefined) looks.set(id, look);
  }
  const goneNodes = new Set(removed(difference.nodes));
  const asNow = (node: ProcessNode): ProcessNode => ({
    ...node,
    id: nodeIds(node.id),
    ...(node.owner !== undefined && { owner: ownerIds(node.owner) }),
    ...(node.phase !== undefined && { phase: phaseIds(node.phase) }),
  });
  const nodes = merged(
    before.nodes.map((node) => ({ id: nodeIds(node.id), item: goneNodes.has(node.id) ? asNow(node) : undefined })),
    after.nodes,
  );
  const owners = merged(
    before.owners.map((owner) => ({
      id: ownerIds(owner.id),
      item: removed(difference.owners).includes(owner.id)
        ? { ...owner, id: ownerIds(owner.id), members: [] }
        : undefined,
    })),
    after.owners,
  );
  const phases = merged(
    before.phases.map((phase) => ({
      id: phaseIds(phase.id),
      item: removed(difference.phases).includes(phase.id) ? { ...phase, id: phaseIds(phase.id) } : undefined,
    })),
    after.phases,
  );
  const old = new Map(before.edges.map((edge) => [edge.id, edge]));
  const edges: Edge[] = [...after.edges];
  for (const change of difference.edges) {
    const look = edgeLook(change);
    if (change.after !== undefined && look !== undefined) looks.set(change.after.id, look);
    const edge = leads(change) ? undefined : old.get(change.before?.id ?? '');
    if (edge === undefined) continue;
    const id = gone + edge.id;
    edges.push({ ...edge, id, from: nodeIds(edge.from), to: nodeIds(edge.to) });
    looks.set(id, 'removed');
  }
  return {
    process: { ...after, nodes, owners, phases, edges },
    looks,
    idOf: (side, id) => (side === 'after' ? id : nodeIds(id)),
    ownerOf: ownerIds,
    phaseOf: phaseIds,
    before: new Map([
      ...before.nodes.map(({ id }) => [nodeIds(id), id] as const),
      ...before.edges.map(
        ({ id }) => [looks.get(gone + id) === 'removed' ? gone + id : (edgeIds.get(id) ?? id), id] as const,
      ),
    ]),
    after: new Map([...after.nodes, ...after.edges].map(({ id }) => [id, id])),
  };
}

/**
 * The id after of each connection that is there on both sides. One that says the same is no part of the difference, and yet has another id
 * if one of its steps has: then it is known by its ends.
 */
function edgeIdsOf(
  before: Process,
  after: Process,
  difference: Difference,
  nodeIds: (id: string) => string,
): ReadonlyMap<string, string> {
  const told = new Map(
    difference.edges.flatMap((change) => (change.before ? [[change.before.id, change] as const] : [])),
  );
  const taken = new Set(difference.edges.flatMap((change) => (change.after ? [change.after.id] : [])));
  const ways = (edge: Edge, from: string, to: string): string => `${edge.kind} ${from} ${to}`;
  const left = new Map<string, string[]>();
  for (const edge of after.edges) {
    if (taken.has(edge.id)) continue;
    const key = ways(edge, edge.from, edge.to);
    left.set(key, [...(left.get(key) ?? []), edge.id]);
  }
  const found = new Map<string, string>();
  for (const edge of before.edges) {
    const change = told.get(edge.id);
    const id =
      change === undefined ? left.get(ways(edge, nodeIds(edge.from), nodeIds(edge.to)))?.shift() : change.after?.id;
    if (id !== undefined) found.set(edge.id, id);
  }
  return found;
}

/** With a ghost for each step that has moved. What is gone leads to the ghost and from it; so does what stays, as it did before. */
export function withGhosts(whole: Union, { nodes, edges }: Process): GhostedUnion {
  const moved = nodes.filter(({ id }) => whole.looks.get(whole.idOf('before', id)) === 'moved');
  const ghosts = new Map(moved.map(({ id }) => [whole.idOf('before', id), ghostly + id]));
  const old = new Map(moved.map((node) => [whole.idOf('before', node.id), node]));
  const at = (id: string): string => ghosts.get(id) ?? id;
  const looks = new Map(whole.looks);
  const before = new Map([...whole.before].map(([id, own]) => [at(id), own]));
  const kept: Edge[] = whole.process.edges.map((edge) =>
    looks.get(edge.id) === 'removed' ? { ...edge, from: at(edge.from), to: at(edge.to) } : edge,
  );
  const links: Edge[] = [];
  const asBefore = new Map([...whole.before].map(([id, own]) => [own, id]));
  for (const edge of edges) {
    const [from, to] = [whole.idOf('before', edge.from), whole.idOf('before', edge.to)];
    const id = asBefore.get(edge.id) ?? edge.id;
    if (looks.get(id) === 'removed' || !(ghosts.has(from) || ghosts.has(to))) continue;
    links.push({ ...edge, id: ghostly + edge.id, from: at(from), to: at(to) });
    before.delete(id);
    before.set(ghostly + edge.id, edge.id);
    // Somebody else hands over, or somebody else takes over: that is a change, though the line is the same.
    if (!looks.has(id)) looks.set(id, 'moved');
  }
  const arrows = [...ghosts].map(([id, ghost]): Edge => ({
    id: onward + id,
    from: ghost,
    to: id,
    kind: 'next',
    otherwise: false,
    segments: [],
    carries: [],
    span: old.get(id)?.span ?? whole.process.span,
  }));
  return {
    ...whole,
    process: {
      ...whole.process,
      nodes: whole.process.nodes.flatMap((node) => {
        const was = old.get(node.id);
        return was === undefined ? [node] : [ghostOf(was, at(node.id), whole), node];
      }),
      edges: [...kept, ...links, ...arrows],
    },
    looks,
    before,
    ghosts,
    arrows: new Set(arrows.map(({ id }) => id)),
  };
}

function ghostOf(node: ProcessNode, id: string, { ownerOf, phaseOf }: Union): ProcessNode {
  return {
    ...node,
    id,
    ...(node.owner !== undefined && { owner: ownerOf(node.owner) }),
    ...(node.phase !== undefined && { phase: phaseOf(node.phase) }),
  };
}

const removed = (changes: readonly ElementChange[]): readonly string[] =>
  changes.flatMap(({ before, after }) => (before !== undefined && after === undefined ? [before.id] : []));

function idsOf(changes: readonly ElementChange[]): (id: string) => string {
  const now = new Map(
    changes.flatMap(({ before, after }) => (before && after ? [[before.id, after.id] as const] : [])),
  );
  const left = new Set(removed(changes));
  return (id) => (left.has(id) ? gone + id : (now.get(id) ?? id));
}

/** What is gone behind what stood before it. */
function merged<T extends { readonly id: string }>(
  before: readonly { readonly id: string; readonly item: T | undefined }[],
  after: readonly T[],
): T[] {
  const result = [...after];
  before.forEach(({ item }, index) => {
    if (item === undefined) return;
    const places = before.slice(0, index).map(({ id }) => result.findIndex((other) => other.id === id));
    const place = places.filter((at) => at >= 0).at(-1) ?? -1;
    result.splice(place + 1, 0, item);
  });
  return result;
}

/** Another id alone is nothing that a picture shows. */
function lookOf({ status, marks, changes }: NodeChange): ChangeLook | undefined {
  if (status !== 'changed') return status;
  if (marks.includes('moved')) return 'moved';
  return changes.some(({ kind }) => kind === 'meaning') ? 'changed' : undefined;
}

/** Whether it leads from and to the same steps as before, or was not there, or is no more. */
function leads({ status, marks }: EdgeChange): boolean {
  return status === 'added' || (status === 'changed' && !marks.includes('rewired'));
}

function edgeLook({ status, marks, changes }: EdgeChange): ChangeLook | undefined {
  if (status !== 'changed') return status;
  if (marks.includes('rewired')) return 'added';
  return changes.some(({ kind }) => kind === 'meaning') ? 'changed' : undefined;
}
