/**
 * What has become of a step or a connection, in pictures of a difference: a sign on a small disc and a strong outline, dashed for what is
 * gone. The signs are lines, so that no font is needed, and no two differ by their colour alone.
 */
import { element, type XmlElement } from '../../base/xml.js';
import type { Box, Point, SceneEdge, SceneNode } from '../../model/scene.js';
import type { ChangeLook } from '../../model/view.js';

/** Lines from point to point around the middle, in parts of the radius. */
const signs: Readonly<Record<ChangeLook, readonly (readonly (readonly [number, number])[])[]>> = {
  added: [
    [
      [0, -0.5],
      [0, 0.5],
    ],
    [
      [-0.5, 0],
      [0.5, 0],
    ],
  ],
  removed: [
    [
      [-0.5, 0],
      [0.5, 0],
    ],
  ],
  changed: [
    [
      [-0.55, 0.2],
      [-0.25, -0.2],
      [0.25, 0.2],
      [0.55, -0.2],
    ],
  ],
  moved: [
    [
      [-0.5, 0],
      [0.5, 0],
    ],
    [
      [0.1, -0.4],
      [0.5, 0],
      [0.1, 0.4],
    ],
  ],
};

const dashes = '7 4';

export function changeSign(look: ChangeLook, { x, y }: Point, radius = 9): XmlElement {
  const place = ([dx, dy]: readonly [number, number]): string =>
    [x + dx * radius, y + dy * radius].map((at) => Math.round(at * 100) / 100).join(' ');
  const path = signs[look].map((line) => `M${line.map(place).join('L')}`).join('');
  return element(
    'g',
    { class: `change-${look}-sign`, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
    element('circle', { cx: x, cy: y, r: radius, 'stroke-width': 1.5 }),
    element('path', { d: path, fill: 'none', 'stroke-width': 2 }),
  );
}

/** The outline drawn stronger. */
export function changedOutline(look: ChangeLook, parts: readonly XmlElement[]): XmlElement[] {
  return parts.map((part, index) =>
    index > 0
      ? part
      : {
          ...part,
          attributes: {
            ...part.attributes,
            class: `change-${look}`,
            'stroke-width': 3,
            ...(look === 'removed' && { 'stroke-dasharray': dashes }),
          },
        },
  );
}

/** Where the sign of a step stands: on its outline, where neither a connection nor a clock is. */
export function signPlace({ type, box, clock }: Pick<SceneNode, 'type' | 'box' | 'clock'>): Point {
  const { x, y, width, height } = box;
  if (type === 'decision') return { x: x + width / 8, y: y + (height * 3) / 8 };
  if (type === 'fork' || type === 'join') return width > height ? { x, y: y + height / 2 } : { x: x + width / 2, y };
  const taken = type === 'wait' || (clock !== undefined && clock.x < x + width / 2 && clock.y < y + height / 2);
  return { x: taken ? x + width : x, y };
}

/** Where the sign of a connection stands: on its longest stretch, beside its label. */
export function signOnLine({ points, label }: SceneEdge): Point | undefined {
  const stretches = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  const ordered = [...stretches].sort((a, b) => lengthOf(b) - lengthOf(a));
  for (const { from, to } of ordered)
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
      const at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
      if (label === undefined || !near(at, label.box)) return at;
    }
  return undefined;
}

export const lineDashes = (look: ChangeLook): string | undefined => (look === 'removed' ? dashes : undefined);

const lengthOf = ({ from, to }: { readonly from: Point; readonly to: Point }): number =>
  Math.abs(to.x - from.x) + Math.abs(to.y - from.y);

function near({ x, y }: Point, box: Box): boolean {
  const air = 9;
  return x > box.x - air && x < box.x + box.width + air && y > box.y - air && y < box.y + box.height + air;
}
