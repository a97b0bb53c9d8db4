/**
 * The contract of a diagram, measured on a Scene.
 *
 * Hard rules must have no violation: they make a picture wrong (something hidden, ambiguous, in the wrong lane). Soft figures
 * make it better or worse and decide between candidate layouts. The layout asks the same report as the tests, so the two
 * cannot disagree about what is good.
 */
import type { Box, Point, Scene, SceneEdge, SceneNode } from '../model/scene.js';
import { alongFlow, boxesOverlap, crossingsBetween, grow, isStraight, overlapOf, segmentHitsBox, segmentsOf, type Stretch } from './measures.js';

export const hardRules = [
  'node-overlap',
  'edge-through-node',
  'label-collision',
  'label-on-edge',
  'text-outside-shape',
  'wrong-docking',
  'shared-stretch',
  'out-of-lane',
  'out-of-phase',
  'band-order',
  'outside-picture',
] as const;
export type HardRule = (typeof hardRules)[number];

export interface Violation {
  readonly rule: HardRule;
  /** What is wrong, naming the elements by id. */
  readonly what: string;
}

export interface Quality {
  readonly violations: readonly Violation[];
  readonly crossings: number;
  readonly bends: number;
  /** Total length of connections, px. */
  readonly length: number;
  /** Connections between lanes that run as one straight line. */
  readonly levelHandoffs: number;
  readonly handoffs: number;
  /** Main-branch connections that run as one straight line, and all of them. */
  readonly straightMain: number;
  readonly main: number;
  /** Width divided by height. */
  readonly aspect: number;
  /** px². */
  readonly area: number;
}

export function quality(scene: Scene): Quality {
  const violations: Violation[] = [];
  const report = (rule: HardRule, what: string): void => void violations.push({ rule, what });
  checkNodes(scene, report);
  checkEdges(scene, report);
  checkLabels(scene, report);
  checkBands(scene, report);
  const lane = new Map(scene.nodes.map((node) => [node.id, node.lane]));
  const handoffs = scene.edges.filter((edge) => !edge.back && lane.get(edge.from) !== lane.get(edge.to));
  const main = scene.edges.filter((edge) => edge.main && !edge.back);
  return {
    violations,
    crossings: countCrossings(scene.edges),
    bends: scene.edges.reduce((sum, edge) => sum + edge.points.length - 2, 0),
    length: Math.round(scene.edges.reduce((sum, edge) => sum + segmentsOf(edge.points).reduce((l, s) => l + alongFlow(s), 0), 0)),
    levelHandoffs: handoffs.filter((edge) => isStraight(edge.points)).length,
    handoffs: handoffs.length,
    straightMain: main.filter((edge) => isStraight(edge.points)).length,
    main: main.length,
    aspect: scene.width / scene.height,
    area: Math.round(scene.width * scene.height),
  };
}

type Report = (rule: HardRule, what: string) => void;

function checkNodes(scene: Scene, report: Report): void {
  const picture: Box = { x: 0, y: 0, width: scene.width, height: scene.height };
  scene.nodes.forEach((node, index) => {
    for (const other of scene.nodes.slice(index + 1)) {
      if (boxesOverlap(grow(node.box, 3), other.box)) report('node-overlap', `${node.id} and ${other.id}`);
    }
    if (!inside(node.box, picture)) report('outside-picture', node.id);
    if (node.type === 'fork' || node.type === 'join') return;
    for (const run of [...node.runs, ...node.badges.flatMap((badge) => badge.runs)]) {
      const x = run.anchor === 'middle' ? run.x - run.width / 2 : run.anchor === 'end' ? run.x - run.width : run.x;
      const box = { x, y: run.y - 0.78 * run.size, width: run.width, height: 0.96 * run.size };
      if (!insideOutline(box, node)) report('text-outside-shape', `"${run.text}" of ${node.id}`);
    }
  });
}

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - 0.01 &&
    inner.y >= outer.y - 0.01 &&
    inner.x + inner.width <= outer.x + outer.width + 0.01 &&
    inner.y + inner.height <= outer.y + outer.height + 0.01
  );
}

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

/** Whether a connection's end meets the outline, at a right angle, from outside; diamonds at a vertex, bars on a long side. */
function docks(end: Point, before: Point, node: SceneNode): boolean {
  const { x, y, width, height } = node.box;
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.6;
  const onX = end.x >= x - 0.6 && end.x <= x + width + 0.6;
  const onY = end.y >= y - 0.6 && end.y <= y + height + 0.6;
  const top = near(end.y, y) && onX && near(before.x, end.x) && before.y < end.y;
  const bottom = near(end.y, y + height) && onX && near(before.x, end.x) && before.y > end.y;
  const leftSide = near(end.x, x) && onY && near(before.y, end.y) && before.x < end.x;
  const rightSide = near(end.x, x + width) && onY && near(before.y, end.y) && before.x > end.x;
  if (node.type === 'decision') {
    return ((top || bottom) && near(end.x, x + width / 2)) || ((leftSide || rightSide) && near(end.y, y + height / 2));
  }
  if (node.type === 'fork' || node.type === 'join') return width > height ? top || bottom : leftSide || rightSide;
  if (node.type === 'start' || node.type === 'end') {
    if (leftSide || rightSide) return near(end.y, y + height / 2);
    return (top || bottom) && end.x >= x + height / 2 - 0.6 && end.x <= x + width - height / 2 + 0.6;
  }
  return top || bottom || leftSide || rightSide;
}

const arrowLength = 10;

function checkEdges(scene: Scene, report: Report): void {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]));
  const stretches = scene.edges.map((edge) => segmentsOf(edge.points));
  const picture: Box = { x: 0, y: 0, width: scene.width, height: scene.height };
  scene.edges.forEach((edge, index) => {
    const own = stretches[index] ?? [];
    const [first, second] = edge.points;
    const last = edge.points.at(-1);
    const previous = edge.points.at(-2);
    const from = nodes.get(edge.from);
    const to = nodes.get(edge.to);
    if (!first || !second || !last || !previous || !from || !to) return report('wrong-docking', `${edge.id} has no ends`);
    if (!docks(first, second, from)) report('wrong-docking', `${edge.id} at ${from.id}`);
    if (!docks(last, previous, to)) report('wrong-docking', `${edge.id} at ${to.id}`);
    if (Math.abs(last.x - previous.x) + Math.abs(last.y - previous.y) < arrowLength) {
      report('wrong-docking', `${edge.id} has no room for its arrowhead`);
    }
    for (const { a, b } of own) {
      if (a.x !== b.x && a.y !== b.y) report('wrong-docking', `${edge.id} runs askew`);
      if (!inside({ x: a.x, y: a.y, width: 0, height: 0 }, picture)) report('outside-picture', edge.id);
    }
    for (const node of scene.nodes) {
      if (own.some((stretch) => segmentHitsBox(stretch, grow(node.box, -1)))) report('edge-through-node', `${edge.id} and ${node.id}`);
    }
    for (let k = index + 1; k < scene.edges.length; k++) {
      const other = scene.edges[k];
      if (other === undefined) continue;
      const common = commonStretches(edge, other);
      for (const stretch of own) {
        for (const theirs of stretches[k] ?? []) {
          const shared = overlapOf(stretch, theirs);
          if (shared === undefined || alongFlow(shared) < 2) continue;
          if (!common.some((allowed) => covers(allowed, shared))) report('shared-stretch', `${edge.id} and ${other.id}`);
        }
      }
    }
  });
}

/** What two connections may share: the way to a common end, or the way from a common beginning. */
function commonStretches(a: SceneEdge, b: SceneEdge): Stretch[] {
  const found: Stretch[] = [];
  const walk = (one: readonly Point[], two: readonly Point[]): void => {
    let at = one[0];
    if (at === undefined || two[0]?.x !== at.x || two[0].y !== at.y) return;
    for (let k = 1; k < one.length && k < two.length; k++) {
      const p = one[k];
      const q = two[k];
      if (p === undefined || q === undefined) return;
      const shared = overlapOf({ a: at, b: p }, { a: at, b: q });
      if (shared === undefined || alongFlow(shared) === 0) return;
      found.push(shared);
      if (p.x !== q.x || p.y !== q.y) return;
      at = p;
    }
  };
  if (a.to === b.to) walk([...a.points].reverse(), [...b.points].reverse());
  if (a.from === b.from) walk(a.points, b.points);
  return found;
}

function covers(outer: Stretch, inner: Stretch): boolean {
  const shared = overlapOf(outer, inner);
  return shared !== undefined && alongFlow(shared) > alongFlow(inner) - 1;
}

function countCrossings(edges: readonly SceneEdge[]): number {
  let count = 0;
  edges.forEach((edge, index) => {
    for (const other of edges.slice(index + 1)) count += crossingsBetween(edge.points, other.points);
  });
  return count;
}

function checkLabels(scene: Scene, report: Report): void {
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
    if (borders.some((border) => segmentHitsBox(border, box))) report('label-collision', `label of ${edge.id} and a band's border`);
    for (const other of scene.edges) {
      if (other === edge) continue;
      if (segmentsOf(other.points).some((stretch) => segmentHitsBox(stretch, grow(box, -1)))) {
        report('label-on-edge', `label of ${edge.id} and connection ${other.id}`);
      }
    }
  });
}

function checkBands(scene: Scene, report: Report): void {
  const across = scene.direction === 'down' ? 'x' : 'y';
  const along = scene.direction === 'down' ? 'y' : 'x';
  const bands = new Map(scene.bands.map((band) => [`${band.kind} ${band.id}`, band]));
  for (const node of scene.nodes) {
    const lane = node.lane === undefined ? undefined : bands.get(`lane ${node.lane}`);
    const phase = node.phase === undefined ? undefined : bands.get(`phase ${node.phase}`);
    if (lane !== undefined && !inside(node.box, lane.box)) report('out-of-lane', node.id);
    if (phase !== undefined && !inside(node.box, phase.box)) report('out-of-phase', node.id);
    if (node.lane !== undefined && lane === undefined) report('out-of-lane', `${node.id} has no lane in the picture`);
  }
  for (const [kind, axis] of [['lane', across], ['phase', along]] as const) {
    const list = scene.bands.filter((band) => band.kind === kind);
    list.forEach((band, index) => {
      const next = list[index + 1];
      if (next !== undefined && next.box[axis] <= band.box[axis]) report('band-order', `${band.id} and ${next.id}`);
    });
  }
  for (const edge of scene.edges) {
    for (const stretch of segmentsOf(edge.points)) {
      for (const { id, box } of scene.bands) {
        const vertical = stretch.a.x === stretch.b.x;
        const rides = vertical
          ? (stretch.a.x === box.x || stretch.a.x === box.x + box.width) && alongFlow(stretch) > 2
          : (stretch.a.y === box.y || stretch.a.y === box.y + box.height) && alongFlow(stretch) > 2;
        const overlaps = vertical
          ? Math.min(stretch.a.y, stretch.b.y) < box.y + box.height && Math.max(stretch.a.y, stretch.b.y) > box.y
          : Math.min(stretch.a.x, stretch.b.x) < box.x + box.width && Math.max(stretch.a.x, stretch.b.x) > box.x;
        if (rides && overlaps) report('shared-stretch', `${edge.id} runs on the border of ${id}`);
      }
    }
  }
}
