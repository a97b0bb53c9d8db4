/**
 * The soft figures of many pictures, added up: what `baseline.json` keeps and a test compares.
 *
 * Totals are kept and rates are compared, so that a set may grow. Only what is the same on every machine is counted: no times.
 */
import { isStraight } from '../../../src/layout/measures.js';
import { quality } from '../../../src/layout/index.js';
import type { Box, Scene, SceneEdge, SceneNode } from '../../../src/model/scene.js';
import type { View } from '../../../src/model/view.js';
import { blemishes, blemishKinds, type Blemish } from './blemishes.js';

export const directions = ['auto', 'down', 'right'] as const;
export type Direction = (typeof directions)[number];

export interface Totals extends Readonly<Record<Blemish, number>> {
  readonly pictures: number;
  readonly connections: number;
  readonly crossings: number;
  readonly withoutCrossing: number;
  readonly bends: number;
  /** What connections are longer than any plain way between their ends, px in all. */
  readonly detours: number;
  /** Between lanes and onward; `open` are those that are level or could be: see `couldBeLevel`. */
  readonly handoffs: number;
  readonly openHandoffs: number;
  readonly levelHandoffs: number;
  readonly main: number;
  readonly straightMain: number;
  /** Width over height, the middle one of all, rounded to hundredths; and how many lie from 1:2 to 2:1. */
  readonly medianAspect: number;
  readonly pageLike: number;
}

export function addUp(pictures: readonly { readonly view: View; readonly scene: Scene }[]): Totals {
  const all = pictures.map(({ view, scene }) => ({ view, scene, figures: quality(scene) }));
  const sum = (of: (one: (typeof all)[number]) => number): number => all.reduce((total, one) => total + of(one), 0);
  const aspects = all.map(({ figures }) => figures.aspect).sort((a, b) => a - b);
  return {
    pictures: all.length,
    connections: sum(({ scene }) => scene.edges.length),
    crossings: sum(({ figures }) => figures.crossings),
    withoutCrossing: sum(({ figures }) => (figures.crossings === 0 ? 1 : 0)),
    bends: sum(({ figures }) => figures.bends),
    detours: sum(({ figures }) => figures.detours),
    handoffs: sum(({ figures }) => figures.handoffs),
    openHandoffs: sum(({ scene }) => openHandoffs(scene)),
    levelHandoffs: sum(({ figures }) => figures.levelHandoffs),
    main: sum(({ figures }) => figures.main),
    straightMain: sum(({ figures }) => figures.straightMain),
    medianAspect: Math.round((aspects[Math.floor(aspects.length / 2)] ?? 1) * 100) / 100,
    pageLike: aspects.filter((aspect) => aspect >= 0.5 && aspect <= 2).length,
    ...(Object.fromEntries(
      blemishKinds.map((kind) => [kind, sum(({ view, scene }) => blemishes(kind, scene, view).length)]),
    ) as Record<Blemish, number>),
  };
}

/**
 * Rates for which less is better; those that a set has nothing to measure by are left out. `chosen`: the direction was for the
 * layout to choose, so the shape of the page is its own doing.
 */
export function rates(totals: Totals, chosen: boolean): ReadonlyMap<string, number> {
  const share = (name: string, part: number, whole: number): [string, number][] =>
    whole === 0 ? [] : [[name, part / whole]];
  return new Map([
    ...share('crossings per connection', totals.crossings, totals.connections),
    ...share('pictures with a crossing', totals.pictures - totals.withoutCrossing, totals.pictures),
    ...share('bends per connection', totals.bends, totals.connections),
    ...share('px of detours per connection', totals.detours, totals.connections),
    ...share(
      'handoffs that could be level and are not',
      totals.openHandoffs - totals.levelHandoffs,
      totals.openHandoffs,
    ),
    ...share('handoffs that are not level', totals.handoffs - totals.levelHandoffs, totals.handoffs),
    ...share('main branches that are not straight', totals.main - totals.straightMain, totals.main),
    ...(chosen ? share('pictures not like a page', totals.pictures - totals.pageLike, totals.pictures) : []),
    ...blemishKinds.flatMap((kind) => share(`${kind} per picture`, totals[kind], totals.pictures)),
  ]);
}

/** One line for each rate that has grown: where figures are worse than they were. */
export function worse(
  before: Readonly<Record<Direction, Totals>>,
  after: Readonly<Record<Direction, Totals>>,
): string[] {
  return directions.flatMap((direction) => {
    const now = rates(after[direction], direction === 'auto');
    return [...rates(before[direction], direction === 'auto')].flatMap(([name, was]) => {
      const is = now.get(name) ?? 0;
      return is > was + 1e-9 ? [`${direction}: ${name} ${is.toFixed(4)}, was ${was.toFixed(4)}`] : [];
    });
  });
}

function openHandoffs(scene: Scene): number {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]));
  return scene.edges.filter((edge) => {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (edge.back || from === undefined || to === undefined || from.lane === to.lane) return false;
    return isStraight(edge.points) || couldBeLevel(scene, edge, from, to, nodes);
  }).length;
}

/**
 * Whether the next step could stand beside the step that hands over to it, with everything else where it is: its lane has room
 * there, nothing stands between the two, nothing else that leads to it comes later, and no other connection leaves or comes
 * level by the same side. Bars have no side to hand over by.
 */
export function couldBeLevel(
  scene: Scene,
  edge: SceneEdge,
  from: SceneNode,
  to: SceneNode,
  nodes: ReadonlyMap<string, SceneNode>,
): boolean {
  const flow = axes(scene.direction);
  const bar = (node: SceneNode): boolean => node.type === 'fork' || node.type === 'join';
  const band = (kind: 'lane' | 'phase', id: string | undefined): Box | undefined =>
    scene.bands.find((one) => one.kind === kind && one.id === id)?.box;
  const lane = band('lane', to.lane);
  if (lane === undefined || bar(from) || bar(to)) return false;
  const row = flow.along(from.box);
  const phase = band('phase', to.phase);
  if (phase !== undefined && (row < flow.from(phase) || row > flow.to(phase))) return false;

  const reach = flow.length(to.box) / 2;
  const [source, target] = [flow.across(from.box), flow.across(lane)];
  const inTheWay = scene.nodes.some((node) => {
    if (node === from || node === to) return false;
    const [low, high] = [flow.from(node.box), flow.to(node.box)];
    if (node.lane === to.lane) return low < row + reach && high > row - reach;
    const position = flow.across(node.box);
    return low < row && high > row && position > Math.min(source, target) && position < Math.max(source, target);
  });
  if (inTheWay) return false;

  const way = Math.sign(target - source);
  return scene.edges.every((other) => {
    if (other === edge || other.back || other.from === other.to) return true;
    const [start, goal] = [nodes.get(other.from), nodes.get(other.to)];
    if (start === undefined || goal === undefined) return true;
    if (goal === to && flow.along(start.box) > row) return false;
    if (!isStraight(other.points) || flow.along(start.box) !== flow.along(goal.box)) return true;
    const end = start === from ? goal : goal === from ? start : undefined;
    return end === undefined || Math.sign(flow.across(end.box) - source) !== way;
  });
}

/** Boxes in terms of the flow, whichever way it runs. */
function axes(direction: Scene['direction']) {
  const [u, v, size] = direction === 'down' ? (['x', 'y', 'height'] as const) : (['y', 'x', 'width'] as const);
  const width = size === 'height' ? 'width' : 'height';
  return {
    across: (box: Box): number => box[u] + box[width] / 2,
    along: (box: Box): number => box[v] + box[size] / 2,
    from: (box: Box): number => box[v],
    to: (box: Box): number => box[v] + box[size],
    length: (box: Box): number => box[size],
  };
}
