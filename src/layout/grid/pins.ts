/**
 * Where exactly on a node's side each connection docks.
 *
 * The middle, if the side has one connection or one bundle of arriving ones of a kind. Several spread around the middle, in the order
 * in which they turn away, so that they do not cross in front of the node. A connection that goes straight on keeps the
 * middle, because the node at its other end has it in the middle too. Diamonds dock at the vertex only.
 */
import type { Graph } from '../graph.js';
import { connectorTip } from '../shapes.js';
import { isVertical, type Direction4 } from './lines.js';
import type { Piece } from './pieces.js';
import type { Routing } from './route.js';
import { prefer, signOf, type KeyOf, type Segment } from './segments.js';

/** Offsets from the middle of the side, along the lower-to-higher axis of that side, by edge index. */
export interface Pins {
  readonly start: readonly number[];
  readonly goal: readonly number[];
}

interface Dock {
  readonly edge: number;
  readonly end: 'start' | 'goal';
}

interface Group {
  readonly docks: Dock[];
  readonly turn: number;
}

export function placePins(
  graph: Graph,
  routing: Routing,
  pieces: readonly Piece[],
  segments: readonly (readonly Segment[])[],
  transposed: boolean,
): Pins {
  const start = graph.edges.map(() => 0);
  const goal = graph.edges.map(() => 0);
  const roughKey: KeyOf = (segment, end) => segment[end];

  const walkAway = (dock: Dock): { segment: Segment; forward: boolean } | undefined => {
    const own = segments[dock.edge] ?? [];
    const segment = dock.end === 'start' ? own[1] : own.at(-2);
    return segment === undefined ? undefined : { segment, forward: dock.end === 'start' };
  };
  /** The side it turns to right in front of the node; 0 if it goes straight on from there. */
  const turnOf = (dock: Dock): number => {
    const own = segments[dock.edge] ?? [];
    const stub = dock.end === 'start' ? own[0] : own.at(-1);
    const away = walkAway(dock);
    if (stub === undefined || away === undefined || Math.abs(stub.to - stub.from) > 1) return 0;
    return signOf(away.segment.direction) * (away.forward ? 1 : -1);
  };

  for (const { shape, out, in: incoming } of pieces) {
    const { outline } = shape;
    if (outline === 'diamond') continue;
    const bySide = new Map<Direction4, Dock[]>();
    const add = (side: Direction4 | undefined, dock: Dock): void => {
      if (side !== undefined) bySide.set(side, [...(bySide.get(side) ?? []), dock]);
    };
    for (const { index } of out) add(routing.routes[index]?.start, { edge: index, end: 'start' });
    for (const { index } of incoming) add(routing.routes[index]?.goal, { edge: index, end: 'goal' });
    for (const [side, docks] of bySide) {
      const arriving = docks.filter((dock) => dock.end === 'goal');
      const groups: Group[] = docks
        .filter((dock) => dock.end === 'start' || outline === 'bar')
        .map((dock) => ({ docks: [dock], turn: turnOf(dock) }));
      for (const kind of outline === 'bar' ? [] : (['next', 'timeout'] as const)) {
        const bundle = arriving.filter((dock) => graph.edges[dock.edge]?.edge.kind === kind);
        const turns = new Set(bundle.map(turnOf));
        if (bundle.length > 0) groups.push({ docks: bundle, turn: turns.size === 1 ? ([...turns][0] ?? 0) : 0 });
      }
      if (groups.length < 2) continue;
      const nearIsLower = side === 1 || side === 2;
      groups.sort((a, b) => {
        if (a.turn !== b.turn || a.turn === 0) return a.turn - b.turn;
        const walkA = walkAway(a.docks[0] ?? { edge: 0, end: 'start' });
        const walkB = walkAway(b.docks[0] ?? { edge: 0, end: 'start' });
        if (walkA === undefined || walkB === undefined) return 0;
        const nearer = prefer(segments, walkA, walkB, roughKey) * (nearIsLower ? 1 : -1);
        return a.turn < 0 ? nearer : -nearer;
      });
      const length = isVertical(side) !== transposed ? shape.width : shape.height;
      const kept =
        outline === 'pill' ? Math.min(length, shape.height) : outline === 'connector' ? 2 * connectorTip + 4 : 16;
      const room = length - kept;
      const step = Math.min(outline === 'bar' ? 40 : 16, Math.floor(room / Math.max(1, groups.length - 1)));
      const straight = groups.findIndex((group) => group.turn === 0);
      const middle = straight >= 0 ? straight : (groups.length - 1) / 2;
      const widest = Math.max(middle, groups.length - 1 - middle);
      const fitted = widest * step > room / 2 ? Math.floor(room / 2 / widest) : step;
      groups.forEach((group, position) => {
        for (const dock of group.docks)
          (dock.end === 'start' ? start : goal)[dock.edge] = Math.round((position - middle) * fitted);
      });
    }
  }
  return { start, goal };
}
