/**
 * Questions about the graph of a process that more than one stage asks.
 *
 * Works on anything with ids and edges, so that a Process and a View are asked the same way. Everything is iterative: a chain of
 * ten thousand nodes must not overflow the stack. Ties break by the order of the lists, which is the author's.
 */
export interface GraphNode {
  readonly id: string;
  readonly type?: string;
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind?: 'next' | 'timeout' | 'data';
}

/** Edges by the node they leave, in list order; every node has an entry. */
export function outgoing<E extends GraphEdge>(
  nodes: readonly GraphNode[],
  edges: readonly E[],
): ReadonlyMap<string, readonly E[]> {
  const from = new Map<string, E[]>(nodes.map((node) => [node.id, []]));
  for (const edge of edges) from.get(edge.from)?.push(edge);
  return from;
}

/** Ids of the edges that close a loop: found by depth-first search from the starts, then from what they don't reach. */
export function backEdges(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): ReadonlySet<string> {
  const from = outgoing(nodes, edges);
  const state = new Map<string, 'open' | 'done'>();
  const back = new Set<string>();
  const visit = (root: string): void => {
    if (state.has(root)) return;
    const stack: { id: string; next: number }[] = [{ id: root, next: 0 }];
    state.set(root, 'open');
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = from.get(top.id)?.[top.next];
      top.next += 1;
      if (edge === undefined) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (state.get(edge.to) === 'open') {
        back.add(edge.id);
      } else if (!state.has(edge.to) && from.has(edge.to)) {
        state.set(edge.to, 'open');
        stack.push({ id: edge.to, next: 0 });
      }
    }
  };
  for (const node of nodes) if (node.type === 'start') visit(node.id);
  for (const node of nodes) visit(node.id);
  return back;
}

/** Ids of the main edges: of each node's `next` edges the first that does not run back, or the first if all do. */
export function mainEdges(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): ReadonlySet<string> {
  const back = backEdges(nodes, edges);
  const main = new Set<string>();
  for (const list of outgoing(nodes, edges).values()) {
    const next = list.filter((edge) => edge.kind !== 'timeout');
    const first = next.find((edge) => !back.has(edge.id)) ?? next[0];
    if (first !== undefined) main.add(first.id);
  }
  return main;
}

/** Node ids from the first start along the main edges, until an end or the first node met again. */
export function mainPath(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): readonly string[] {
  const main = mainEdges(nodes, edges);
  const next = new Map(edges.filter((edge) => main.has(edge.id)).map((edge) => [edge.from, edge.to]));
  const path = new Set<string>();
  let at = (nodes.find((node) => node.type === 'start') ?? nodes[0])?.id;
  while (at !== undefined && !path.has(at)) {
    path.add(at);
    at = next.get(at);
  }
  return [...path];
}
