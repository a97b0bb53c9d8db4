/**
 * What stands around the graph: title block, lane and phase headers, legend. Turns a placed graph into a Scene.
 *
 * Separate from placing, because it is the same for every layout, and because headers set least sizes for the bands that
 * placing must know before it starts.
 */
import { measure } from '../base/text/measure.js';
import { wrap } from '../base/text/wrap.js';
import type {
  Box,
  FontWeight,
  Point,
  Scene,
  SceneBand,
  SceneEdge,
  SceneLegendItem,
  SceneNode,
  TextRole,
  TextRun,
} from '../model/scene.js';
import type { View } from '../model/view.js';

const margin = 24;
const headerSize = 14;
const headerLine = 20;
const groupRow = 28;

/** A graph with coordinates of its own, from (0, 0). Borders: of lanes across the flow and of phases along it. */
export interface PlacedGraph {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly width: number;
  readonly height: number;
  readonly laneBorders?: readonly number[];
  readonly phaseBorders?: readonly number[];
}

interface HeaderText {
  readonly lines: readonly string[];
  readonly width: number;
}

interface Headers {
  readonly lanes: readonly HeaderText[];
  readonly phases: readonly HeaderText[];
  /** Depth of the header cells: across the top for lanes in a downward view, along the left for phases, and vice versa. */
  readonly laneDepth: number;
  readonly phaseDepth: number;
  readonly groupDepth: number;
  readonly minimum: { readonly lane: readonly number[]; readonly phase: readonly number[] };
}

function header(text: string, maxWidth: number, weight: FontWeight = 700): HeaderText {
  return wrap(text, { size: headerSize, weight, maxWidth, maxLines: 3 });
}

export function measureHeaders(view: View, direction: 'right' | 'down'): Headers {
  const down = direction === 'down';
  const lanes = view.lanes.map((lane) => header(lane.name, down ? 150 : 104));
  const phases = view.phases.map((phase) => header(phase.name, down ? 72 : 180));
  const widest = (list: readonly HeaderText[]): number => list.reduce((width, text) => Math.max(width, text.width), 0);
  const tallest = (list: readonly HeaderText[]): number =>
    list.reduce((height, text) => Math.max(height, text.lines.length * headerLine), 0);
  const grouped = view.lanes.some((lane) => lane.group !== undefined);
  const groupWidth = Math.ceil(
    view.lanes.reduce((width, lane) => Math.max(width, lane.group === undefined ? 0 : header(lane.group.name, 76).width), 0),
  );
  const across = (text: HeaderText): number => Math.ceil(text.width) + 28;
  const along = (text: HeaderText): number => text.lines.length * headerLine + 20;
  return {
    lanes,
    phases,
    laneDepth: lanes.length === 0 ? 0 : down ? tallest(lanes) + 18 : Math.ceil(widest(lanes)) + 28,
    phaseDepth: phases.length === 0 ? 0 : down ? Math.ceil(widest(phases)) + 24 : tallest(phases) + 14,
    groupDepth: grouped ? (down ? groupRow : groupWidth + 20) : 0,
    minimum: { lane: lanes.map(down ? across : along), phase: phases.map(down ? along : across) },
  };
}

function centred(lines: readonly string[], box: Box, role: TextRole, size: number, weight: FontWeight, lineHeight: number): TextRun[] {
  const top = box.y + (box.height - lines.length * lineHeight) / 2;
  return lines.map((text, line) => ({
    text,
    x: box.x + box.width / 2,
    y: Math.round(top + line * lineHeight + lineHeight / 2 + size * 0.36),
    anchor: 'middle',
    size,
    weight,
    width: measure(text, size, weight),
    role,
  }));
}

/** A box given in flow terms, in picture terms. */
function oriented(down: boolean, u: number, v: number, du: number, dv: number): Box {
  return down ? { x: u, y: v, width: du, height: dv } : { x: v, y: u, width: dv, height: du };
}

function makeBands(view: View, graph: PlacedGraph, headers: Headers, down: boolean, origin: Point): SceneBand[] {
  const { laneBorders = [], phaseBorders = [] } = graph;
  const [u0, v0] = down ? [origin.x, origin.y] : [origin.y, origin.x];
  const headDepth = headers.groupDepth + headers.laneDepth;
  const vEnd = v0 + headDepth + (phaseBorders.at(-1) ?? (down ? graph.height : graph.width));
  const uEnd = u0 + headers.phaseDepth + (laneBorders.at(-1) ?? (down ? graph.width : graph.height));
  const laneU = (border: number): number => u0 + headers.phaseDepth + border;
  const bands: SceneBand[] = [];
  for (let first = 0; first < view.lanes.length; ) {
    const group = view.lanes[first]?.group;
    let end = first + 1;
    while (group !== undefined && view.lanes[end]?.group?.id === group.id) end++;
    if (group !== undefined) {
      const u = laneU(laneBorders[first] ?? 0);
      const du = laneU(laneBorders[end] ?? 0) - u;
      const cell = oriented(down, u, v0, du, headers.groupDepth);
      const lines = wrap(group.name, { size: 12, weight: 700, maxWidth: cell.width - 12, maxLines: down ? 1 : 4 }).lines;
      const hue = view.lanes[first]?.hue;
      bands.push({
        id: group.id,
        kind: 'group',
        ...(hue === undefined ? {} : { hue }),
        box: oriented(down, u, v0, du, vEnd - v0),
        header: cell,
        runs: centred(lines, cell, 'group', 12, 700, 17),
        full: group.name,
      });
    }
    first = end;
  }
  view.lanes.forEach((lane, index) => {
    const u = laneU(laneBorders[index] ?? 0);
    const du = laneU(laneBorders[index + 1] ?? 0) - u;
    const top = lane.group === undefined ? v0 : v0 + headers.groupDepth;
    const cell = oriented(down, u, top, du, v0 + headDepth - top);
    bands.push({
      id: lane.id,
      kind: 'lane',
      hue: lane.hue,
      external: lane.external,
      box: oriented(down, u, top, du, vEnd - top),
      header: cell,
      runs: centred(headers.lanes[index]?.lines ?? [], cell, 'lane', headerSize, 700, headerLine),
      full: lane.name,
    });
  });
  view.phases.forEach((phase, index) => {
    const v = v0 + headDepth + (phaseBorders[index] ?? 0);
    const dv = v0 + headDepth + (phaseBorders[index + 1] ?? 0) - v;
    const cell = oriented(down, u0, v, headers.phaseDepth, dv);
    bands.push({
      id: phase.id,
      kind: 'phase',
      box: oriented(down, u0, v, uEnd - u0, dv),
      header: cell,
      runs: centred(headers.phases[index]?.lines ?? [], cell, 'phase', headerSize, 700, headerLine),
      full: phase.name,
    });
  });
  return bands;
}

/** Rows of swatches with their words, as wide as the picture allows. */
function makeLegend(view: View, left: number, top: number, width: number): { items: SceneLegendItem[]; height: number } {
  const items: SceneLegendItem[] = [];
  let x = left;
  let y = top;
  for (const entry of view.legend) {
    const text = wrap(entry.text, { size: 11, weight: 400, maxWidth: 180, maxLines: 1 }).lines[0] ?? '';
    const textWidth = measure(text, 11, 400);
    if (x > left && x + 32 + textWidth > left + width) {
      x = left;
      y += 24;
    }
    items.push({
      entry,
      swatch: { x, y, width: 26, height: 16 },
      run: { text, x: x + 32, y: y + 12, anchor: 'start', size: 11, weight: 400, width: textWidth, role: 'legend' },
    });
    x += 32 + Math.ceil(textWidth) + 20;
  }
  return { items, height: items.length === 0 ? 0 : y + 16 - top };
}

function makeHeading(view: View, width: number): { runs: TextRun[]; height: number } {
  const runs: TextRun[] = [];
  let y = margin;
  for (const text of wrap(view.title, { size: 20, weight: 700, maxWidth: width, maxLines: 3 }).lines) {
    if (text === '') continue;
    runs.push({ text, x: margin, y: y + 20, anchor: 'start', size: 20, weight: 700, width: measure(text, 20, 700), role: 'title' });
    y += 28;
  }
  for (const text of wrap(view.subtitle, { size: 12, weight: 400, maxWidth: width, maxLines: 2 }).lines) {
    if (text === '') continue;
    runs.push({ text, x: margin, y: y + 13, anchor: 'start', size: 12, weight: 400, width: measure(text, 12, 400), role: 'subtitle' });
    y += 19;
  }
  return { runs, height: runs.length === 0 ? margin : y + 14 };
}

const shiftPoint = (point: Point, by: Point): Point => ({ x: point.x + by.x, y: point.y + by.y });
const shiftBox = (box: Box, by: Point): Box => ({ ...box, x: box.x + by.x, y: box.y + by.y });
const shiftRuns = (runs: readonly TextRun[], by: Point): TextRun[] =>
  runs.map((run) => ({ ...run, x: run.x + by.x, y: run.y + by.y }));

function shiftNode(node: SceneNode, by: Point): SceneNode {
  return {
    ...node,
    box: shiftBox(node.box, by),
    runs: shiftRuns(node.runs, by),
    badges: node.badges.map((badge) => ({ ...badge, box: shiftBox(badge.box, by), runs: shiftRuns(badge.runs, by) })),
    ...(node.clock === undefined ? {} : { clock: shiftPoint(node.clock, by) }),
  };
}

function shiftEdge(edge: SceneEdge, by: Point): SceneEdge {
  const { label } = edge;
  return {
    ...edge,
    points: edge.points.map((point) => shiftPoint(point, by)),
    ...(label === undefined ? {} : { label: { ...label, box: shiftBox(label.box, by), runs: shiftRuns(label.runs, by) } }),
  };
}

export function composeScene(view: View, direction: 'right' | 'down', graph: PlacedGraph, headers: Headers): Scene {
  const down = direction === 'down';
  const depth = headers.groupDepth + headers.laneDepth;
  const inset: Point = down ? { x: headers.phaseDepth, y: depth } : { x: depth, y: headers.phaseDepth };
  const inner = { width: inset.x + graph.width, height: inset.y + graph.height };
  const heading = makeHeading(view, Math.max(inner.width, 420));
  const origin: Point = { x: margin, y: heading.height };
  const textWidth = heading.runs.reduce((width, run) => Math.max(width, run.width), 0);
  const contentWidth = Math.max(inner.width, Math.ceil(textWidth), Math.min(420, inner.width + 200));
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
    heading: heading.runs,
    ...(bands.length === 0 ? {} : { frame: { ...origin, ...inner } }),
    bands,
    nodes: graph.nodes.map((node) => shiftNode(node, by)),
    edges: graph.edges.map((edge) => shiftEdge(edge, by)),
    legend: legend.items,
  };
}
