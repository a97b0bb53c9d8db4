/**
 * Side by side: in which columns the branches of a fork want to stand, in their order and about the fork.
 *
 * Separate from placing, which looks at one node at a time: where the first branch stands depends on how many there are, and on
 * how much room the forks within them need.
 */
import type { Graph, GraphNode } from '../graph.js';
import { outlineOf } from '../shapes.js';

/** No lane has more columns than this on either side of its main one. */
export const maxSide = 3;

/** The branches of a fork that stand in its lane, each with its column; none if there are too many or too few of them. */
export function spread(
  graph: Graph,
  fork: number,
  sub: number,
  sameLane: (node: GraphNode) => boolean,
): (readonly [number, number])[] {
  const branches = begun(graph, fork, sameLane);
  const widths = branches.map((branch) => widthOf(graph, branch, sameLane));
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (branches.length < 2 || total > 2 * maxSide + 1) return [];
  let at = Math.max(-maxSide, Math.min(sub - Math.floor((total - 1) / 2), maxSide + 1 - total));
  return branches.map((branch, position) => {
    const width = widths[position] ?? 1;
    const middle = at + Math.floor((width - 1) / 2);
    at += width;
    return [branch, middle];
  });
}

/** What a bar leads to in its lane and nothing else does. */
function begun(graph: Graph, bar: number, sameLane: (node: GraphNode) => boolean): number[] {
  const targets = (graph.out[bar] ?? []).filter((edge) => !edge.back).map(({ to }) => to);
  return targets.length < 2
    ? []
    : targets.filter((target) => {
        const node = graph.nodes[target];
        const ways = (graph.in[target] ?? []).filter((edge) => !edge.back).length;
        return node !== undefined && sameLane(node) && ways === 1;
      });
}

/** How many columns a branch needs: one, or as many as the first fork does to which it leads straight. */
function widthOf(graph: Graph, branch: number, sameLane: (node: GraphNode) => boolean): number {
  for (let at = branch; ;) {
    const node = graph.nodes[at];
    const onward = (graph.out[at] ?? []).filter((edge) => !edge.back);
    if (node === undefined || !sameLane(node)) return 1;
    if (outlineOf(node.node) === 'bar') {
      const widths = begun(graph, at, sameLane).map((other) => widthOf(graph, other, sameLane));
      return Math.max(
        1,
        widths.reduce((sum, width) => sum + width, 0),
      );
    }
    const [only] = onward;
    if (onward.length !== 1 || only === undefined) return 1;
    if ((graph.in[only.to] ?? []).filter((edge) => !edge.back).length > 1) return 1;
    at = only.to;
  }
}
