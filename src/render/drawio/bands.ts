/**
 * Lanes, their groups and phases.
 *
 * Lanes are swimlanes of a pool, which holds the nodes and moves as one; draw.io stacks them again when one of them is made wider.
 * Phases cross the lanes, and a cell has one container only: they are bands that lie over the pool and let every click through.
 */
import { oneLine } from '../../base/printable.js';
import type { Box, Scene, SceneBand } from '../../model/scene.js';
import type { Paint } from '../svg/palette.js';
import { beginsFrame } from '../svg/picture.js';
import { hueCount } from '../svg/palette.js';
import { layer, type Cell, type Style, type Vertex } from './cell.js';
import { fontOf, labelOf } from './text.js';

export type Paints = ReadonlyMap<string, Paint>;

export const poolId = 'pool';
export const laneId = (id: string): string => `lane:${id}`;

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x - 0.01 &&
    inner.y >= outer.y - 0.01 &&
    inner.x + inner.width <= outer.x + outer.width + 0.01 &&
    inner.y + inner.height <= outer.y + outer.height + 0.01
  );
}

/** The pool, groups and lanes, each before what is in it; nothing without lanes. */
export function poolOf(scene: Scene, paints: Paints): Vertex[] {
  const lanes = scene.bands.filter(({ kind }) => kind === 'lane');
  const groups = scene.bands.filter(({ kind }) => kind === 'group');
  if (lanes.length === 0) return [];
  const pool: Vertex = {
    id: poolId,
    parent: layer,
    shape: 'swimlane',
    style: { html: 0, startSize: 0, fillColor: 'none', ...stack(scene), strokeColor: paints.get('border')?.stroke },
    box: around([...lanes, ...groups].map(({ box }) => box)),
  };
  const cells = [pool];
  lanes.forEach((lane, index) => {
    const at = groups.findIndex(({ box }) => contains(box, lane.box));
    const group = groups[at];
    // One department may have its lanes in several places.
    const groupId = `group:${at}:${group?.id ?? ''}`;
    if (group !== undefined && !cells.some(({ id }) => id === groupId)) {
      const style = { ...swimlane(group, scene, paints, 'muted'), ...stack(scene), swimlaneFillColor: 'none' };
      cells.push({ ...band(group, groupId, poolId), shape: 'swimlane', style });
    }
    const ground = paints.get(index % 2 === 0 ? 'lane' : 'lane-odd')?.fill;
    const style = { ...swimlane(lane, scene, paints, 'text'), swimlaneFillColor: ground, container: 1, collapsible: 0 };
    cells.push({ ...band(lane, laneId(lane.id), group === undefined ? poolId : groupId), shape: 'swimlane', style });
  });
  return cells;
}

const band = ({ box, full, runs }: SceneBand, id: string, parent: string) => ({
  id,
  parent,
  box,
  label: labelOf(runs),
  ...(labelOf(runs) === oneLine(full) ? {} : { tip: full }),
});

function swimlane(band: SceneBand, { direction }: Scene, paints: Paints, text: 'text' | 'muted'): Style {
  return {
    html: 0,
    horizontal: direction === 'down' ? 1 : 0,
    startSize: direction === 'down' ? band.header.height : band.header.width,
    fillColor: paints.get(band.unassigned === true ? 'phase-header' : `hue-${(band.hue ?? 0) % hueCount}`)?.fill,
    strokeColor: paints.get('border')?.stroke,
    ...(band.external === true && { dashed: 1, dashPattern: '6 4' }),
    ...(band.unassigned === true && { dashed: 1, dashPattern: '2 3' }),
    ...fontOf(band.runs, paints.get(text)?.fill),
    connectable: 0,
  };
}

/** draw.io's own way to keep the lanes of a pool side by side. */
function stack({ direction }: Scene): Style {
  return {
    childLayout: 'stackLayout',
    horizontalStack: direction === 'down' ? 1 : 0,
    resizeParent: 1,
    resizeParentMax: 0,
    resizeLast: 0,
    collapsible: 0,
    connectable: 0,
  };
}

/** Above the pool: what marks the phases, and the frame around it all. */
export function phasesOf(scene: Scene, paints: Paints): Cell[] {
  const phases = scene.bands.filter(({ kind }) => kind === 'phase');
  const outline: Style = { html: 0, fillColor: 'none', pointerEvents: 0, connectable: 0, container: 0, dropTarget: 0 };
  const cells = phases.flatMap((phase, index): Vertex[] => {
    // A phase may go on in another column.
    const before = phases.slice(0, index).filter((other) => other.id === phase.id).length;
    const id = `phase:${phase.id}${before === 0 ? '' : `:${before + 1}`}`;
    const side = scene.direction === 'down' ? 'top' : 'left';
    const sides = Object.fromEntries(['top', 'left', 'right', 'bottom'].map((one) => [one, one === side ? 1 : 0]));
    const border = beginsFrame(phase.box, scene) ? 'none' : paints.get('phase-border')?.stroke;
    return [
      {
        id,
        parent: layer,
        box: phase.box,
        style: { shape: 'partialRectangle', ...outline, ...sides, dashed: 1, dashPattern: '2 4', strokeColor: border },
      },
      {
        ...band(phase, `${id}/name`, id),
        box: phase.header,
        style: {
          ...outline,
          fillColor: paints.get('phase-header')?.fill,
          strokeColor: 'none',
          ...fontOf(phase.runs, paints.get('text')?.fill),
          part: 1,
        },
      },
    ];
  });
  const style = { ...outline, strokeColor: paints.get('frame')?.stroke, strokeWidth: 1.5 };
  const frames = scene.frames.map((box, index): Vertex => ({
    id: index === 0 ? 'frame' : `frame:${index + 1}`,
    parent: layer,
    box,
    style,
  }));
  return [...cells, ...frames];
}

function around(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
