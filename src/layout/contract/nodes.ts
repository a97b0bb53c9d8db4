/** Nodes lie apart, inside the picture, and hold their text; no clock covers it. */
import type { Box, Point, Scene, SceneNode, TextRun } from '../../model/scene.js';
import { boxesOverlap, boxOfRun, grow, inside } from '../measures.js';
import { Nearby } from '../nearby.js';
import type { Report } from './rule.js';

export function checkNodes(scene: Scene, report: Report): void {
  const picture: Box = { x: 0, y: 0, width: scene.width, height: scene.height };
  const nearby = new Nearby(scene.nodes.map(({ box }) => box));
  scene.nodes.forEach((node, index) => {
    for (const near of nearby.touching(grow(node.box, 3))) {
      const other = scene.nodes[near];
      if (other !== undefined && near > index && boxesOverlap(grow(node.box, 3), other.box))
        report('node-overlap', `${node.id} and ${other.id}`);
    }
    if (!inside(node.box, picture)) report('outside-picture', node.id);
    if (node.type === 'fork' || node.type === 'join') return;
    for (const run of textOf(node)) {
      if (!insideOutline(boxOfRun(run), node)) report('text-outside-shape', `"${run.text}" of ${node.id}`);
      if (node.clock !== undefined && distanceTo(boxOfRun(run), node.clock) < clockRadius)
        report('clock-on-text', `"${run.text}" of ${node.id}`);
    }
  });
}

/** As it is drawn, px. */
const clockRadius = 8;

const textOf = ({ runs, badges }: SceneNode): TextRun[] => [...runs, ...badges.flatMap((badge) => badge.runs)];

/** How far a point lies from a box, px; 0 inside. */
const distanceTo = (box: Box, { x, y }: Point): number =>
  Math.hypot(Math.max(0, box.x - x, x - box.x - box.width), Math.max(0, box.y - y, y - box.y - box.height));

function insideOutline(box: Box, node: SceneNode): boolean {
  if (node.type !== 'decision') return inside(box, node.box);
  const cx = node.box.x + node.box.width / 2;
  const cy = node.box.y + node.box.height / 2;
  return [box.x, box.x + box.width].every((x) =>
    [box.y, box.y + box.height].every(
      (y) => Math.abs(x - cx) / (node.box.width / 2) + Math.abs(y - cy) / (node.box.height / 2) <= 1.03,
    ),
  );
}
