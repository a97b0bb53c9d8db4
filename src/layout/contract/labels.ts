/** Labels collide with nothing. */
import type { Scene } from '../../model/scene.js';
import { boundsOf, boxesOverlap, boxOfRun, grow, segmentHitsBox, segmentsOf, type Stretch } from '../measures.js';
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
}
