/** One node as a cell with draw.io's own shape for its type, and its small marks as parts of it. */
import type { Box, SceneNode } from '../../model/scene.js';
import { badgeIcon, clock } from '../svg/icons.js';
import { paintOf, safeLink } from '../svg/node.js';
import { hueCount } from '../svg/palette.js';
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
    case 'decision':
      return { shape: 'rhombus', style: { strokeWidth: 1.5, perimeter: 'rhombusPerimeter' } };
    case 'fork':
    case 'join':
      return { style: { strokeColor: 'none' } };
    case 'subflow':
      return { style: { shape: 'ext', double: 1, margin: 1, ...corners, strokeWidth: 1.5 } };
    case 'party':
      return { style: { shape: 'ext', double: 1, margin: 1, strokeWidth: 1.5 } };
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
  const faded: Style = node.dimmed === true ? { opacity: 45, textOpacity: 45 } : {};
  const part: Style = { html: 0, part: 1, connectable: 0, ...faded };
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
        ...inked(bar ? 'muted' : 'text', name),
        ...placeLabel(name, box),
        recursiveResize: 0,
        container: 0,
        collapsible: 0,
        ...faded,
      },
      label: labelOf(name),
      tip: node.tip,
      ...(href !== undefined && { href }),
      box,
    },
  ];
  const add = (what: string, at: Box, more: Style, label = '', tip?: string, shape?: string): void => {
    const said = { label, ...(tip !== undefined && { tip }), ...(shape !== undefined && { shape }) };
    cells.push({ id: `${id}:${what}`, parent: id, box: at, style: { ...part, ...more }, ...said });
  };
  if (withAccent && node.hue !== undefined && (type === 'task' || type === 'wait' || type === 'subflow')) {
    const stripe = { x: box.x + 5, y: box.y + 9, width: 3, height: box.height - 18 };
    const fillColor = paints.get(`accent-${node.hue % hueCount}`)?.fill;
    add('owner', stripe, { fillColor, strokeColor: 'none', rounded: 1, arcSize: 50 });
  }
  if (caption.length > 0)
    add(
      'caption',
      boundsOf(caption),
      { align: 'center', verticalAlign: 'middle', spacing: 0, ...inked('muted', caption) },
      labelOf(caption),
      undefined,
      'text',
    );
  node.badges.forEach((badge, index) => {
    const beside: Style = { labelPosition: 'right', align: 'left', verticalLabelPosition: 'middle', spacingLeft: 1 };
    const icon = imageOf([badgeIcon(badge)], badge.box, paints);
    const text = { ...beside, verticalAlign: 'middle', ...inked('muted', badge.runs) };
    add(`badge-${index + 1}`, badge.box, { ...icon, ...text }, labelOf(badge.runs), badge.title);
  });
  for (const [what, at, radius, className] of clocksOf(node)) {
    const face = { x: at.x - radius - 1, y: at.y - radius - 1, width: 2 * radius + 2, height: 2 * radius + 2 };
    add(what, face, imageOf([clock(at, radius, className)], face, paints));
  }
  return cells;
}

function clocksOf({ type, box, clock: at }: SceneNode): [string, { x: number; y: number }, number, string][] {
  const calm = { x: box.x + Math.min(16, box.width * 0.3), y: box.y };
  return [
    ...(type === 'wait' ? ([['wait', calm, Math.min(8, box.height * 0.3), 'clock-calm']] as const) : []),
    ...(at === undefined ? [] : ([['timeout', at, clockRadius, 'clock']] as const)),
  ].map(([what, centre, radius, className]) => [what, centre, radius, className]);
}
