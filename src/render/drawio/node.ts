/** One node as a cell with draw.io's own shape for its type, and its small marks as parts of it. */
import type { Box, Point, SceneNode } from '../../model/scene.js';
import { badgeIcon, clock } from '../svg/icons.js';
import { accentOf, outline, paintOf, safeLink } from '../svg/node.js';
import type { Paints } from './bands.js';
import type { Cell, Style } from './cell.js';
import { imageOf } from './image.js';
import { boundsOf, fontOf, labelOf, placeLabel } from './text.js';

export const nodeId = (id: string): string => `node:${id}`;

export const clockRadius = 8;

interface Shape {
  readonly shape?: string;
  readonly style: Style;
}

const corners: Style = { rounded: 1, absoluteArcSize: 1, arcSize: 12 };

function shapeOf({ type, box }: SceneNode): Shape {
  switch (type) {
    case 'start':
      return { style: { rounded: 1, arcSize: 50, strokeWidth: 1.5 } };
    case 'end':
      return { style: { rounded: 1, arcSize: 50, strokeWidth: 3 } };
    case 'phase':
      return { style: { ...corners, arcSize: 16, strokeWidth: 1.8 } };
    case 'decision':
      return { shape: 'rhombus', style: { strokeWidth: 1.5, perimeter: 'rhombusPerimeter' } };
    case 'fork':
    case 'join':
      return { style: { strokeColor: 'none' } };
    case 'subflow':
      return { style: { shape: 'ext', double: 1, margin: 1, ...corners, strokeWidth: 1.5 } };
    case 'party':
      return { style: { shape: 'ext', double: 1, margin: 1, strokeWidth: 1.5 } };
    case 'connector':
      return { style: { shape: 'offPageConnector', size: 0.22, strokeWidth: 1.5 } };
    case 'store': {
      const lid = Math.min(7, box.height / 4);
      return { style: { shape: 'cylinder3', boundedLbl: 0, backgroundOutline: 1, size: lid, strokeWidth: 1.5 } };
    }
    default:
      return { style: { ...corners, strokeWidth: 1.5 } };
  }
}

/** `withAccent`: where no lane shows the owner, a stripe in the owner's colour does. */
export function nodeCells(node: SceneNode, parent: string, paints: Paints, withAccent: boolean): Cell[] {
  const { box, runs, type } = node;
  const id = nodeId(node.id);
  const bar = type === 'fork' || type === 'join';
  // A bar's name is small; elsewhere what is small is a second text.
  const name = bar ? runs : runs.filter(({ role }) => role !== 'caption');
  const caption = bar ? [] : runs.filter(({ role }) => role === 'caption');
  const { shape, style } = shapeOf(node);
  const href = safeLink(node.href);
  const paint = paints.get(paintOf(node));
  const inked = (text: 'text' | 'muted', of: typeof runs): Style => fontOf(of, paints.get(text)?.fill);
  const cells: Cell[] = [
    {
      id,
      parent,
      ...(shape !== undefined && { shape }),
      style: {
        html: 0,
        ...style,
        fillColor: paint?.fill,
        strokeColor: style['strokeColor'] ?? paint?.stroke,
        ...inked(bar || node.dimmed === true ? 'muted' : 'text', name),
        ...placeLabel(name, box),
        recursiveResize: 0,
        container: 0,
        collapsible: 0,
      },
      label: labelOf(name),
      tip: node.tip,
      ...(href !== undefined && { href }),
      box,
    },
  ];
  const add = (what: string, at: Box, look: Style, said: Pick<Cell, 'label' | 'tip' | 'shape'> = {}): void => {
    cells.push({ id: `${id}/${what}`, parent: id, box: at, style: { ...part, ...look }, ...said });
  };
  const foot = node.compartment;
  if (foot !== undefined) {
    const sides = { shape: 'partialRectangle', top: 1, left: 0, right: 0, bottom: 0, fillColor: 'none' };
    add('data', foot, { ...sides, strokeColor: paints.get('divider')?.stroke });
  }
  const stripe = withAccent ? accentOf(node) : undefined;
  if (stripe !== undefined) {
    const fillColor = paints.get(stripe.paint)?.fill;
    add('owner', stripe.box, { fillColor, strokeColor: 'none', rounded: 1, arcSize: 50 });
  }
  if (caption.length > 0) {
    const look: Style = { align: 'center', verticalAlign: 'middle', spacing: 0, ...inked('muted', caption) };
    add('caption', boundsOf(caption), look, { label: labelOf(caption), shape: 'text' });
  }
  node.badges.forEach((badge, index) => {
    const look = { ...imageOf([badgeIcon(badge)], badge.box, paints), ...placeLabel(badge.runs, badge.box) };
    const said = { label: labelOf(badge.runs), tip: badge.title };
    add(`badge-${index + 1}`, badge.box, { ...look, ...inked('muted', badge.runs) }, said);
  });
  const signs = outline(node, box).slice(partsOfShape(node));
  if (signs.length > 0) add('sign', signBox(node), imageOf(signs, signBox(node), paints));
  if (node.clock !== undefined) {
    const face = around(node.clock, clockRadius + 1);
    add('timeout', face, imageOf([clock(node.clock, clockRadius, 'clock')], face, paints));
  }
  return cells;
}

/** A part goes along with its node, and who clicks it has the node. */
const part: Style = { html: 0, part: 1, connectable: 0 };

/** How many elements of our outline draw.io's shape stands for; the rest are signs on it. */
function partsOfShape({ type }: SceneNode): number {
  return type === 'subflow' || type === 'store' || type === 'party' ? 2 : 1;
}

/** Where the signs are: the clock of a wait, the mark of an end, the second ring or the corner of what stands elsewhere, too. */
function signBox({ type, box }: SceneNode): Box {
  const { x, y, width, height } = box;
  if (type === 'wait') return around({ x: x + Math.min(16, width * 0.3), y }, 9);
  if (type === 'end') return around({ x: x + Math.min(18, width / 2), y: y + height / 2 }, 6);
  if (type === 'store') return { x, y: y + 4, width, height: 16 };
  if (type === 'party') return { x: x + width - 16, y: y + height - 16, width: 16, height: 16 };
  return box;
}

function around({ x, y }: Point, radius: number): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}
