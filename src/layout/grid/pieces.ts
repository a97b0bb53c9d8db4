/**
 * What of each node stands in which cell: the whole of it, or that part of a bar that covers one of its columns and as many
 * connections as dock there.
 *
 * Separate because docks, labels and room are all reckoned from the middle of a cell, and a long bar has several.
 */
import type { Graph, GraphEdge } from '../graph.js';
import { barLength, type Shape } from '../shapes.js';
import { cellOf } from './lines.js';
import type { Placement } from './place.js';
import type { Routing } from './route.js';
import { columnsOf } from './spans.js';

export interface Piece {
  readonly node: number;
  readonly column: number;
  readonly rank: number;
  /** The node's shape, a bar's no longer than this piece of it. */
  readonly shape: Shape;
  /** Connections that dock here. */
  readonly out: readonly GraphEdge[];
  readonly in: readonly GraphEdge[];
  /** The last piece of its node, beside which its name stands. */
  readonly last: boolean;
}

/** The column in which a connection leaves its source, or comes in to its target. */
export function columnAt({ routes, lattice }: Routing, edge: GraphEdge, end: 'start' | 'goal'): number {
  return cellOf(lattice.j(routes[edge.index]?.vertices.at(end === 'start' ? 0 : -1) ?? 0));
}

/** By node, from the lower column to the higher. */
export function cutPieces(
  graph: Graph,
  { cells, columnOf }: Placement,
  routing: Routing,
  shapes: readonly Shape[],
  transposed: boolean,
): Piece[][] {
  return shapes.map((shape, node) => {
    const rank = cells[node]?.rank ?? 0;
    const [out, incoming] = [graph.out[node] ?? [], graph.in[node] ?? []];
    const own = columnOf[node] ?? 0;
    const span = routing.spans[node] ?? { low: own, high: own };
    if (span.low === span.high) return [{ node, column: span.low, rank, shape, out, in: incoming, last: true }];
    const columns = columnsOf(span);
    return columns.map((column, position): Piece => {
      const here = out.filter((edge) => columnAt(routing, edge, 'start') === column);
      const into = incoming.filter((edge) => columnAt(routing, edge, 'goal') === column);
      const size = { [transposed ? 'height' : 'width']: barLength(Math.max(here.length, into.length)) };
      const last = position === columns.length - 1;
      return { node, column, rank, shape: { ...shape, ...size }, out: here, in: into, last };
    });
  });
}
