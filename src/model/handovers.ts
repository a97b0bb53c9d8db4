/**
 * Where work passes from one owner to another.
 *
 * What belongs to nobody is walked through, and so is a fork or join of which nothing is said: the work goes to whoever comes after it.
 * Connections are followed as they are, escalations too.
 */
import { isMereBar } from './bars.js';
import { outgoing } from './graph.js';
import type { Edge, Process, ProcessNode } from './process.js';
import type { Text } from './text.js';

export interface Handover {
  readonly from: ProcessNode;
  readonly to: ProcessNode;
  /** The connection that leaves `from`, which says why. */
  readonly edge: Edge;
  /** What goes along: what the connection that arrives says, else the one that leaves, else what `from` makes. */
  readonly carries: readonly Text[];
  /** `from` was not finished in time: nothing that it makes can be handed over. */
  readonly overdue: boolean;
}

export function handovers(process: Process): readonly Handover[] {
  const byId = new Map(process.nodes.map((node) => [node.id, node]));
  const out = outgoing(process.nodes, process.edges);
  return process.nodes.flatMap((from) => {
    if (isPassed(from)) return [];
    return (out.get(from.id) ?? []).flatMap((edge): Handover[] => {
      const reached = new Map([[edge.to, edge]]);
      const found: Handover[] = [];
      for (const [id, arriving] of reached) {
        const to = byId.get(id);
        if (to === undefined) continue;
        if (isPassed(to)) {
          for (const next of out.get(id) ?? []) if (!reached.has(next.to)) reached.set(next.to, next);
        } else if (to.owner !== from.owner) {
          const said = arriving.carries.length > 0 ? arriving.carries : edge.carries;
          if (!takesOver(process, to, said)) continue;
          const overdue = edge.kind === 'timeout';
          found.push({ from, to, edge, overdue, carries: said.length > 0 || overdue ? said : from.outputs });
        }
      }
      return found;
    });
  });
}

/**
 * An end is somebody's too: its owner closes the case. But where the way ends at a customer or partner, the process leaves them, and nothing
 * is handed over unless it says so.
 */
function takesOver({ owners }: Process, to: ProcessNode, carries: readonly Text[]): boolean {
  const kind = owners.find(({ id }) => id === to.owner)?.kind;
  if (to.type !== 'end' || carries.length > 0 || (kind !== 'customer' && kind !== 'partner')) return true;
  return [to.inputs, to.outputs, to.steps, to.reads, to.writes, to.links].some((list) => list.length > 0);
}

/** Nobody has anything to do there: the work goes on at once. */
function isPassed(node: ProcessNode): boolean {
  return node.owner === undefined || isMereBar(node);
}

/** An owner and all that belong to it. */
export function withMembers({ owners }: Pick<Process, 'owners'>, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const at of found)
    for (const member of owners.find((owner) => owner.id === at)?.members ?? []) found.add(member);
  return found;
}
