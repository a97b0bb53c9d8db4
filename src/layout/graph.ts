/**
 * The view's graph as layouts need it: nodes and edges by index, which edges run back, and a reading order.
 *
 * Separate because the grid and ELK, which guides it, must agree on what a loop is: an edge is a back edge if `loops.ts` finds that
 * it runs back, or if it leads to an earlier phase.
 */
import type { SceneEdge } from '../model/scene.js';
import type { View, ViewEdge, ViewNode } from '../model/view.js';
import { walk } from './loops.js';

export interface GraphNode {
  readonly node: ViewNode;
  readonly index: number;
  /** Index into the view's lanes; 0 in views without lanes. */
  readonly lane: number;
  /** Index into the view's phases, inherited along the flow for nodes without one. */
  readonly phase: number;
  /** Which of the parts that nothing connects; nodes without any connection are one part together. */
  readonly part: number;
}

export interface GraphEdge {
  readonly edge: ViewEdge;
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly back: boolean;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Outgoing and incoming edges of each node, in declaration order. */
  readonly out: readonly (readonly GraphEdge[])[];
  readonly in: readonly (readonly GraphEdge[])[];
  /** The view is a part of a process: not all that leads to its nodes is there. */
  readonly partial: boolean;
  /** Node indices such that every forward edge leads onward, earlier phases first, the main path first among equals. */
  readonly order: readonly number[];
}

function grouped<T>(count: number, items: readonly T[], key: (item: T) => number): T[][] {
  const groups: T[][] = Array.from({ length: count }, () => []);
  for (const item of items) groups[key(item)]?.push(item);
  return groups;
}

/** Phases of nodes without one: the latest phase of what leads there, else the phase of what they lead to, else the first. */
function inheritPhases(own: readonly (number | undefined)[], edges: readonly { from: number; to: number }[]): number[] {
  const phases = [...own];
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to } of edges) {
      const source = phases[from];
      if (phases[to] === undefined && source !== undefined) {
        phases[to] = source;
        changed = true;
      }
    }
    if (changed) continue;
    for (const { from, to } of edges) {
      const target = phases[to];
      if (phases[from] === undefined && target !== undefined) {
        phases[from] = target;
        changed = true;
      }
    }
  }
  return phases.map((phase) => phase ?? 0);
}

/** For each node which part it is in, in the order in which the parts begin. */
function connectedParts(count: number, links: readonly { from: number; to: number }[]): number[] {
  const leader = Int32Array.from({ length: count }, (_, index) => index);
  const find = (index: number): number => {
    let at = index;
    for (let next = leader[at] ?? at; next !== at; next = leader[at] ?? at) {
      leader[at] = leader[next] ?? next;
      at = next;
    }
    return at;
  };
  for (const { from, to } of links) {
    const [a, b] = [find(from), find(to)];
    leader[Math.max(a, b)] = Math.min(a, b);
  }
  const connected = new Set(links.flatMap(({ from, to }) => [from, to]));
  const known = new Map<number, number>();
  return Array.from({ length: count }, (_, index) => {
    const root = connected.has(index) ? find(index) : -1;
    const part = known.get(root) ?? known.size;
    known.set(root, part);
    return part;
  });
}

export function buildGraph(view: View): Graph {
  const indexOf = new Map(view.nodes.map((node, index) => [node.id, index]));
  const laneOf = new Map(view.lanes.map((lane, index) => [lane.id, index]));
  const phaseOf = new Map(view.phases.map((phase, index) => [phase.id, index]));
  const raw = view.edges.flatMap((edge) => {
    const from = indexOf.get(edge.from);
    const to = indexOf.get(edge.to);
    return from === undefined || to === undefined ? [] : [{ edge, from, to }];
  });
  const links = raw.map((link, index) => ({ ...link, index }));
  const phases = inheritPhases(
    view.nodes.map((node) => (node.phase === undefined ? undefined : phaseOf.get(node.phase))),
    links,
  );
  const parts = connectedParts(view.nodes.length, links);
  const nodes = view.nodes.map((node, index) => ({
    node,
    index,
    lane: (node.lane === undefined ? undefined : laneOf.get(node.lane)) ?? 0,
    phase: phases[index] ?? 0,
    part: parts[index] ?? 0,
  }));
  const phaseAt = (index: number): number => phases[index] ?? 0;

  const incoming = new Int32Array(nodes.length);
  for (const link of links) incoming[link.to] = (incoming[link.to] ?? 0) + 1;
  // A part of a process begins in the middle, and what nothing leads to is no beginning there: the order of the file is.
  const partial = view.nodes.some(({ dimmed }) => dimmed === true);
  const rank = (index: number): number =>
    partial ? 0 : nodes[index]?.node.type === 'start' ? 0 : incoming[index] === 0 ? 1 : 2;
  const roots = nodes.map((node) => node.index).sort((a, b) => rank(a) - rank(b) || a - b);
  const outLinks = grouped(nodes.length, links, (link) => link.from);
  const starts = roots.filter((index) => nodes[index]?.node.type === 'start' || incoming[index] === 0);
  const { preorder, back } = walk(
    outLinks,
    roots,
    starts,
    ({ index, from }) => links[index]?.edge.kind === 'timeout' || nodes[from]?.node.type === 'decision',
  );
  const edges = links.map((link) => ({
    ...link,
    back: back.has(link.index) || phaseAt(link.from) > phaseAt(link.to),
  }));
  const out = grouped(nodes.length, edges, (edge) => edge.from);
  return {
    nodes,
    edges,
    out,
    in: grouped(nodes.length, edges, (edge) => edge.to),
    partial,
    order: topological(nodes, edges, out, preorder),
  };
}

function topological(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  out: readonly (readonly GraphEdge[])[],
  preorder: Int32Array,
): number[] {
  const waiting = new Int32Array(nodes.length);
  for (const edge of edges) if (!edge.back) waiting[edge.to] = (waiting[edge.to] ?? 0) + 1;
  const before = (a: GraphNode, b: GraphNode): number =>
    a.phase - b.phase || a.part - b.part || (preorder[a.index] ?? 0) - (preorder[b.index] ?? 0);
  const ready = nodes.filter((node) => waiting[node.index] === 0).sort(before);
  const order: number[] = [];
  for (let node = ready.shift(); node !== undefined; node = ready.shift()) {
    order.push(node.index);
    for (const edge of out[node.index] ?? []) {
      if (edge.back) continue;
      const left = (waiting[edge.to] ?? 0) - 1;
      waiting[edge.to] = left;
      const target = nodes[edge.to];
      if (left > 0 || target === undefined) continue;
      let low = 0;
      for (let high = ready.length; low < high;) {
        const middle = (low + high) >> 1;
        if (before(ready[middle] ?? target, target) < 0) low = middle + 1;
        else high = middle;
      }
      ready.splice(low, 0, target);
    }
  }
  return order;
}

/** What a drawn connection has from the view, whichever layout draws it. */
export function asDrawn({
  edge,
  back,
}: GraphEdge): Pick<
  SceneEdge,
  'id' | 'from' | 'to' | 'kind' | 'main' | 'otherwise' | 'back' | 'dimmed' | 'change' | 'ghost'
> {
  const { id, from, to, kind, main, otherwise, dimmed, change, ghost } = edge;
  return {
    ...{ id, from, to, kind, main, otherwise, back },
    ...(dimmed && { dimmed }),
    ...(change && { change }),
    ...(ghost && { ghost }),
  };
}
