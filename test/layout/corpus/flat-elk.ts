/**
 * The same views by ELK layered alone, without our grid: what pictures without lanes must not fall behind in crossings.
 *
 * ELK gets what suits it best: nodes of the sizes that we draw, met wherever it likes, labels left out, and of several settings
 * the one with the fewest crossings for each graph. Crossings are counted by the same rule as ours.
 */
import elkModule, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { countCrossings } from '../../../src/layout/crossings.js';
import { buildGraph } from '../../../src/layout/graph.js';
import { measureShapes } from '../../../src/layout/shapes.js';
import type { SceneEdge } from '../../../src/model/scene.js';
import type { View } from '../../../src/model/view.js';
import type { Direction } from './figures.js';
import { draw, subjects, type Subject } from './pictures.js';

/** Sets of pictures without lanes. */
export const flatSets = ['plain miwg', 'plain bpmn-auto-layout', 'examples flow'] as const;

/** What `flat-elk.json` holds by set: of the pictures that ELK draws with crossings, with how many. */
export type FlatBaseline = Readonly<Record<string, Readonly<Record<string, FlatCrossings>>>>;

export interface FlatCrossings {
  readonly down: number;
  readonly right: number;
}

export const inFlatSet = (set: string): readonly Subject[] => subjects.filter((subject) => subject.set === set);

export async function measureFlat(set: string): Promise<Readonly<Record<string, FlatCrossings>>> {
  const found: Record<string, FlatCrossings> = {};
  for (const { id, view } of inFlatSet(set)) {
    const [down, right] = [await flatCrossings(view, 'down'), await flatCrossings(view, 'right')];
    if (down + right > 0) found[id] = { down, right };
  }
  return found;
}

/** Of all pictures of a set, ours and ELK's; in `auto` in the direction that ours take. */
export async function besideFlat(
  set: string,
  crossings: Readonly<Record<string, FlatCrossings>>,
  direction: Direction,
): Promise<{ readonly ours: number; readonly flat: number }> {
  let [ours, flat] = [0, 0];
  for (const subject of inFlatSet(set)) {
    const scene = (await draw(subject))[direction];
    ours += countCrossings(scene.edges);
    flat += crossings[subject.id]?.[scene.direction] ?? 0;
  }
  return { ours, flat };
}

const common = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  // The default takes decisions for sources, and the start ends up mid-picture.
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.thoroughness': '30',
};

/** What was found best on graphs of processes, each with what the other leaves out. */
export const settings: readonly Readonly<Record<string, string>>[] = [
  { ...common, 'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES' },
  { ...common, 'elk.layered.considerModelOrder.strategy': 'NONE' },
  {
    ...common,
    'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
    'elk.layered.feedbackEdges': 'true',
  },
];

const elk = new elkModule.default();

/** The fewest crossings that ELK draws the view with. */
export async function flatCrossings(view: View, direction: 'down' | 'right'): Promise<number> {
  let fewest = Infinity;
  for (const options of settings) {
    if (fewest === 0) break;
    fewest = Math.min(fewest, countCrossings(await drawn(view, direction, options)));
  }
  return fewest;
}

async function drawn(
  view: View,
  direction: 'down' | 'right',
  options: Readonly<Record<string, string>>,
): Promise<SceneEdge[]> {
  const graph = buildGraph(view);
  const shapes = measureShapes(view.nodes, direction, (index) =>
    Math.max(graph.in[index]?.length ?? 0, graph.out[index]?.length ?? 0),
  );
  const result: ElkNode = await elk.layout({
    id: 'root',
    layoutOptions: { ...options, 'elk.direction': direction.toUpperCase() },
    children: graph.order.map((index) => ({
      id: `n${index}`,
      width: shapes[index]?.width ?? 0,
      height: shapes[index]?.height ?? 0,
    })),
    edges: graph.edges.map(({ index, from, to }) => ({ id: `e${index}`, sources: [`n${from}`], targets: [`n${to}`] })),
  });
  const sectionsOf = new Map((result.edges ?? []).map(({ id, sections = [] }) => [id, sections]));
  return graph.edges.map(({ edge, back, index }) => {
    const sections = sectionsOf.get(`e${index}`) ?? [];
    if (sections.length === 0) throw new Error(`ELK drew no line for ${edge.id}`);
    const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [
      startPoint,
      ...bendPoints,
      endPoint,
    ]);
    const { id, from, to, kind, main, otherwise } = edge;
    return { id, from, to, kind, main, otherwise, back, points };
  });
}
