/** One node of the picture: its outline by type, its text, its badges, its link and its description. */
import { block, element, type XmlChild, type XmlElement } from '../../base/xml.js';
import type { Box, SceneNode, TextRun } from '../../model/scene.js';
import type { ViewNodeType } from '../../model/view.js';
import { badgeIcon, clock } from './icons.js';
import { hueCount } from './palette.js';

export function textRun(run: TextRun, className: string): XmlElement {
  return element(
    'text',
    {
      class: className,
      x: run.x,
      y: run.y,
      'text-anchor': run.anchor === 'start' ? undefined : run.anchor,
      'font-size': run.size,
      'font-weight': run.weight === 400 ? undefined : run.weight,
    },
    run.text,
  );
}

/** The class of its outline. */
export function paintOf(node: { type: ViewNodeType; kind?: string; outcome?: string }): string {
  if (node.type === 'end') return node.outcome === 'success' || node.outcome === 'failure' ? node.outcome : 'end';
  if (node.type === 'task') return node.kind === 'approval' ? 'approval' : 'task';
  return node.type === 'fork' || node.type === 'join' ? 'bar' : node.type;
}

const round = (box: Box, radius: number, inset = 0): Record<string, number> => ({
  x: box.x + inset,
  y: box.y + inset,
  width: box.width - 2 * inset,
  height: box.height - 2 * inset,
  rx: radius,
});

/** Flat in the middle of its lids, so that arrows meet the outline wherever they dock. */
function cylinder({ x, y, width, height }: Box, paint: string): XmlElement[] {
  const lid = Math.min(7, height / 4);
  const [right, bottom, curve] = [x + width, y + height, width * 0.3];
  const lower = (at: number): string =>
    `C${x} ${at + lid} ${x + curve * 0.4} ${at + lid} ${x + curve} ${at + lid}H${right - curve}C${right - curve * 0.4} ${at + lid} ${right} ${at + lid} ${right} ${at}`;
  const upper = `M${x} ${y + lid}C${x} ${y} ${x + curve * 0.4} ${y} ${x + curve} ${y}H${right - curve}C${right - curve * 0.4} ${y} ${right} ${y} ${right} ${y + lid}`;
  const side = `V${bottom - lid}C${right} ${bottom} ${right - curve * 0.4} ${bottom} ${right - curve} ${bottom}H${x + curve}C${x + curve * 0.4} ${bottom} ${x} ${bottom} ${x} ${bottom - lid}Z`;
  return [
    element('path', { class: paint, d: upper + side, 'stroke-width': 1.5 }),
    element('path', { class: `${paint}-lid`, d: `M${x} ${y + lid}${lower(y + lid)}`, 'stroke-width': 1.2 }),
  ];
}

/** The outline alone; the legend draws its swatches with it too. */
export function outline(node: { type: ViewNodeType; kind?: string; outcome?: string }, box: Box): XmlElement[] {
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
      return [element('rect', { class: paint, ...round(box, height / 2), 'stroke-width': 3 })];
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
      return cylinder(box, paint);
    case 'party':
      return [
        element('rect', { class: paint, ...round(box, 0), 'stroke-width': 1.5 }),
        element('rect', { class: paint, ...round(box, 0, 3.5), 'stroke-width': 1 }),
      ];
  }
}

/** Where a click may lead. Anything else, however it got here, stays text. */
export function safeLink(href: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  return /^(?:https?:\/\/|mailto:)/i.test(href) || !/^[^/?#]*:/.test(href) ? href : undefined;
}

export function drawNode(node: SceneNode, withAccent: boolean): XmlElement {
  const accent: XmlChild =
    withAccent && node.hue !== undefined && (node.type === 'task' || node.type === 'wait' || node.type === 'subflow')
      ? element('rect', {
          class: `accent-${node.hue % hueCount}`,
          x: node.box.x + 5,
          y: node.box.y + 9,
          width: 3,
          height: node.box.height - 18,
          rx: 1.5,
        })
      : undefined;
  const content: XmlChild[] = [
    element('title', {}, node.tip),
    ...outline(node, node.box),
    accent,
    ...node.runs.map((run) => textRun(run, run.role === 'caption' ? 'muted' : 'text')),
    ...node.badges.flatMap((badge) => [badgeIcon(badge), ...badge.runs.map((run) => textRun(run, 'muted'))]),
    node.clock === undefined ? undefined : clock(node.clock, 8, 'clock'),
  ];
  const href = safeLink(node.href);
  const group = (children: readonly XmlChild[]): XmlElement =>
    block(
      'g',
      {
        'data-node': node.id,
        role: href === undefined ? 'img' : undefined,
        'aria-label': href === undefined ? node.tip : undefined,
      },
      ...children,
    );
  return href === undefined ? group(content) : group([block('a', { href, 'aria-label': node.tip }, ...content)]);
}
