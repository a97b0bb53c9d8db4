/** Labels collide with nothing. */
import type { Scene } from '../../model/scene.js';
import { boxesOverlap, grow, segmentHitsBox, segmentsOf, type Stretch } from '../measures.js';
import type { Report } from './rule.js';

export function checkLabels(scene: Scene, report: Report): void {
  const labelled = scene.edges.flatMap((edge) => (edge.label === undefined ? [] : [{ edge, box: edge.label.box }]));
  const borders = scene.bands.flatMap(({ box }): Stretch[] => {
    const [l, t, r, b] = [box.x, box.y, box.x + box.width, box.y + box.height];
    return [
      { a: { x: l, y: t }, b: { x: r, y: t } },
      { a: { x: l, y: b }, b: { x: r, y: b } },
      { a: { x: l, y: t }, b: { x: l, y: b } },
      { a: { x: r, y: t }, b: { x: r, y: b } },
    ];
  });
  labelled.forEach(({ edge, box }, index) => {
    for (const node of scene.nodes) {
      if (boxesOverlap(box, node.box)) report('label-collision', `label of ${edge.id} and node ${node.id}`);
    }
    for (const other of labelled.slice(index + 1)) {
      if (boxesOverlap(box, other.box)) report('label-collision', `labels of ${edge.id} and ${other.edge.id}`);
    }
    if (borders.some((border) => segmentHitsBox(border, box)))
      report('label-collision', `label of ${edge.id} and a band's border`);
    for (const other of scene.edges) {
      if (other === edge) continue;
      if (segmentsOf(other.points).some((stretch) => segmentHitsBox(stretch, grow(box, -1)))) {
        report('label-on-edge', `label of ${edge.id} and connection ${other.id}`);
      }
    }
  });
}
