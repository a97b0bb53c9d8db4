/**
 * What stands around the graph: title block, lane and phase headers, legend. Turns a placed graph into a Scene.
 *
 * Separate from placing, because it is the same for every layout.
 */
import type { Box, Point, Scene, SceneBand, SceneEdge, SceneNode, TextRun } from '../model/scene.js';
import type { View } from '../model/view.js';
import { makeBands, type Headers, type PhaseColumn } from './bands.js';
import { makeHeading, makeLegend, margin } from './heading.js';

/** A graph with coordinates of its own, from (0, 0). Borders: of lanes across the flow and of phases along it. */
export interface PlacedGraph {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly width: number;
  readonly height: number;
  readonly laneBorders?: readonly number[];
  readonly phaseBorders?: readonly number[];
  /** Instead of `phaseBorders`, where phases stand in columns. */
  readonly phaseColumns?: readonly PhaseColumn[];
}

const shiftPoint = (point: Point, by: Point): Point => ({ x: point.x + by.x, y: point.y + by.y });
const shiftBox = (box: Box, by: Point): Box => ({ ...box, x: box.x + by.x, y: box.y + by.y });
const shiftRun = (run: TextRun, by: Point): TextRun => ({ ...run, x: run.x + by.x, y: run.y + by.y });
const shiftRuns = (runs: readonly TextRun[], by: Point): TextRun[] => runs.map((run) => shiftRun(run, by));

function shiftNode(node: SceneNode, by: Point): SceneNode {
  return {
    ...node,
    box: shiftBox(node.box, by),
    runs: shiftRuns(node.runs, by),
    badges: node.badges.map((badge) => ({ ...badge, box: shiftBox(badge.box, by), runs: shiftRuns(badge.runs, by) })),
    ...(node.compartment === undefined ? {} : { compartment: shiftBox(node.compartment, by) }),
    ...(node.clock === undefined ? {} : { clock: shiftPoint(node.clock, by) }),
    ...(node.sign === undefined ? {} : { sign: shiftPoint(node.sign, by) }),
    ...(node.alert === undefined
      ? {}
      : { alert: { box: shiftBox(node.alert.box, by), run: shiftRun(node.alert.run, by) } }),
  };
}

function shiftEdge(edge: SceneEdge, by: Point): SceneEdge {
  const { label } = edge;
  return {
    ...edge,
    points: edge.points.map((point) => shiftPoint(point, by)),
    ...(edge.own === undefined ? {} : { own: edge.own.map((point) => shiftPoint(point, by)) }),
    ...(edge.sign === undefined ? {} : { sign: { ...edge.sign, ...shiftPoint(edge.sign, by) } }),
    ...(label === undefined
      ? {}
      : {
          label: {
            ...label,
            box: shiftBox(label.box, by),
            runs: shiftRuns(label.runs, by),
            ...(label.marks && { marks: label.marks.map((mark) => ({ ...mark, box: shiftBox(mark.box, by) })) }),
          },
        }),
  };
}

/** What stands in the frame, moved: nodes, connections and bands. Title and legend stay. */
export function shiftGraph(scene: Scene, by: Point): Scene {
  return {
    ...scene,
    frames: scene.frames.map((box) => shiftBox(box, by)),
    bands: scene.bands.map((band) => ({
      ...band,
      box: shiftBox(band.box, by),
      header: shiftBox(band.header, by),
      runs: shiftRuns(band.runs, by),
    })),
    nodes: scene.nodes.map((node) => shiftNode(node, by)),
    edges: scene.edges.map((edge) => shiftEdge(edge, by)),
  };
}

export function composeScene(view: View, direction: 'right' | 'down', graph: PlacedGraph, headers: Headers): Scene {
  const down = direction === 'down';
  const depth = headers.groupDepth + headers.laneDepth;
  const inset: Point = down ? { x: headers.phaseDepth, y: depth } : { x: depth, y: headers.phaseDepth };
  const inner = { width: inset.x + graph.width, height: inset.y + graph.height };
  const heading = makeHeading(view, Math.max(inner.width, 420));
  const origin: Point = { x: margin, y: heading.height };
  const contentWidth = Math.max(inner.width, Math.ceil(heading.width), Math.min(420, inner.width + 200));
  const legend = makeLegend(view, margin, origin.y + inner.height + 18, contentWidth);
  const by = shiftPoint(origin, inset);
  const bands = makeBands(view, graph, headers, down, origin);
  return {
    view: view.id,
    processId: view.processId,
    language: view.language,
    direction,
    width: Math.ceil(contentWidth + 2 * margin),
    height: Math.ceil(origin.y + inner.height + (legend.height === 0 ? 0 : legend.height + 18) + margin),
    title: view.title,
    description: view.description,
    ...(view.author !== undefined && { author: view.author }),
    heading: heading.runs,
    ...(heading.status === undefined ? {} : { status: heading.status }),
    frames: bands.length === 0 ? [] : graph.phaseColumns ? aroundColumns(bands, down) : [{ ...origin, ...inner }],
    bands,
    nodes: graph.nodes.map((node) => shiftNode(node, by)),
    edges: graph.edges.map((edge) => shiftEdge(edge, by)),
    legend: legend.items,
  };
}

/** Around the bands of each column: those that begin at one place across the flow. */
function aroundColumns(bands: readonly SceneBand[], down: boolean): readonly Box[] {
  const frames = new Map<number, Box>();
  for (const { box } of bands) {
    const at = down ? box.x : box.y;
    const { x, y } = frames.get(at) ?? box;
    frames.set(at, { x, y, width: box.x + box.width - x, height: box.y + box.height - y });
  }
  return [...frames.values()];
}
