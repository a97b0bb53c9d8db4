/** Labels collide with nothing, and read as those of their own lines. */
import type { Box, Point, Scene, SceneEdge } from '../../model/scene.js';
import {
  alongFlow,
  boundsOf,
  boxesOverlap,
  boxOfRun,
  grow,
  overlapOf,
  segmentHitsBox,
  segmentsOf,
  type Stretch,
} from '../measures.js';
import { Nearby } from '../nearby.js';
import type { Report } from './rule.js';

export function checkLabels(scene: Scene, report: Report): void {
  const ofEdges = scene.edges.flatMap(({ id, label }) => (label === undefined ? [] : [{ id, box: label.box }]));
  const ofBars = scene.nodes
    .filter(({ type }) => type === 'fork' || type === 'join')
    .flatMap(({ id, runs }) => runs.map((run) => ({ id, box: boxOfRun(run) })));
  const labelled = [...ofEdges, ...ofBars];
  const borders = scene.bands.flatMap(({ box }): Stretch[] => {
    const [l, t, r, b] = [box.x, box.y, box.x + box.width, box.y + box.height];
    return [
      { a: { x: l, y: t }, b: { x: r, y: t } },
      { a: { x: l, y: b }, b: { x: r, y: b } },
      { a: { x: l, y: t }, b: { x: l, y: b } },
      { a: { x: r, y: t }, b: { x: r, y: b } },
    ];
  });
  const nodesNearby = new Nearby(scene.nodes.map((node) => node.box));
  const labelsNearby = new Nearby(labelled.map(({ box }) => box));
  const edgesNearby = new Nearby(scene.edges.map(({ points }) => boundsOf(points)));
  labelled.forEach(({ id, box }, index) => {
    for (const near of nodesNearby.touching(box)) {
      const node = scene.nodes[near];
      if (node !== undefined && boxesOverlap(box, node.box))
        report('label-collision', `label of ${id} and node ${node.id}`);
    }
    for (const near of labelsNearby.touching(box)) {
      const other = labelled[near];
      if (other !== undefined && near > index && other.id !== id && boxesOverlap(box, other.box))
        report('label-collision', `labels of ${id} and ${other.id}`);
    }
    if (borders.some((border) => segmentHitsBox(border, box)))
      report('label-collision', `label of ${id} and a band's border`);
    for (const near of edgesNearby.touching(box)) {
      const other = scene.edges[near];
      if (other === undefined || other.id === id) continue;
      if (segmentsOf(other.points).some((stretch) => segmentHitsBox(stretch, grow(box, -1)))) {
        report('label-on-edge', `label of ${id} and connection ${other.id}`);
      }
    }
  });
  checkOwnership(scene.edges, report);
}

/** Where several connections leave by one stub, each label stands by the line of its own where they have parted. */
function checkOwnership(edges: readonly SceneEdge[], report: Report): void {
  const byStub = new Map<string, SceneEdge[]>();
  for (const edge of edges) {
    const [begin] = edge.points;
    if (begin === undefined) continue;
    const key = `${edge.from} ${begin.x} ${begin.y}`;
    byStub.set(key, [...(byStub.get(key) ?? []), edge]);
  }
  for (const branches of byStub.values()) {
    for (const edge of branches) {
      if (edge.label === undefined) continue;
      const middle = middleOf(edge.label.box);
      for (const other of branches) {
        if (other === edge) continue;
        if (away(middle, partedFrom(other, edge)) < away(middle, partedFrom(edge, other)))
          report('label-of-another', `label of ${edge.id} stands by ${other.id}`);
      }
    }
  }
}

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** The way of a connection from where it parts from another that begins at the same point. */
function partedFrom({ points }: SceneEdge, other: SceneEdge): Stretch[] {
  const [own, theirs] = [segmentsOf(points), segmentsOf(other.points)];
  for (const [k, { a, b }] of own.entries()) {
    const near = theirs[k];
    const shared = near === undefined ? undefined : overlapOf({ a, b }, near);
    if (near?.a.x !== a.x || near.a.y !== a.y || shared === undefined || alongFlow(shared) === 0) return own.slice(k);
    if (near.b.x === b.x && near.b.y === b.y) continue;
    const part = alongFlow({ a, b }) < alongFlow(near) ? b : near.b;
    return [{ a: part, b }, ...own.slice(k + 1)];
  }
  return [];
}

/** How far a point lies from the nearest of these stretches, px. */
function away({ x, y }: Point, stretches: readonly Stretch[]): number {
  const outside = (at: number, one: number, two: number): number =>
    Math.max(0, Math.min(one, two) - at, at - Math.max(one, two));
  return Math.min(...stretches.map(({ a, b }) => Math.hypot(outside(x, a.x, b.x), outside(y, a.y, b.y))));
}
