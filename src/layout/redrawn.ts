/**
 * The same places with other texts: one side of a difference in the room that was kept for both.
 *
 * Invariant: a node that was measured with this text as one of its variants holds it; so do labels.
 */
import type { Scene, SceneEdge, SceneNode } from '../model/scene.js';
import type { ViewNode } from '../model/view.js';
import { headerRuns } from './bands.js';
import { drawNode } from './draw-node.js';
import { drawLabel, measureLabel } from './label.js';
import { measureShapes } from './shapes.js';

export interface Redrawing {
  /** By the ids of the scene; what is not named stays as it is. */
  readonly nodes: ReadonlyMap<string, ViewNode>;
  /** Labels of connections; empty for none. */
  readonly labels: ReadonlyMap<string, string>;
  /** Names of bands by `lane id`, `phase id`, `group id`; empty for none. */
  readonly bands: ReadonlyMap<string, string>;
}

export function redrawn(scene: Scene, { nodes, labels, bands }: Redrawing): Scene {
  return {
    ...scene,
    nodes: scene.nodes.map((node) => {
      const other = nodes.get(node.id);
      return other === undefined ? node : retold(node, other, scene.direction);
    }),
    edges: scene.edges.map((edge) => {
      const label = labels.get(edge.id);
      return label === undefined ? edge : relabelled(edge, label);
    }),
    bands: scene.bands.map((band) => {
      const name = bands.get(`${band.kind} ${band.id}`);
      return name === undefined ? band : { ...band, runs: headerRuns(band, name), full: name };
    }),
  };
}

function retold(node: SceneNode, other: ViewNode, direction: Scene['direction']): SceneNode {
  const { x, y, width, height } = node.box;
  const [shape] = measureShapes([{ ...other, id: node.id }], direction, () => 1);
  if (shape === undefined) return node;
  const drawn = drawNode({ ...shape, width, height }, { x: x + width / 2, y: y + height / 2 }, direction);
  const { lane, phase, clock, sign, alert } = node;
  return {
    ...drawn,
    ...(lane !== undefined && { lane }),
    ...(phase !== undefined && { phase }),
    ...(clock && { clock }),
    ...(sign && { sign }),
    ...(alert && { alert }),
  };
}

function relabelled(edge: SceneEdge, text: string): SceneEdge {
  const { label, ...rest } = edge;
  const measured = measureLabel({ label: text });
  if (label === undefined || measured === undefined) return rest;
  const align = label.runs[0]?.anchor ?? 'start';
  const { x, y, width } = label.box;
  const left = align === 'end' ? x + width - measured.width : align === 'middle' ? x + (width - measured.width) / 2 : x;
  return { ...edge, label: drawLabel(measured, left, y, align) };
}
