/**
 * Small random flows: some with every connection by chance, most grown from blocks that are sound and then damaged here and there.
 * The same seed gives the same flows.
 */
import type { GraphEdge, GraphNode } from '../../../src/model/graph.js';

export interface Flow {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

interface Draft {
  readonly types: string[];
  readonly ways: number[][];
}

/** A small generator of numbers from 0 to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function randomFlow(seed: number, most = 12): Flow {
  const random = chance(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const draft = random() < 0.3 ? undefined : grown(below, random, most);
  return flowOf(draft !== undefined && draft.types.length <= most ? draft : wild(below, most));
}

function flowOf({ types, ways }: Draft): Flow {
  const name = (index: number): string => `n${String(index)}`;
  return {
    nodes: types.map((type, index) => ({ id: name(index), type })),
    edges: ways.flatMap((list, from) =>
      list.map((to, index) => ({
        id: `${name(from)}-${String(index)}`,
        from: name(from),
        to: name(to),
        // The last way out of a step with two is its timeout.
        kind: types[from] === 'task' && index > 0 ? ('timeout' as const) : ('next' as const),
      })),
    ),
  };
}

function wild(below: (count: number) => number, most: number): Draft {
  const size = 4 + below(most - 3);
  const types = Array.from({ length: size }, (_, index) => {
    if (index === 0) return 'start';
    if (index === size - 1) return 'end';
    return ['task', 'task', 'decision', 'decision', 'fork', 'fork', 'join', 'join', 'end', 'task'][below(10)] ?? 'task';
  });
  const target = (from: number): number =>
    below(10) < 7 && from < size - 1 ? from + 1 + below(size - 1 - from) : 1 + below(size - 1);
  const counts: Readonly<Record<string, number>> = { start: 1, task: 1, join: 1, end: 0 };
  const ways = types.map((type, from) => {
    const count = counts[type] ?? 2 + below(2);
    return Array.from({ length: type === 'task' && below(4) === 0 ? 2 : count }, () => target(from));
  });
  return { types, ways };
}

function grown(below: (count: number) => number, random: () => number, most: number): Draft {
  const types = ['start'];
  const ways: number[][] = [[]];
  const add = (type: string): number => {
    ways.push([]);
    return types.push(type) - 1;
  };
  /** Builds something between `from` and a node that is given back. */
  const block = (from: number, room: number): number => {
    const dice = random();
    const link = (type: string): number => {
      const node = add(type);
      ways[from]?.push(node);
      return node;
    };
    if (room >= 4 && dice < 0.35) {
      const fork = link('fork');
      const ends = Array.from({ length: 2 + below(2) }, () => (random() < 0.7 ? block(fork, (room - 2) / 2) : fork));
      const join = add('join');
      for (const end of ends) ways[end]?.push(join);
      return join;
    }
    if (room >= 4 && dice < 0.55) {
      const decision = link('decision');
      const ends = Array.from({ length: 2 }, () => (random() < 0.7 ? block(decision, (room - 2) / 2) : decision));
      const merge = add('task');
      for (const end of ends) ways[end]?.push(merge);
      return merge;
    }
    if (room >= 3 && dice < 0.7) {
      const again = link('task');
      const inner = block(again, room - 2);
      const decision = add('decision');
      ways[inner]?.push(decision);
      ways[decision]?.push(again);
      return decision;
    }
    return link('task');
  };
  let at = 0;
  while (types.length < most - 4 && random() < 0.9) at = block(at, most - 2 - types.length);
  const end = add('end');
  ways[at]?.push(end);
  if (random() < 0.3 && types.length < most) add('end');
  for (let damage = [0, 1, 1, 2, 2, 3][below(6)] ?? 0; damage > 0; damage -= 1) {
    const from = below(types.length);
    const list = ways[from] ?? [];
    if (types[from] === 'end' || list.length === 0) continue;
    if (types[from] === 'task' && random() < 0.5) list.push(1 + below(types.length - 1));
    else list[below(list.length)] = 1 + below(types.length - 1);
  }
  return { types, ways };
}
