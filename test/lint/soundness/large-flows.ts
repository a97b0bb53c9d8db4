/** Large flows, made of blocks: well-formed ones of any size, and ones that are meant to take for ever. */
import type { GraphEdge, GraphNode } from '../../../src/model/graph.js';
import { chance, type Flow } from './random-flows.js';

export class FlowMaker implements Flow {
  readonly nodes: GraphNode[] = [];
  readonly edges: GraphEdge[] = [];

  node(type: string, from?: string): string {
    const id = `n${String(this.nodes.length)}`;
    this.nodes.push({ id, type });
    if (from !== undefined) this.edge(from, id);
    return id;
  }

  edge(from: string, to: string): void {
    this.edges.push({ id: `${from}>${to}#${String(this.edges.length)}`, from, to, kind: 'next' });
  }
}

/** Forks with joins, decisions that merge again and loops with a way out, inside each other, at least `size` nodes. */
export function structured(size: number, seed = 1): FlowMaker {
  const random = chance(seed);
  const maker = new FlowMaker();
  const block = (from: string, depth: number): string => {
    const dice = random();
    if (depth === 0 || dice < 0.3) return maker.node('task', from);
    if (dice < 0.55) {
      const fork = maker.node('fork', from);
      const ends = Array.from({ length: 2 + Math.floor(random() * 3) }, () => block(fork, depth - 1));
      const join = maker.node('join');
      for (const end of ends) maker.edge(end, join);
      return join;
    }
    if (dice < 0.8) {
      const decision = maker.node('decision', from);
      const ends = [block(decision, depth - 1), block(decision, depth - 1)];
      const merge = maker.node('task');
      for (const end of ends) maker.edge(end, merge);
      return merge;
    }
    const again = maker.node('task', from);
    const decision = maker.node('decision', block(again, depth - 1));
    maker.edge(decision, again);
    return maker.node('task', decision);
  };
  let at = maker.node('start');
  while (maker.nodes.length < size) at = block(at, 5);
  maker.node('end', at);
  return maker;
}

/** Branches that each may end or turn back to their beginning, all at once: every combination is another state. */
export function tangled(branches: number, length: number): Flow {
  const maker = new FlowMaker();
  const fork = maker.node('fork', maker.node('start'));
  const join = maker.node('join');
  maker.node('end', join);
  for (let branch = 0; branch < branches; branch += 1) {
    const first = maker.node('task', fork);
    let at = first;
    for (let step = 0; step < length; step += 1) {
      const inner = maker.node('fork', at);
      maker.node('end', maker.node('task', inner));
      const decision = maker.node('decision', inner);
      maker.node('end', decision);
      at = maker.node('task', decision);
    }
    maker.edge(at, join);
  }
  return maker;
}

/** A fork and a join with that many tasks between them. */
export function wide(branches: number): Flow {
  const maker = new FlowMaker();
  const fork = maker.node('fork', maker.node('start'));
  const join = maker.node('join');
  for (let branch = 0; branch < branches; branch += 1) maker.edge(maker.node('task', fork), join);
  maker.node('end', join);
  return maker;
}

/** Forks inside forks, each with a task beside the next one. */
export function deep(levels: number): Flow {
  const maker = new FlowMaker();
  const joins: string[] = [];
  let at = maker.node('start');
  for (let level = 0; level < levels; level += 1) {
    at = maker.node('fork', at);
    const beside = maker.node('task', at);
    const join = maker.node('join');
    maker.edge(beside, join);
    joins.unshift(join);
  }
  at = maker.node('task', at);
  for (const join of joins) {
    maker.edge(at, join);
    at = join;
  }
  maker.node('end', at);
  return maker;
}

/** Every connection by chance between forks, joins and decisions. */
export function chaos(size: number, seed = 1): Flow {
  const random = chance(seed);
  const maker = new FlowMaker();
  for (let index = 0; index < size; index += 1) {
    maker.node(
      index === 0
        ? 'start'
        : index === size - 1
          ? 'end'
          : (['fork', 'join', 'decision', 'task'][Math.floor(random() * 4)] ?? 'task'),
    );
  }
  const some = (): string => `n${String(1 + Math.floor(random() * (size - 1)))}`;
  for (const { id, type } of maker.nodes) {
    if (type === 'end') continue;
    for (let ways = type === 'fork' || type === 'decision' ? 2 : 1; ways > 0; ways -= 1) maker.edge(id, some());
  }
  return maker;
}
