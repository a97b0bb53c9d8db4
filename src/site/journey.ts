/**
 * The way that a customer usually goes through a process: what plays in the picture, step by step, and stands as a list beside it.
 *
 * At a decision it takes the main branch, at a fork all of them one after the other before it goes on at the join. Invariant: each step
 * once, each reachable from one before it.
 */
import { mainEdges, outgoing } from '../model/graph.js';
import type { Process, Segment } from '../model/process.js';
import { narrow } from '../view/narrow/index.js';

export interface Journey {
  /** Absent for customers of every kind. */
  readonly segment?: Segment;
  /** Node ids in order. */
  readonly path: readonly string[];
  /** All that customers of the segment can come to: ids of nodes, and of connections. */
  readonly reach: ReadonlySet<string>;
}

export function journeysOf(process: Process): readonly Journey[] {
  return [
    journey(process),
    ...process.segments.map((segment) => ({
      ...journey(narrow(process, { segment: segment.id }).process, segment.id),
      segment,
    })),
  ];
}

function journey({ nodes, edges }: Process, segment?: string): Journey {
  const leaving = outgoing(nodes, edges);
  const main = mainEdges(nodes, edges);
  const typeOf = new Map(nodes.map(({ id, type }) => [id, type]));
  const next = (id: string): readonly string[] => {
    const ways = (leaving.get(id) ?? []).filter(({ kind }) => kind === 'next');
    if (typeOf.get(id) === 'fork') return ways.map(({ to }) => to);
    const own = segment === undefined ? undefined : ways.find(({ segments }) => segments.includes(segment));
    const way = own ?? ways.find((edge) => main.has(edge.id)) ?? ways[0];
    return way === undefined ? [] : [way.to];
  };
  const path = new Set<string>();
  // Joins wait until nothing else is left to be done before them.
  const joins: string[] = [];
  const waiting = [nodes.find(({ type }) => type === 'start')?.id ?? nodes[0]?.id].filter((id) => id !== undefined);
  for (let at = waiting.pop() ?? joins.shift(); at !== undefined; at = waiting.pop() ?? joins.shift()) {
    if (path.has(at)) continue;
    if (typeOf.get(at) === 'join' && waiting.length > 0) {
      joins.push(at);
      continue;
    }
    path.add(at);
    waiting.push(...[...next(at)].reverse());
  }
  return { path: [...path], reach: new Set([...nodes, ...edges].map(({ id }) => id)) };
}
