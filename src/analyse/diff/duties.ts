/**
 * Approvals whose owner now does the work that is approved, and did not before: four eyes have become two.
 *
 * The work to be approved is what comes right before the approval, and what writes the data that the approval reads, further up. What a
 * system does, and other approvals, are nobody's work here.
 */
import type { RiskFlag } from '../../model/difference.js';
import type { DataRef, Process, ProcessNode } from '../../model/process.js';
import type { Compared } from './pairing.js';
import { reachedFrom } from './reach.js';

export function* sharedDuties({ before, after, pairing }: Compared): Iterable<RiskFlag> {
  for (const [id, there] of pairing.node) {
    const [old, now] = [before.byId.node.get(id)?.node, after.byId.node.get(there)?.node];
    if (old?.type !== 'task' || old.kind !== 'approval' || now?.type !== 'task' || now.kind !== 'approval') continue;
    const owner = after.byId.owner.get(now.owner ?? '');
    if (owner === undefined) continue;
    const known = new Set(approvedBy(before.process, old).flatMap((work) => pairing.node.get(work.id) ?? []));
    const own = approvedBy(after.process, now).find((work) => !known.has(work.id));
    if (own === undefined) continue;
    yield {
      risk: 'approver-does-work',
      kind: 'node',
      side: 'after',
      element: { id: now.id, name: now.name },
      span: now.span,
      owner: { id: owner.id, name: owner.name },
      to: { id: own.id, name: own.name },
    };
  }
}

/** The work of the approver himself. */
function approvedBy(process: Process, approval: ProcessNode): readonly ProcessNode[] {
  const last = lastWork(process, approval.id);
  const before = reachedFrom(
    process,
    process.edges.filter(({ to }) => to === approval.id).map(({ from }) => from),
    { without: approval.id, backwards: true },
  );
  return process.nodes.filter(
    (node) =>
      node.owner === approval.owner &&
      isWork(node) &&
      (last.has(node.id) || (before.has(node.id) && overlap(node.writes, approval.reads))),
  );
}

const isWork = (node: ProcessNode): boolean =>
  node.type === 'subflow' || (node.type === 'task' && node.kind === 'manual');

function lastWork({ nodes, edges }: Process, id: string): ReadonlySet<string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const met = new Set([id]);
  const found = new Set<string>();
  for (const at of met) {
    for (const { from } of edges.filter(({ to }) => to === at)) {
      const type = byId.get(from)?.type;
      if (type === 'task' || type === 'subflow') found.add(from);
      else met.add(from);
    }
  }
  return found;
}

function overlap(writes: readonly DataRef[], reads: readonly DataRef[]): boolean {
  const within = (one: string | undefined, other: string | undefined): boolean =>
    one === undefined || other === undefined || one === other;
  return writes.some((one) =>
    reads.some(
      (other) => one.store === other.store && within(one.group, other.group) && within(one.field, other.field),
    ),
  );
}
