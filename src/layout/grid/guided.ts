/**
 * A placement after somebody else's order: nodes in layers, each with a position across. Layers become ranks, positions columns.
 *
 * Where a graph is too large for the search to try much, a layering with few crossings to begin with is worth more than our own
 * placing by price, and on the grid the hard laws hold for it as for any.
 */
import type { Point } from '../../model/scene.js';
import type { Graph } from '../graph.js';
import type { Placement } from './place.js';

/** Nodes no further apart across than this stand in one column, if their layers differ: about half a node's width. */
const near = 70;

/** `corners`: of each node, in a picture that flows down and has nodes of one size. Undefined if an edge would lead back up. */
export function guidedBy(graph: Graph, corners: readonly Point[]): Placement | undefined {
  const layers = [...new Set(corners.map(({ y }) => y))].sort((a, b) => a - b);
  const rankOf = new Map(layers.map((y, rank) => [y, rank]));
  const ranks = corners.map(({ y }) => rankOf.get(y) ?? 0);
  const onward = graph.edges.every(({ from, to, back }) => back || (ranks[from] ?? 0) < (ranks[to] ?? 0));
  if (!onward) return undefined;
  const columns: { x: number; ranks: Set<number> }[] = [];
  const columnOf = new Array<number>(corners.length).fill(0);
  const across = graph.nodes
    .map(({ index }) => index)
    .sort((a, b) => (corners[a]?.x ?? 0) - (corners[b]?.x ?? 0) || a - b);
  for (const node of across) {
    const x = corners[node]?.x ?? 0;
    const rank = ranks[node] ?? 0;
    const last = columns.at(-1);
    if (last === undefined || x - last.x >= near || last.ranks.has(rank)) columns.push({ x, ranks: new Set([rank]) });
    else last.ranks.add(rank);
    columnOf[node] = columns.length - 1;
  }
  return {
    cells: ranks.map((rank, node) => ({ lane: 0, sub: columnOf[node] ?? 0, rank })),
    columns: columns.map((_, sub) => ({ lane: 0, sub })),
    columnOf,
    ranks: layers.length,
    phaseStart: [0],
  };
}
