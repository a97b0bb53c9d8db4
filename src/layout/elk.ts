/**
 * A layout for views without lanes: ELK layered. The only file that knows elkjs, and it loads it on first use.
 *
 * Nodes are given in reading order and cycles are broken by that order, or ELK takes decisions for sources and the start ends
 * up mid-picture. Ports are fixed to side middles and diamond vertices, or edges would end in mid-air beside a diamond.
 * Unknown option names are ignored by ELK without a word: a test checks ours against the names it knows.
 */
import type { ELK, ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import type { Point, SceneEdge, SceneNode } from '../model/scene.js';
import type { View } from '../model/view.js';
import { asDrawn, buildGraph, type Graph, type GraphEdge } from './graph.js';
import type { PlacedGraph } from './frame.js';
import { drawLabel, measureLabel, type Label } from './label.js';
import { drawNode, measureShapes, outlineOf, type Shape } from './shapes.js';

type Side = 'NORTH' | 'EAST' | 'SOUTH' | 'WEST';

export function rootOptions(direction: 'right' | 'down'): Record<string, string> {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction === 'down' ? 'DOWN' : 'RIGHT',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
    'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
    'elk.layered.nodePlacement.favorStraightEdges': 'true',
    'elk.layered.feedbackEdges': 'true',
    'elk.separateConnectedComponents': 'false',
    'elk.spacing.nodeNode': '36',
    'elk.spacing.edgeNode': '22',
    'elk.spacing.edgeEdge': '14',
    'elk.layered.spacing.nodeNodeBetweenLayers': '40',
    'elk.layered.spacing.edgeNodeBetweenLayers': '22',
    'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
    'elk.padding': '[top=8,left=8,bottom=8,right=8]',
  };
}

export const nodeOptions = { 'elk.portConstraints': 'FIXED_POS' } as const;
export const besideOption = 'elk.nodeLabels.placement';
export const labelOptions = { 'elk.edgeLabels.placement': 'TAIL' } as const;

let engine: Promise<ELK> | undefined;

function load(): Promise<ELK> {
  engine ??= import('elkjs/lib/elk.bundled.js').then(({ default: module }) => new module.default());
  return engine;
}

/** Sides in the flow's own terms; `next` is where the flow goes. */
type FlowSide = 'before' | 'next' | 'low' | 'high';

const compass: Record<'right' | 'down', Record<FlowSide, Side>> = {
  down: { before: 'NORTH', next: 'SOUTH', low: 'WEST', high: 'EAST' },
  right: { before: 'WEST', next: 'EAST', low: 'NORTH', high: 'SOUTH' },
};

interface Plan {
  readonly out: readonly FlowSide[];
  readonly in: readonly FlowSide[];
}

/** By which side each connection leaves and enters: straight on, except for further branches, escalations and loops. */
function planSides(graph: Graph): Plan {
  const out: FlowSide[] = graph.edges.map(() => 'next');
  const entering: FlowSide[] = graph.edges.map(() => 'before');
  for (const { node, index } of graph.nodes) {
    const outline = outlineOf(node);
    const leaving = graph.out[index] ?? [];
    if (outline === 'bar' || leaving.length < 2) continue;
    const free: FlowSide[] = ['high', 'low'];
    let straight = false;
    for (const edge of leaving) {
      if (!straight && !edge.back && edge.edge.kind === 'next') {
        straight = true;
        continue;
      }
      const side = free.shift();
      if (side !== undefined) out[edge.index] = side;
    }
    if (!straight && leaving[0] !== undefined) out[leaving[0].index] = 'next';
  }
  return { out, in: entering };
}

interface Ports {
  readonly ports: ElkPort[];
  port(edge: GraphEdge, end: 'start' | 'goal'): string;
}

function makePorts(graph: Graph, node: number, shape: Shape, plan: Plan, direction: 'right' | 'down'): Ports {
  const down = direction === 'down';
  const spread = outlineOf(shape.node) === 'bar';
  const bySide = new Map<FlowSide, string[]>();
  const idOf = new Map<string, string>();
  const add = (side: FlowSide, edge: GraphEdge, end: 'start' | 'goal'): void => {
    // An escalation that comes in beside ordinary connections gets an arrowhead of its own, where the outline has room for it.
    const apart = end === 'goal' && edge.edge.kind === 'timeout' && shape.outline === 'box' ? '.timeout' : '';
    const id = spread ? `${node}.${side}.${edge.index}` : `${node}.${side}.${end}${apart}`;
    const list = bySide.get(side) ?? [];
    bySide.set(side, list);
    if (!list.includes(id)) list.push(id);
    idOf.set(`${edge.index}.${end}`, id);
  };
  for (const edge of graph.out[node] ?? []) add(plan.out[edge.index] ?? 'next', edge, 'start');
  for (const edge of graph.in[node] ?? []) add(plan.in[edge.index] ?? 'before', edge, 'goal');
  const ports: ElkPort[] = [];
  for (const [side, list] of bySide) {
    list.forEach((id, position) => {
      const aside = id.endsWith('.timeout') && list.length > 1 ? 16 : 0;
      const share = spread ? (position + 1) / (list.length + 1) : 0.5;
      const along = side === 'low' || side === 'high' ? !down : down;
      const x = along ? Math.round(shape.width * share) + aside : side === 'before' || side === 'low' ? 0 : shape.width;
      const y = along
        ? side === 'before' || side === 'low'
          ? 0
          : shape.height
        : Math.round(shape.height * share) + aside;
      ports.push({ id, x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': compass[direction][side] } });
    });
  }
  return { ports, port: (edge, end) => idOf.get(`${edge.index}.${end}`) ?? '' };
}

export async function layoutWithElk(view: View, direction: 'right' | 'down'): Promise<PlacedGraph> {
  const graph = buildGraph(view);
  const shapes = measureShapes(view.nodes, direction, (index) =>
    Math.max(graph.in[index]?.length ?? 0, graph.out[index]?.length ?? 0),
  );
  const labels = graph.edges.map((edge) => measureLabel(edge.edge));
  const plan = planSides(graph);
  const ports = shapes.map((shape, index) => makePorts(graph, index, shape, plan, direction));
  const elk = await load();
  const children = graph.order.flatMap((index): ElkNode[] => {
    const shape = shapes[index];
    if (shape === undefined) return [];
    const { width, height, beside } = shape;
    // The name of a bar stands outside it, and ELK must keep that room free.
    const named = beside && {
      labels: [{ id: `b${index}`, text: ' ', width: beside.width + 8, height: beside.height + 4 }],
    };
    const placement = `OUTSIDE ${direction === 'down' ? 'H_RIGHT V_CENTER' : 'V_BOTTOM H_CENTER'}`;
    const layoutOptions = { ...nodeOptions, ...(named && { [besideOption]: placement }) };
    return [{ id: `n${index}`, width, height, ...named, ports: ports[index]?.ports ?? [], layoutOptions }];
  });
  const edges = graph.edges.map((edge): ElkExtendedEdge => {
    const label = labels[edge.index];
    return {
      id: `e${edge.index}`,
      sources: [ports[edge.from]?.port(edge, 'start') ?? ''],
      targets: [ports[edge.to]?.port(edge, 'goal') ?? ''],
      ...(label === undefined
        ? {}
        : {
            labels: [
              {
                id: `l${edge.index}`,
                text: ' ',
                width: label.width + 6,
                height: label.height + 4,
                layoutOptions: { ...labelOptions },
              },
            ],
          }),
    };
  });
  const result: ElkNode = await elk.layout({ id: 'root', layoutOptions: rootOptions(direction), children, edges });
  const placed = new Map((result.children ?? []).map((child) => [child.id, child]));
  const routed = new Map((result.edges ?? []).map((edge) => [edge.id, edge]));
  const clocks = new Map<number, Point>();
  const sceneEdges = graph.edges.map((edge): SceneEdge => {
    const drawn = readEdge(edge, routed.get(`e${edge.index}`), labels[edge.index]);
    const begin = drawn.points[0];
    if (edge.edge.kind === 'timeout' && begin !== undefined) clocks.set(edge.from, begin);
    return drawn;
  });
  const nodes = shapes.map((shape, index): SceneNode => {
    const at = placed.get(`n${index}`);
    const centre = { x: Math.round((at?.x ?? 0) + shape.width / 2), y: Math.round((at?.y ?? 0) + shape.height / 2) };
    const clock = clocks.get(index);
    const node = drawNode(shape, centre, direction);
    return clock === undefined ? node : { ...node, clock };
  });
  return { nodes, edges: sceneEdges, width: Math.ceil(result.width ?? 0), height: Math.ceil(result.height ?? 0) };
}

function readEdge(edge: GraphEdge, routed: ElkExtendedEdge | undefined, label: Label | undefined): SceneEdge {
  const section = routed?.sections?.[0];
  const raw = section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
  const at = routed?.labels?.[0];
  return {
    ...asDrawn(edge),
    points: raw.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
    ...(label === undefined || at === undefined
      ? {}
      : { label: drawLabel(label, Math.round((at.x ?? 0) + 3), Math.round((at.y ?? 0) + 2), 'middle') }),
  };
}
