/** Connections meet outlines, pass no node, and share a stretch only towards a common end or from a common beginning. */
import type { Box, Point, Scene, SceneEdge, SceneNode } from '../../model/scene.js';
import { alongFlow, boundsOf, grow, inside, overlapOf, segmentHitsBox, segmentsOf, type Stretch } from '../measures.js';
import { Nearby } from '../nearby.js';
import { connectorTip } from '../shapes.js';
import type { Report } from './rule.js';

/**
 * Whether a connection's end meets the outline, at a right angle, from outside; diamonds at a vertex, bars on a long side, connectors
 * not beside their tip.
 */
function docks(end: Point, before: Point, node: SceneNode, along: Scene['direction']): boolean {
  const { x, y, width, height } = node.box;
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.6;
  const onX = end.x >= x - 0.6 && end.x <= x + width + 0.6;
  const onY = end.y >= y - 0.6 && end.y <= y + height + 0.6;
  const top = near(end.y, y) && onX && near(before.x, end.x) && before.y < end.y;
  const bottom = near(end.y, y + height) && onX && near(before.x, end.x) && before.y > end.y;
  const leftSide = near(end.x, x) && onY && near(before.y, end.y) && before.x < end.x;
  const rightSide = near(end.x, x + width) && onY && near(before.y, end.y) && before.x > end.x;
  if (node.type === 'decision') {
    return ((top || bottom) && near(end.x, x + width / 2)) || ((leftSide || rightSide) && near(end.y, y + height / 2));
  }
  if (node.type === 'fork' || node.type === 'join') return width > height ? top || bottom : leftSide || rightSide;
  if (node.type === 'start' || node.type === 'end') {
    if (leftSide || rightSide) return near(end.y, y + height / 2);
    return (top || bottom) && end.x >= x + height / 2 - 0.6 && end.x <= x + width - height / 2 + 0.6;
  }
  if (node.type === 'connector') {
    const straight = along === 'down' ? end.y <= y + height - connectorTip : end.x <= x + width - connectorTip;
    if (along === 'down') return top || ((leftSide || rightSide) && straight) || (bottom && near(end.x, x + width / 2));
    return leftSide || ((top || bottom) && straight) || (rightSide && near(end.y, y + height / 2));
  }
  return top || bottom || leftSide || rightSide;
}

const arrowLength = 10;

export function checkEdges(scene: Scene, report: Report): void {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]));
  const stretches = scene.edges.map((edge) => segmentsOf(edge.points));
  const bounds = scene.edges.map((edge) => boundsOf(edge.points));
  const nodesNearby = new Nearby(scene.nodes.map(({ box }) => box));
  const edgesNearby = new Nearby(bounds);
  const picture: Box = { x: 0, y: 0, width: scene.width, height: scene.height };
  scene.edges.forEach((edge, index) => {
    const own = stretches[index] ?? [];
    const [first, second] = edge.points;
    const last = edge.points.at(-1);
    const previous = edge.points.at(-2);
    const from = nodes.get(edge.from);
    const to = nodes.get(edge.to);
    if (!first || !second || !last || !previous || !from || !to) {
      report('wrong-docking', `${edge.id} has no ends`);
      return;
    }
    if (!docks(first, second, from, scene.direction)) report('wrong-docking', `${edge.id} at ${from.id}`);
    if (!docks(last, previous, to, scene.direction)) report('wrong-docking', `${edge.id} at ${to.id}`);
    if (Math.abs(last.x - previous.x) + Math.abs(last.y - previous.y) < arrowLength) {
      report('wrong-docking', `${edge.id} has no room for its arrowhead`);
    }
    for (const { a, b } of own) {
      if (a.x !== b.x && a.y !== b.y) report('wrong-docking', `${edge.id} runs askew`);
      if (!inside({ x: a.x, y: a.y, width: 0, height: 0 }, picture)) report('outside-picture', edge.id);
    }
    for (const near of nodesNearby.touching(bounds[index] ?? picture)) {
      const node = scene.nodes[near];
      if (node === undefined) continue;
      if (own.some((stretch) => segmentHitsBox(stretch, grow(node.box, -1))))
        report('edge-through-node', `${edge.id} and ${node.id}`);
    }
    for (const k of edgesNearby.touching(bounds[index] ?? picture)) {
      const other = scene.edges[k];
      if (other === undefined || k <= index) continue;
      let common: readonly Stretch[] | undefined;
      for (const stretch of own) {
        for (const theirs of stretches[k] ?? []) {
          const shared = overlapOf(stretch, theirs);
          if (shared === undefined || alongFlow(shared) < 2) continue;
          common ??= commonStretches(edge, other);
          if (!common.some((allowed) => covers(allowed, shared)))
            report('shared-stretch', `${edge.id} and ${other.id}`);
        }
      }
    }
  });
}

/** What two connections may share: the way to a common end, or the way from a common beginning. */
function commonStretches(a: SceneEdge, b: SceneEdge): Stretch[] {
  const found: Stretch[] = [];
  const walk = (one: readonly Point[], two: readonly Point[]): void => {
    let at = one[0];
    if (at === undefined || two[0]?.x !== at.x || two[0].y !== at.y) return;
    for (let k = 1; k < one.length && k < two.length; k++) {
      const p = one[k];
      const q = two[k];
      if (p === undefined || q === undefined) return;
      const shared = overlapOf({ a: at, b: p }, { a: at, b: q });
      if (shared === undefined || alongFlow(shared) === 0) return;
      found.push(shared);
      if (p.x !== q.x || p.y !== q.y) return;
      at = p;
    }
  };
  if (a.to === b.to) walk([...a.points].reverse(), [...b.points].reverse());
  if (a.from === b.from) walk(a.points, b.points);
  return found;
}

function covers(outer: Stretch, inner: Stretch): boolean {
  const shared = overlapOf(outer, inner);
  return shared !== undefined && alongFlow(shared) > alongFlow(inner) - 1;
}
