/**
 * The whole picture as a strip along the flow that can be cut: its nodes in the order in which they stand, and how large the picture of
 * any run of them would be.
 */
import type { Scene } from '../../model/scene.js';
import type { View } from '../../model/view.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between two nodes of the strip: what speaks for and against cutting there. */
export interface Seam {
  /** Connections that lead across. */
  readonly crossing: number;
  /** Ends that stand behind, and all of whose sources stand before: on a page of their own they end nothing. */
  readonly ends: number;
  /** One phase ends and another begins. */
  readonly phase: boolean;
  /** The nodes before and behind stand side by side. */
  readonly level: boolean;
}

export interface Strip {
  /** Indices of the view's nodes, along the flow and then across it. */
  readonly order: readonly number[];
  /** `seams[k]`: between the nodes at positions `k - 1` and `k`. */
  readonly seams: readonly Seam[];
  /** About how large a picture of the nodes from position `from` to before `to` would be, px; grows with every node. */
  size(from: number, to: number): Size;
}

/** Nodes whose centres differ by less stand side by side. */
const levelWithin = 12;
/** Room for connectors at either end, along the flow. */
const connectorRoom = 84;
const aroundNodes = 40;

export function makeStrip(view: View, scene: Scene): Strip {
  const down = scene.direction === 'down';
  const boxes = scene.nodes.map(({ box }) =>
    down
      ? { v: box.y, u: box.x, dv: box.height, du: box.width }
      : { v: box.x, u: box.y, dv: box.width, du: box.height },
  );
  const centre = (index: number): { v: number; u: number } => {
    const { v, u, dv, du } = boxes[index] ?? { v: 0, u: 0, dv: 0, du: 0 };
    return { v: v + dv / 2, u: u + du / 2 };
  };
  const order = [...view.nodes.keys()].sort((a, b) => centre(a).v - centre(b).v || centre(a).u - centre(b).u || a - b);
  const laneSize = new Map(
    scene.bands.flatMap(({ kind, id, box }) => (kind === 'lane' ? [[id, down ? box.width : box.height] as const] : [])),
  );
  const heads = (kinds: readonly string[], along: boolean): number =>
    scene.bands
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((most, { header }) => Math.max(most, along === down ? header.height : header.width), 0);
  const headAlong = heads(['lane'], true) + heads(['group'], true);
  const headAcross = heads(['phase'], false);
  const top = scene.frames[0]?.y ?? Math.min(...scene.nodes.map(({ box }) => box.y));
  const lastLegend = scene.legend.at(-1);
  const legend = lastLegend === undefined ? 0 : lastLegend.swatch.y - (scene.legend[0]?.swatch.y ?? 0) + 34;

  const size = (from: number, to: number): Size => {
    const lanes = new Set<string>();
    let [v0, v1, u0, u1] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let at = from; at < to; at++) {
      const index = order[at] ?? 0;
      const { v, u, dv, du } = boxes[index] ?? { v: 0, u: 0, dv: 0, du: 0 };
      v0 = Math.min(v0, v);
      v1 = Math.max(v1, v + dv);
      u0 = Math.min(u0, u);
      u1 = Math.max(u1, u + du);
      const lane = view.nodes[index]?.lane;
      if (lane !== undefined) lanes.add(lane);
    }
    const ends = (from > 0 ? connectorRoom : 0) + (to < order.length ? connectorRoom : 0);
    const along = v1 - v0 + ends + aroundNodes + headAlong;
    const across =
      lanes.size > 0
        ? [...lanes].reduce((sum, id) => sum + (laneSize.get(id) ?? 0), 0) + headAcross
        : u1 - u0 + aroundNodes + headAcross;
    return down ? { width: across, height: top + along + legend } : { width: along, height: top + across + legend };
  };
  return { order, seams: findSeams(view, order, (index) => centre(index).v), size };
}

function findSeams(view: View, order: readonly number[], along: (index: number) => number): Seam[] {
  const position = new Map(order.map((index, at) => [view.nodes[index]?.id ?? '', at]));
  // Counted by where they begin and end, so that long connections cost no more than short ones.
  const change = new Int32Array(order.length + 2);
  for (const edge of view.edges) {
    const [a, b] = [position.get(edge.from) ?? 0, position.get(edge.to) ?? 0].sort((one, two) => one - two);
    if (a === undefined || b === undefined || a === b) continue;
    change[a + 1] = (change[a + 1] ?? 0) + 1;
    change[b + 1] = (change[b + 1] ?? 0) - 1;
  }
  const torn = tornEnds(view, position);
  let crossing = 0;
  return Array.from({ length: order.length + 1 }, (_, at): Seam => {
    crossing += change[at] ?? 0;
    const [before, behind] = [order[at - 1], order[at]];
    if (before === undefined || behind === undefined) return { crossing: 0, ends: 0, phase: false, level: false };
    const [phase, next] = [view.nodes[before]?.phase, view.nodes[behind]?.phase];
    return {
      crossing,
      ends: torn[at] ?? 0,
      phase: phase !== undefined && next !== undefined && phase !== next,
      level: along(behind) - along(before) < levelWithin,
    };
  });
}

/** Of each seam, the ends that a cut there would part from everything that leads to them. */
function tornEnds(view: View, position: ReadonlyMap<string, number>): readonly number[] {
  const torn = Array.from({ length: view.nodes.length + 1 }, () => 0);
  for (const { id, type } of view.nodes) {
    const end = position.get(id);
    if (type !== 'end' || end === undefined) continue;
    const sources = view.edges.flatMap(({ from, to }) => (to === id ? [position.get(from) ?? 0] : []));
    // Where one stands behind it, no single cut before it takes all of them away.
    if (sources.length === 0 || sources.some((source) => source > end)) continue;
    for (let at = Math.max(...sources) + 1; at <= end; at++) torn[at] = (torn[at] ?? 0) + 1;
  }
  return torn;
}
