/**
 * Where work passes from one owner to another.
 *
 * What belongs to nobody is walked through: a fork between two owners hands over to whoever comes after it. Connections are followed
 * as they are, escalations too.
 */
import { outgoing } from './graph.js';
import type { Edge, Process, ProcessNode } from './process.js';

export interface Handover {
  readonly from: ProcessNode;
  readonly to: ProcessNode;
  /** The connection that leaves `from`, which says why and with what. */
  readonly edge: Edge;
}

export function handovers(process: Process): readonly Handover[] {
  const byId = new Map(process.nodes.map((node) => [node.id, node]));
  const out = outgoing(process.nodes, process.edges);
  return process.nodes.flatMap((from) => {
    if (from.owner === undefined) return [];
    return (out.get(from.id) ?? []).flatMap((edge): Handover[] => {
      const reached = new Set([edge.to]);
      const found: Handover[] = [];
      for (const id of reached) {
        const to = byId.get(id);
        if (to === undefined) continue;
        if (to.owner === undefined) for (const next of out.get(id) ?? []) reached.add(next.to);
        else if (to.owner !== from.owner && takesOver(to, edge)) found.push({ from, to, edge });
      }
      return found;
    });
  });
}

/** At an end nobody has anything left to do, unless something is handed over there. */
const takesOver = (to: ProcessNode, { carries }: Edge): boolean => to.type !== 'end' || carries.length > 0;

/** An owner and all that belong to it. */
export function withMembers({ owners }: Pick<Process, 'owners'>, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const at of found)
    for (const member of owners.find((owner) => owner.id === at)?.members ?? []) found.add(member);
  return found;
}
