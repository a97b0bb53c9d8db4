/**
 * One connection as a connector from cell to cell: bound where our line docks, bent where ours bends, labelled where ours is.
 *
 * draw.io's orthogonal router keeps to the bends that it is given, and finds new ones when a node is moved away.
 */
import { oneLine } from '../../base/printable.js';
import type { Box, Point, SceneEdge, SceneNode, TextRun } from '../../model/scene.js';
import { defaultMark } from '../svg/edge.js';
import { badgeIcon } from '../svg/icons.js';
import type { Paints } from './bands.js';
import type { Cell, Place, Style } from './cell.js';
import { imageOf } from './image.js';
import { clockRadius, nodeId } from './node.js';
import { anchors, fontOf, labelOf, middleOf } from './text.js';

/** A slash is nearer than this to the corner that it follows, px. */
const slashReach = 12;

export interface Ends {
  readonly from: SceneNode;
  readonly to: SceneNode;
}

/** `sharesStub`: another one begins at the same point, so that a mark there would be on both. */
export function edgeCells(edge: SceneEdge, ends: Ends, parent: string, paints: Paints, sharesStub: boolean): Cell[] {
  const id = `edge:${edge.id}`;
  const timeout = edge.kind === 'timeout';
  const points = fromRim(edge, ends.from);
  const { label } = edge;
  const state = edge.dimmed === true ? '-dimmed' : timeout ? '-timeout' : '';
  const words = edge.dimmed === true ? 'muted' : timeout ? 'condition-timeout' : 'condition';
  const style: Style = {
    html: 0,
    edgeStyle: 'orthogonalEdgeStyle',
    rounded: 1,
    arcSize: 12,
    ...docking('exit', points[0], ends.from.box),
    ...docking('entry', points.at(-1), ends.to.box),
    strokeColor: paints.get(`line${state}`)?.stroke,
    strokeWidth: edge.main ? 1.6 : 1.4,
    ...(timeout && { dashed: 1, dashPattern: '5 4' }),
    ...(edge.otherwise && !sharesStub && { startArrow: 'dash', startFill: 0, startSize: 5 }),
    jumpStyle: 'arc',
    jumpSize: 9,
    endArrow: 'block',
    endFill: 1,
    endSize: 6,
    ...(label && labelStyle(label.runs, paints.get(words)?.fill)),
  };
  const [first] = label?.runs ?? [];
  const anchor = label && first && { x: first.x, y: middleOf(label.runs) };
  const cells: Cell[] = [
    {
      id,
      parent,
      style,
      label: label === undefined ? '' : labelOf(label.runs),
      ...(label !== undefined && labelOf(label.runs) !== oneLine(label.full) && { tip: label.full }),
      from: nodeId(edge.from),
      to: nodeId(edge.to),
      waypoints: points.slice(1, -1),
      ...(anchor !== undefined && { labelAt: placeBeside(anchor, points) }),
    },
  ];
  const ride = (what: string, box: Box, image: Style, tip?: string): void => {
    const at = placeBeside({ x: box.x, y: box.y }, points);
    cells.push({
      id: `${id}/${what}`,
      parent: id,
      style: { html: 0, ...image, connectable: 0 },
      size: { width: box.width, height: box.height },
      at,
      ...(tip !== undefined && { tip }),
    });
  };
  const slash = edge.otherwise && sharesStub ? defaultMark(edge.points.slice(1)) : undefined;
  if (slash !== undefined) {
    const corner = edge.points[1] ?? { x: 0, y: 0 };
    const box = { x: corner.x - slashReach, y: corner.y - slashReach, width: 2 * slashReach, height: 2 * slashReach };
    ride('otherwise', box, imageOf([slash], box, paints));
  }
  label?.marks?.forEach((mark, index) => {
    ride(`mark-${index + 1}`, mark.box, imageOf([badgeIcon(mark)], mark.box, paints), mark.title);
  });
  return cells;
}

function labelStyle(runs: readonly TextRun[], colour: string | undefined): Style {
  const align = anchors[runs[0]?.anchor ?? 'middle'];
  return { ...fontOf(runs, colour), align, verticalAlign: 'middle', spacing: 0, labelBackgroundColor: 'none' };
}

/** A timeout begins at the rim of its clock: connectors are drawn over nodes, and one from the middle would cross the clock's face. */
function fromRim({ kind, points }: SceneEdge, { clock }: SceneNode): readonly Point[] {
  const [start, next, ...rest] = points;
  if (kind !== 'timeout' || clock === undefined || start === undefined || next === undefined) return points;
  const length = Math.hypot(next.x - start.x, next.y - start.y);
  const inside = clockRadius - Math.hypot(start.x - clock.x, start.y - clock.y);
  if (inside <= 0 || length <= inside) return points;
  const share = inside / length;
  const rim = { x: start.x + (next.x - start.x) * share, y: start.y + (next.y - start.y) * share };
  return [rim, next, ...rest];
}

/** Where on the cell the line docks, as parts of its width and height; and what is left where that is beside the cell. */
function docking(end: 'exit' | 'entry', point: Point | undefined, box: Box): Style {
  if (point === undefined) return {};
  const part = (at: number, from: number, length: number): [number, number] => {
    const share = Math.min(1, Math.max(0, (at - from) / length));
    const shown = Math.round(share * 1e6) / 1e6;
    return [shown, Math.round((at - from - shown * length) * 100) / 100];
  };
  const [x, dx] = part(point.x, box.x, box.width);
  const [y, dy] = part(point.y, box.y, box.height);
  return { [`${end}X`]: x, [`${end}Y`]: y, [`${end}Dx`]: dx, [`${end}Dy`]: dy, [`${end}Perimeter`]: 0 };
}

/** A point as a place beside the nearest point of a line. */
export function placeBeside(point: Point, line: readonly Point[]): Place {
  let [length, along, nearest, distance] = [0, 0, line[0] ?? point, Infinity];
  line.slice(1).forEach((b, index) => {
    const a = line[index] ?? b;
    const stretch = Math.hypot(b.x - a.x, b.y - a.y);
    const dot = (point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y);
    const share = stretch === 0 ? 0 : Math.min(1, Math.max(0, dot / stretch ** 2));
    const candidate = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
    const far = Math.hypot(point.x - candidate.x, point.y - candidate.y);
    if (far < distance) [along, nearest, distance] = [length + stretch * share, candidate, far];
    length += stretch;
  });
  return {
    along: length === 0 ? 0 : (2 * along) / length - 1,
    offset: { x: point.x - nearest.x, y: point.y - nearest.y },
  };
}
