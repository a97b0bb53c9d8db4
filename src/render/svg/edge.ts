/**
 * One connection: a line with rounded corners, an arrowhead, its label.
 *
 * The arrowhead is a polygon of its own and the line stops short of its tip: office programs and rasterisers draw markers
 * differently, or not at all.
 */
import { block, element, type XmlAttributes, type XmlElement } from '../../base/xml.js';
import type { Point, SceneEdge } from '../../model/scene.js';
import { changeSign, lineDashes } from './change.js';
import { hopRadius, type Hop } from './hops.js';
import { badgeIcon } from './icons.js';
import { textRun } from './text-run.js';

const head = { length: 9, half: 4 };
const cornerRadius = 6;
/** From where a branch begins to the slash of a default one, px. */
const markDistance = 7;

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  return { x: from.x + ((to.x - from.x) * distance) / length, y: from.y + ((to.y - from.y) * distance) / length };
}

const write = ({ x, y }: Point): string => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;

/** A bridge in the way the line runs: where it begins, and its arcs. It bends upwards whichever way that is. */
function bridge(y: number, leftwards: boolean, { from, to }: Hop): { readonly start: Point; readonly arcs: string } {
  const [begin, finish, sweep, inward] = leftwards ? [to, from, 0, -hopRadius] : [from, to, 1, hopRadius];
  const arc = (at: Point): string => `A${hopRadius} ${hopRadius} 0 0 ${sweep} ${write(at)}`;
  const wide = to - from > 2 * hopRadius + 0.01;
  const top = y - hopRadius;
  const rise = wide ? `${arc({ x: begin + inward, y: top })}L${write({ x: finish - inward, y: top })}` : '';
  return { start: { x: begin, y }, arcs: rise + arc({ x: finish, y }) };
}

/** A level stretch towards a point, over its bridges. */
function level(to: Point, leftwards: boolean, hops: readonly Hop[]): string {
  const ordered = leftwards ? [...hops].reverse() : hops;
  const parts = ordered.map((hop) => {
    const { start, arcs } = bridge(to.y, leftwards, hop);
    return `L${write(start)}${arcs}`;
  });
  return `${parts.join('')}L${write(to)}`;
}

/** The bridges of a line alone. */
export function bridgesPath(points: readonly Point[], hops: ReadonlyMap<number, readonly Hop[]>): string {
  const parts = [...hops].flatMap(([index, found]) => {
    const [at, next] = [points[index], points[index + 1]];
    if (at === undefined || next === undefined) return [];
    return found.map((hop) => {
      const { start, arcs } = bridge(at.y, next.x < at.x, hop);
      return `M${write(start)}${arcs}`;
    });
  });
  return parts.join('');
}

/** Path of the line up to where the arrowhead begins. `hops`: its bridges over others, by the index of the stretch. */
export function linePath(points: readonly Point[], hops: ReadonlyMap<number, readonly Hop[]> = new Map()): string {
  const last = points.at(-1);
  const before = points.at(-2);
  const first = points[0];
  if (first === undefined || last === undefined || before === undefined) return '';
  const all = [...points.slice(0, -1), towards(last, before, head.length - 1)];
  const parts = [`M${write(first)}`];
  for (let k = 1; k < all.length; k++) {
    const [previous, corner, next] = [all[k - 1], all[k], all[k + 1]];
    if (previous === undefined || corner === undefined) continue;
    const onTheWay = hops.get(k - 1) ?? [];
    const leftwards = corner.x < previous.x;
    if (next === undefined) {
      parts.push(level(corner, leftwards, onTheWay));
      continue;
    }
    const length = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    const radius = Math.min(cornerRadius, length(previous, corner) / 2, length(corner, next) / 2);
    const turn = `Q${write(corner)} ${write(towards(corner, next, radius))}`;
    parts.push(level(towards(corner, previous, radius), leftwards, onTheWay) + turn);
  }
  return parts.join('');
}

function arrowhead(points: readonly Point[], className: string): XmlElement | undefined {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) return undefined;
  const base = towards(tip, before, head.length);
  const [dx, dy] = [(tip.x - base.x) / head.length, (tip.y - base.y) / head.length];
  const corners = [
    tip,
    { x: base.x - dy * head.half, y: base.y + dx * head.half },
    { x: base.x + dy * head.half, y: base.y - dx * head.half },
  ];
  return element('polygon', { class: className, points: corners.map(({ x, y }) => `${x},${y}`).join(' ') });
}

/** The default branch is marked as BPMN does: a short slash across its beginning. */
export function defaultMark(points: readonly Point[]): XmlElement | undefined {
  const [start, next] = points;
  if (start === undefined || next === undefined) return undefined;
  const { x, y } = towards(start, next, markDistance);
  const slash = `M${write({ x: x - 3, y: y + 4 })}L${write({ x: x + 3, y: y - 4 })}`;
  return element('path', { class: 'line', d: slash, fill: 'none', 'stroke-width': 1.4 });
}

function widthOf({ change, ghost, main }: SceneEdge): number {
  if (change === undefined) return main ? 1.6 : 1.4;
  return ghost === true ? 2 : change === 'removed' ? 2.8 : 2.4;
}

function labelClass({ dimmed, change, kind }: SceneEdge): string {
  if (change !== undefined && change !== 'moved') return `note-${change}`;
  if (dimmed === true) return 'muted';
  return kind === 'timeout' ? 'condition-timeout' : 'condition';
}

/** `sharesStub`: another branch begins at the same point, so that this one is by itself only from its first corner on. */
export function drawEdge(
  edge: SceneEdge,
  sharesStub: boolean,
  hops: ReadonlyMap<number, readonly Hop[]> = new Map(),
): XmlElement {
  const timeout = edge.kind === 'timeout';
  const { change, sign } = edge;
  const state = change !== undefined ? `-${change}` : edge.dimmed === true ? '-dimmed' : timeout ? '-timeout' : '';
  const stroke = (d: string): XmlAttributes => ({
    class: `line${state}`,
    d,
    fill: 'none',
    'stroke-width': widthOf(edge),
  });
  const dashes = lineDashes(edge);
  const points = edge.own ?? edge.points;
  // An arc is so short that dashes would leave a fragment of it, which looks like a fault.
  const solid = dashes['stroke-dasharray'] === undefined ? '' : bridgesPath(points, hops);
  return block(
    'g',
    { 'data-edge': edge.id },
    edge.label === undefined ? undefined : element('title', {}, edge.label.full),
    element('path', { ...stroke(linePath(points, hops)), ...dashes }),
    solid === '' ? undefined : element('path', stroke(solid)),
    edge.own === undefined ? arrowhead(edge.points, `head${state}`) : undefined,
    edge.otherwise ? defaultMark(sharesStub ? edge.points.slice(1) : edge.points) : undefined,
    change === undefined || sign === undefined ? undefined : changeSign(change, sign, sign.radius),
    ...(edge.label?.marks ?? []).map(badgeIcon),
    ...(edge.label?.runs ?? []).map((run) => textRun(run, labelClass(edge))),
  );
}
