/**
 * The meaning of a flow, played token by token with no cleverness at all: every order and every choice, marking by marking.
 *
 * Shares nothing with the analysis but the types of the graph. A marking in which a node other than an end (or one connection into a
 * join) holds two tokens is noted and not played on. What has ended is counted up to two for each end.
 */
import type { GraphEdge, GraphNode } from '../../../src/model/graph.js';

export interface Verdict {
  /** Nodes at which two tokens can be at once; for a connection into a join, the join. */
  readonly twice: ReadonlySet<string>;
  /** Joins that wait in a marking in which nothing can happen any more. */
  readonly starving: ReadonlySet<string>;
  /** Some marking leads neither to completion nor to one in which nothing can happen. */
  readonly endless: boolean;
  /** Nodes with a way from a start that never happen. */
  readonly dead: ReadonlySet<string>;
  /** `a b`, sorted: ends that one case reaches both. */
  readonly endings: ReadonlySet<string>;
  readonly markings: number;
}

type Marking = ReadonlyMap<string, number>;

export function playTokens(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  most = 200_000,
): Verdict | undefined {
  const type = new Map(nodes.map((node) => [node.id, node.type ?? 'task']));
  const reached = new Set(nodes.filter((node) => node.type === 'start').map(({ id }) => id));
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const { from, to } of edges) if (reached.has(from) && type.get(from) !== 'end') reached.add(to);
  }
  const live = edges.filter(({ from }) => reached.has(from) && type.get(from) !== 'end');
  const ways = (id: string): readonly GraphEdge[] => live.filter(({ from }) => from === id);
  const entries = (id: string): readonly GraphEdge[] => live.filter(({ to }) => to === id);
  const target = ({ id, to }: GraphEdge): string =>
    type.get(to) === 'join' ? `>${id}` : type.get(to) === 'end' ? `!${to}` : to;

  const twice = new Set<string>();
  const done = new Set<string>();
  const endings = new Set<string>();
  const keys = new Map<string, number>();
  const markings: Marking[] = [];
  const before: number[][] = [];
  const still: boolean[] = [];
  const starving = new Set<string>();
  const finals: number[] = [];

  const add = (marking: Map<string, number>, from?: number): void => {
    for (const [place, count] of marking) {
      if (place.startsWith('!')) marking.set(place, Math.min(count, 2));
      else if (count > 1) {
        twice.add(place.startsWith('>') ? (live.find(({ id }) => `>${id}` === place)?.to ?? '') : place);
      }
    }
    if ([...marking].some(([place, count]) => count > 1 && !place.startsWith('!'))) return;
    const key = [...marking]
      .map(([place, count]) => `${place}=${String(count)}`)
      .sort()
      .join(';');
    let index = keys.get(key);
    if (index === undefined) {
      index = markings.push(marking) - 1;
      keys.set(key, index);
      before.push([]);
    }
    if (from !== undefined) before[index]?.push(from);
  };

  for (const { id } of nodes.filter((node) => node.type === 'start')) add(new Map([[id, 1]]));
  for (const [index, marking] of markings.entries()) {
    if (markings.length > most) return undefined;
    let moves = 0;
    const fire = (id: string, take: readonly string[], give: readonly string[]): void => {
      done.add(id);
      moves += 1;
      const next = new Map(marking);
      for (const place of take) if (next.get(place) === 1) next.delete(place);
      for (const place of give) next.set(place, (next.get(place) ?? 0) + 1);
      add(next, index);
    };
    for (const { id } of nodes) {
      const out = ways(id);
      if (type.get(id) === 'join') {
        const into = entries(id).map((edge) => `>${edge.id}`);
        if (into.length > 0 && into.every((place) => marking.has(place)))
          for (const edge of out) fire(id, into, [target(edge)]);
      } else if (type.get(id) === 'fork') {
        if (marking.has(id)) fire(id, [id], out.map(target));
      } else if (type.get(id) !== 'end' && marking.has(id)) for (const edge of out) fire(id, [id], [target(edge)]);
    }
    const ended = [...marking].flatMap(([place, count]) =>
      place.startsWith('!') ? Array<string>(count).fill(place.slice(1)) : [],
    );
    for (const [at, one] of ended.entries()) {
      done.add(one);
      for (const other of ended.slice(at + 1)) endings.add([one, other].sort().join(' '));
    }
    still.push(moves === 0);
    if (moves === 0) {
      finals.push(index);
      for (const place of marking.keys()) {
        if (place.startsWith('>')) starving.add(live.find(({ id }) => `>${id}` === place)?.to ?? '');
      }
    }
  }
  const leaving = new Set(finals);
  for (const index of leaving) for (const from of before[index] ?? []) leaving.add(from);
  return {
    twice,
    starving,
    endless: leaving.size < markings.length,
    dead: new Set([...reached].filter((id) => !done.has(id))),
    endings,
    markings: markings.length,
  };
}
