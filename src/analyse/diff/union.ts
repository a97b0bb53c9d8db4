/**
 * Two processes in one: the one after, with the steps and connections that are gone standing where they stood, for one picture of both.
 *
 * Ids are those of the process after; what is gone has an id that none there has. A connection that leads elsewhere is there twice.
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
}

/** No id of an author can begin like this. */
const gone = '\u2212 ';

export function union(before: Process, after: Process, difference: Difference): Union {
  const nodeIds = idsOf(difference.nodes);
  const ownerIds = idsOf(difference.owners);
  const phaseIds = idsOf(difference.phases);
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
