/**
 * A picture of a difference: what is gone, and where a step has come from, runs on lines of its own, and every sign gets a place.
 *
 * Separate, because the layouts know connections by their kind alone: what is of another kind joins no line and no arrowhead. So here each
 * connection that must stay apart is given a kind that nothing else has at its end, and its own again once it is placed.
 */
import type { Point, Scene, SceneEdge } from '../model/scene.js';
import type { View, ViewEdge } from '../model/view.js';
import { alongFlow, overlapOf } from './measures.js';
import { withSigns } from './signs.js';

type Kind = ViewEdge['kind'];

/** In the order in which they part best: connections of the first two spread along a side, too. */
const kinds: readonly Kind[] = ['timeout', 'next', 'data'];

export async function layoutDifference(view: View, layout: (view: View) => Promise<Scene>): Promise<Scene> {
  const scene = await layout({ ...view, edges: apart(view.edges) });
  const own = new Map(view.edges.map(({ id, kind }) => [id, kind]));
  const edges = scene.edges.map((edge): SceneEdge => ({ ...edge, kind: own.get(edge.id) ?? edge.kind }));
  return withSigns(withClocks({ ...scene, edges: edges.map((edge) => ownPart(edge, edges)) }));
}

/** A diamond has few places to dock: where what is gone comes in over a living line, it ends where that line begins to be the same. */
function ownPart(edge: SceneEdge, edges: readonly SceneEdge[]): SceneEdge {
  if (living(edge)) return edge;
  const common = edges.reduce(
    (most, other) =>
      other.to === edge.to && living(other) ? Math.max(most, commonEnd(edge.points, other.points)) : most,
    0,
  );
  return common === 0 ? edge : { ...edge, own: withoutEnd(edge.points, common) };
}

/** How long two lines run as one before their ends, px. */
function commonEnd(one: readonly Point[], other: readonly Point[]): number {
  const [mine, theirs] = [[...one].reverse(), [...other].reverse()];
  let common = 0;
  for (let at = 0; at + 1 < mine.length && at + 1 < theirs.length; at++) {
    const [a, b, c, d] = [mine[at], mine[at + 1], theirs[at], theirs[at + 1]];
    if (a === undefined || b === undefined || c === undefined || d === undefined || a.x !== c.x || a.y !== c.y) break;
    const shared = overlapOf({ a, b }, { a: c, b: d });
    if (shared === undefined) break;
    common += alongFlow(shared);
    if (b.x !== d.x || b.y !== d.y) break;
  }
  return common;
}

function withoutEnd(points: readonly Point[], length: number): readonly Point[] {
  const left = [...points];
  for (let rest = length; left.length > 1;) {
    const [before, last] = [left.at(-2), left.at(-1)];
    if (before === undefined || last === undefined) break;
    const here = alongFlow({ a: before, b: last });
    left.pop();
    if (here > rest) {
      const part = (here - rest) / here;
      left.push({ x: before.x + (last.x - before.x) * part, y: before.y + (last.y - before.y) * part });
      break;
    }
    rest -= here;
  }
  return left;
}

const living = ({ change, ghost }: Pick<ViewEdge, 'change' | 'ghost'>): boolean =>
  change !== 'removed' && ghost !== true;

function apart(edges: readonly ViewEdge[]): readonly ViewEdge[] {
  const taken = new Map<string, Set<Kind>>();
  const at = (node: string): Set<Kind> => {
    const kindsThere = taken.get(node) ?? new Set<Kind>();
    taken.set(node, kindsThere);
    return kindsThere;
  };
  for (const edge of edges) if (living(edge)) at(edge.to).add(edge.kind);
  const given = new Map<string, Kind>();
  return edges.map((edge) => {
    if (living(edge)) return edge;
    const key = `${edge.ghost === true ? 'ghost' : 'removed'} ${edge.to}`;
    const kind = given.get(key) ?? kinds.find((one) => !at(edge.to).has(one)) ?? 'data';
    given.set(key, kind);
    at(edge.to).add(kind);
    return { ...edge, kind };
  });
}

/** A clock where a timeout leaves, of those that are there; where none is left, of one that is gone. */
export function withClocks(scene: Scene): Scene {
  const clocks = new Map<string, Point>();
  const gone = ({ change }: SceneEdge): number => (change === 'removed' ? 0 : 1);
  for (const { kind, from, points } of [...scene.edges].sort((a, b) => gone(a) - gone(b)))
    if (kind === 'timeout' && points[0] !== undefined) clocks.set(from, points[0]);
  return {
    ...scene,
    nodes: scene.nodes.map(({ clock: _, ...node }) => {
      const clock = clocks.get(node.id);
      return clock === undefined ? node : { ...node, clock };
    }),
  };
}
