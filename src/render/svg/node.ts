/** One node of the picture: its outline by type, its text, its badges, its link and its description. */
import { block, element, type XmlChild, type XmlElement } from '../../base/xml.js';
import type { Box, Scene, SceneBadge, SceneNode, TextRun } from '../../model/scene.js';
import { drawAlert } from './alert.js';
import { changedOutline, changeSign, ghostOutline, quietApproval } from './change.js';
import { badgeIcon, clock, outcomeMark } from './icons.js';
import { hueCount } from './palette.js';
import { textRun } from './text-run.js';

/** The class of its outline. */
export type Outlined = Pick<SceneNode, 'type' | 'duplicate' | 'dimmed'> & {
  readonly kind?: string;
  readonly outcome?: string;
};

export function paintOf(node: Outlined): string {
  const bar = node.type === 'fork' || node.type === 'join';
  if (node.dimmed === true) return bar ? 'head-dimmed' : 'dimmed';
  if (node.type === 'end') return node.outcome === 'success' || node.outcome === 'failure' ? node.outcome : 'end';
  if (node.type === 'task') return node.kind === 'approval' ? 'approval' : 'task';
  return bar ? 'bar' : node.type;
}

const round = (box: Box, radius: number, inset = 0): Record<string, number> => ({
  x: box.x + inset,
  y: box.y + inset,
  width: box.width - 2 * inset,
  height: box.height - 2 * inset,
  rx: radius,
});

/** Flat in the middle of its lids, so that arrows meet the outline wherever they dock. */
function cylinder({ x, y, width, height }: Box, paint: string, duplicate: boolean): XmlElement[] {
  const lid = Math.min(7, height / 4);
  const [right, bottom, curve] = [x + width, y + height, width * 0.3];
  const lower = (at: number): string =>
    `C${x} ${at + lid} ${x + curve * 0.4} ${at + lid} ${x + curve} ${at + lid}H${right - curve}C${right - curve * 0.4} ${at + lid} ${right} ${at + lid} ${right} ${at}`;
  const upper = `M${x} ${y + lid}C${x} ${y} ${x + curve * 0.4} ${y} ${x + curve} ${y}H${right - curve}C${right - curve * 0.4} ${y} ${right} ${y} ${right} ${y + lid}`;
  const side = `V${bottom - lid}C${right} ${bottom} ${right - curve * 0.4} ${bottom} ${right - curve} ${bottom}H${x + curve}C${x + curve * 0.4} ${bottom} ${x} ${bottom} ${x} ${bottom - lid}Z`;
  return [
    element('path', { class: paint, d: upper + side, 'stroke-width': 1.5 }),
    // A store that stands elsewhere, too, has a second ring.
    ...[y + lid, y + lid + 3.5].slice(0, duplicate ? 2 : 1).map((at) =>
      element('path', {
        class: paint === 'dimmed' ? 'line-dimmed' : `${paint}-lid`,
        d: `M${x} ${at}${lower(at)}`,
        'stroke-width': 1.2,
      }),
    ),
  ];
}

/** Flat where the connection comes in, with a tip that points along the flow. */
function pentagon({ x, y, width, height }: Box, paint: string, direction: Scene['direction']): XmlElement {
  const [right, bottom] = [x + width, y + height];
  const tip = Math.min(12, (direction === 'down' ? height : width) / 2);
  const corners =
    direction === 'down'
      ? [
          [x, y],
          [right, y],
          [right, bottom - tip],
          [x + width / 2, bottom],
          [x, bottom - tip],
        ]
      : [
          [x, y],
          [right - tip, y],
          [right, y + height / 2],
          [right - tip, bottom],
          [x, bottom],
        ];
  const points = corners.map((corner) => corner.join(',')).join(' ');
  return element('polygon', { class: paint, points, 'stroke-width': 1.5, 'stroke-linejoin': 'round' });
}

/** The outline alone; the legend draws its swatches with it too. */
export function outline(node: Outlined, box: Box, direction: Scene['direction'] = 'right'): XmlElement[] {
  const paint = paintOf(node);
  const { x, y, width, height } = box;
  switch (node.type) {
    case 'decision': {
      const [cx, cy] = [x + width / 2, y + height / 2];
      const points = [
        [cx, y],
        [x + width, cy],
        [cx, y + height],
        [x, cy],
      ]
        .map(([px, py]) => `${px},${py}`)
        .join(' ');
      return [element('polygon', { class: paint, points, 'stroke-width': 1.5, 'stroke-linejoin': 'round' })];
    }
    case 'start':
      return [element('rect', { class: paint, ...round(box, height / 2), 'stroke-width': 1.5 })];
    case 'end':
      return [
        element('rect', { class: paint, ...round(box, height / 2), 'stroke-width': 3 }),
        ...(paint === 'success' || paint === 'failure'
          ? [outcomeMark({ x: x + Math.min(18, width / 2), y: y + height / 2 }, paint)]
          : []),
      ];
    case 'fork':
    case 'join':
      return [element('rect', { class: paint, ...round(box, 2) })];
    case 'subflow':
      return [
        element('rect', { class: paint, ...round(box, 6), 'stroke-width': 1.5 }),
        element('rect', { class: paint, ...round(box, 3, 3.5), 'stroke-width': 1 }),
      ];
    case 'wait':
      return [
        element('rect', { class: paint, ...round(box, 6), 'stroke-width': 1.5 }),
        clock({ x: x + Math.min(16, width * 0.3), y }, Math.min(8, height * 0.3), 'clock-calm'),
      ];
    case 'task':
      return [element('rect', { class: paint, ...round(box, 6), 'stroke-width': 1.5 })];
    case 'store':
      return cylinder(box, paint, node.duplicate === true);
    case 'phase':
      return [element('rect', { class: paint, ...round(box, 8), 'stroke-width': 1.8 })];
    case 'connector':
      return [pentagon(box, paint, direction)];
    case 'party':
      return [
        element('rect', { class: paint, ...round(box, 0), 'stroke-width': 1.5 }),
        element('rect', { class: paint, ...round(box, 0, 3.5), 'stroke-width': 1 }),
        ...(node.duplicate === true
          ? [
              element('path', {
                class: node.dimmed === true ? 'line-dimmed' : 'party-mark',
                d: `M${x + width - 14} ${y + height - 3.5}L${x + width - 3.5} ${y + height - 14}`,
                'stroke-width': 1,
              }),
            ]
          : []),
      ];
  }
}

/** Where a click may lead. Anything else, however it got here, stays text. */
export function safeLink(href: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  return /^(?:https?:\/\/|mailto:)/i.test(href) || !/^[^/?#]*:/.test(href) ? href : undefined;
}

/** The owner's colour where no lane shows it: a strip inside the left edge, or the right one where a clock sits on the left. */
export function accentOf(node: SceneNode): { readonly paint: string; readonly box: Box } | undefined {
  const { type, hue, box, clock: at, compartment } = node;
  if (node.dimmed === true || hue === undefined || !['task', 'wait', 'subflow'].includes(type)) return undefined;
  const onTheLeft = at !== undefined && at.x < box.x + 12;
  const x = onTheLeft ? box.x + box.width - 8 : box.x + 5;
  const height = box.height - (compartment?.height ?? 0) - 18;
  return { paint: `accent-${hue % hueCount}`, box: { x, y: box.y + 9, width: 3, height } };
}

/** The lower part of a box, inside its outline, with a line above. */
function foot({ x, y, width, height }: Box): XmlElement[] {
  const [left, right, bottom, radius] = [x + 0.75, x + width - 0.75, y + height - 0.75, 5];
  const corners = `V${bottom - radius}Q${right} ${bottom} ${right - radius} ${bottom}H${left + radius}Q${left} ${bottom} ${left} ${bottom - radius}Z`;
  return [
    element('path', { class: 'lane-odd', d: `M${left} ${y}H${right}${corners}` }),
    element('path', { class: 'divider', d: `M${left} ${y}H${right}`, 'stroke-width': 1 }),
  ];
}

function drawBadge(badge: SceneBadge): XmlElement {
  return element(
    'g',
    {},
    element('title', {}, badge.title),
    badgeIcon(badge),
    ...badge.runs.map((run) => textRun(run, 'muted')),
  );
}

function outlineOf(node: SceneNode, direction: Scene['direction']): XmlElement[] {
  const parts = outline(node, node.box, direction);
  if (node.ghost === true) return ghostOutline(parts);
  if (node.dimmed === true && node.badges.some(({ kind }) => kind === 'approval')) return quietApproval(parts);
  return node.change === undefined ? parts : changedOutline(node.change, parts, node.kind === 'approval');
}

function textClass({ role }: TextRun, { change, dimmed, ghost }: SceneNode): string {
  if (role === 'note' && change !== undefined) return `note-${change}`;
  return role === 'caption' || role === 'note' || dimmed === true || ghost === true ? 'muted' : 'text';
}

export function drawNode(node: SceneNode, direction: Scene['direction'], withAccent: boolean): XmlElement {
  const accent = withAccent ? accentOf(node) : undefined;
  const content: XmlChild[] = [
    element('title', {}, node.tip),
    ...outlineOf(node, direction),
    ...(node.compartment === undefined ? [] : foot(node.compartment)),
    accent && element('rect', { class: accent.paint, ...accent.box, rx: 1.5 }),
    ...node.runs.map((run) => textRun(run, textClass(run, node))),
    ...node.badges.map(drawBadge),
    node.clock === undefined ? undefined : clock(node.clock, 8, 'clock'),
    node.change === undefined || node.sign === undefined ? undefined : changeSign(node.change, node.sign),
    node.alert === undefined ? undefined : drawAlert(node.alert),
  ];
  const label = node.label ?? node.tip;
  const href = safeLink(node.href);
  const group = (children: readonly XmlChild[]): XmlElement =>
    block(
      'g',
      {
        // A connector on another page leads here.
        id: node.partner === undefined ? undefined : node.id,
        'data-node': node.id,
        role: href === undefined ? 'img' : undefined,
        'aria-label': href === undefined ? label : undefined,
      },
      ...children,
    );
  return href === undefined ? group(content) : group([block('a', { href, 'aria-label': label }, ...content)]);
}
