/**
 * An order with few crossings for large views without lanes, by ELK layered. The only file that knows elkjs, and it loads it on
 * first use.
 *
 * Only the order is taken: with its ports fixed to side middles and vertices, as our pictures need them, ELK itself draws more
 * crossings than the grid does, and without them its connections end in mid-air beside diamonds.
 *
 * Nodes are given in reading order and cycles are broken by that order, or ELK takes decisions for sources and the start ends
 * up mid-picture. Unknown option names are ignored by ELK without a word: a test checks ours against the names it knows.
 */
import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Point } from '../model/scene.js';
import type { Graph } from './graph.js';

/** Of the placements ELK has, this one makes the most straight ways and the clearest columns. */
export const orderOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.spacing.nodeNode': '40',
} as const;

let engine: Promise<ELK> | undefined;

function load(): Promise<ELK> {
  engine ??= import('elkjs/lib/elk.bundled.js').then(({ default: module }) => new module.default());
  return engine;
}

/** Corners of the nodes as ELK places them if all are of one size and can be met anywhere. */
export async function orderWithElk(graph: Graph): Promise<Point[]> {
  const elk = await load();
  const result: ElkNode = await elk.layout({
    id: 'root',
    layoutOptions: { ...orderOptions },
    children: graph.order.map((index) => ({ id: `n${index}`, width: 100, height: 40 })),
    edges: graph.edges.map(({ index, from, to }) => ({ id: `e${index}`, sources: [`n${from}`], targets: [`n${to}`] })),
  });
  const placed = new Map((result.children ?? []).map((child) => [child.id, child]));
  return graph.nodes.map(({ index }) => {
    const at = placed.get(`n${index}`);
    return { x: Math.round(at?.x ?? 0), y: Math.round(at?.y ?? 0) };
  });
}
