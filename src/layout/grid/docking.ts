/**
 * By which sides of its two nodes a connection may dock, and what each costs: forward connections leave onward and come in
 * from above, loops and escalations use the sides, bars their long sides, diamonds the vertices that were assigned.
 */
import type { Graph, GraphEdge } from '../graph.js';
import { outlineOf, type Outline } from '../shapes.js';
import type { Sharing } from './lattice.js';
import { down, left, right, up, type Direction4 } from './lines.js';
import type { Placement } from './place.js';
import { assignSides, isStraightAhead } from './sides.js';
import type { Span } from './spans.js';

export interface Dock {
  readonly side: Direction4;
  readonly price: number;
}

/** Price of leaving by a side by which another connection of the node leaves already. */
export const shareOut = 70;
/** Price of a side with something coming in and something leaving. */
const shareBoth = 190;

/** Price of a main branch that does not go straight on, or of another one that takes its vertex. */
const offMain = 18;

const docks = (prices: readonly [Direction4, number][]): Dock[] => prices.map(([side, price]) => ({ side, price }));

const exits = {
  next: docks([
    [down, 0],
    [right, 12],
    [left, 12],
    [up, 320],
  ]),
  back: docks([
    [right, 0],
    [left, 4],
    [down, 40],
    [up, 200],
  ]),
  timeout: docks([
    [right, 0],
    [left, 4],
    [down, 60],
    [up, 260],
  ]),
};
const entries = {
  next: docks([
    [up, 0],
    [right, 14],
    [left, 14],
    [down, 260],
  ]),
  back: docks([
    [right, 0],
    [left, 4],
    [up, 40],
    [down, 160],
  ]),
};

export class Docking {
  private readonly assigned: (Direction4 | undefined)[];
  private readonly outlines: readonly Outline[];

  constructor(
    private readonly graph: Graph,
    private readonly placement: Placement,
    private readonly spans: readonly Span[],
  ) {
    this.assigned = assignSides(graph, placement, spans);
    this.outlines = graph.nodes.map(({ node }) => outlineOf(node));
  }

  outline(node: number): Outline {
    return this.outlines[node] ?? 'box';
  }

  exits(edge: GraphEdge): readonly Dock[] {
    const side = this.assigned[edge.index];
    if (side !== undefined) return [{ side, price: (side === down) === this.isMain(edge) ? 0 : offMain }];
    if (this.outline(edge.from) === 'bar') return [{ side: down, price: 0 }];
    return edge.edge.kind === 'timeout' ? exits.timeout : edge.back ? exits.back : exits.next;
  }

  private isMain(edge: GraphEdge): boolean {
    return this.graph.out[edge.from]?.find((other) => !other.back) === edge;
  }

  assign(edge: GraphEdge, side: Direction4): void {
    this.assigned[edge.index] = side;
  }

  /**
   * Other ways to hang the branches of a diamond on its vertices; none where branches share one. A main branch that can run straight
   * keeps its vertex.
   */
  alternatives(node: number, current: readonly Direction4[], taken: readonly Direction4[]): Direction4[][] {
    if (this.outline(node) !== 'diamond' || current.length > 3 || new Set(current).size < current.length) return [];
    const free = [down, right, left].filter((side) => !taken.includes(side));
    const arrange = (count: number, open: readonly Direction4[]): Direction4[][] =>
      count === 0
        ? [[]]
        : open.flatMap((side) =>
            arrange(
              count - 1,
              open.filter((other) => other !== side),
            ).map((rest) => [side, ...rest]),
          );
    const out = this.graph.out[node] ?? [];
    const main = out.findIndex((edge) => !edge.back);
    const [edge, side] = [out[main], current[main]];
    const straight = edge !== undefined && side !== undefined && this.ahead(edge, side);
    return arrange(current.length, free).filter(
      (sides) =>
        sides.some((side, position) => side !== current[position]) && (!straight || sides[main] === current[main]),
    );
  }

  /** Vertices of a diamond that nothing uses, but for the one against the flow. */
  openVertices(node: number, routes: readonly { start: Direction4; goal: Direction4 }[]): Direction4[] {
    const used = new Set([
      ...(this.graph.out[node] ?? []).map((edge) => routes[edge.index]?.start),
      ...(this.graph.in[node] ?? []).map((edge) => routes[edge.index]?.goal),
    ]);
    return [down, right, left].filter((side) => !used.has(side));
  }

  entries(edge: GraphEdge): readonly Dock[] {
    if (this.outline(edge.to) === 'bar') return [{ side: up, price: 0 }];
    const all = edge.back ? entries.back : entries.next;
    if (this.outline(edge.to) === 'connector') return all.filter(({ side }) => side !== down);
    if (this.outline(edge.to) !== 'diamond') return all;
    const leaving = this.graph.out[edge.to] ?? [];
    return all.filter(({ side }) => side !== down && leaving.every(({ index }) => this.assigned[index] !== side));
  }

  /**
   * Whether this branch shares its vertex with another: then it must turn at once, so that its label stands on its own line. The one
   * whose target lies straight ahead goes on, and is labelled where the others have left it.
   */
  turnsAtOnce(edge: GraphEdge): boolean {
    const side = this.assigned[edge.index];
    if (side === undefined) return false;
    const shared = this.graph.out[edge.from]?.some((other) => other !== edge && this.assigned[other.index] === side);
    return shared === true && !this.ahead(edge, side);
  }

  private ahead(edge: GraphEdge, side: Direction4): boolean {
    return isStraightAhead(this.graph, this.placement, this.spans, edge, side);
  }

  /** What it costs to share a side of one of its nodes with another connection; Infinity if that cannot be. */
  sharing(edge: GraphEdge, end: 'start' | 'goal'): Sharing {
    const node = end === 'start' ? edge.from : edge.to;
    const outline = this.outline(node);
    return (other) => {
      const otherNode = other.end === 'start' ? other.source : other.target;
      if (otherNode !== node) return Infinity;
      if (other.end === end) return end === 'goal' || outline !== 'box' ? 0 : shareOut;
      return outline === 'box' ? shareBoth : Infinity;
    };
  }
}
