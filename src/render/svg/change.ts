/**
 * What has become of a step or a connection, in pictures of a difference: a sign on a small disc and a strong outline, dashed for what is
 * gone. The signs are lines, so that no font is needed, and no two differ by their colour alone.
 */
import { element, type XmlElement } from '../../base/xml.js';
import type { Point, SceneEdge } from '../../model/scene.js';
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

/** Of what is gone: dashes around a step, dots along a line, where dashes are a timeout. */
const dashes = '7 4';
const dots = '0.1 6';

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

/** The outline drawn stronger; what is filled with a meaning, as approvals are, stays so. */
export function changedOutline(look: ChangeLook, parts: readonly XmlElement[], filled: boolean): XmlElement[] {
  const [first] = parts;
  const strong = (part: XmlElement): XmlElement => ({
    ...part,
    attributes: {
      ...part.attributes,
      class: filled && look !== 'removed' ? `line-${look}` : `change-${look}`,
      'stroke-width': 3,
      ...(look === 'removed' && { 'stroke-dasharray': dashes }),
    },
  });
  const behind = first !== undefined && filled && look !== 'removed' ? [first] : [];
  return [...behind, ...parts.map((part, index) => (index > 0 ? part : strong(part)))];
}

/** An approval that is only context: pale, and still seen to be one. */
export function quietApproval(parts: readonly XmlElement[]): XmlElement[] {
  return parts.map((part) => ({ ...part, attributes: { ...part.attributes, class: 'quiet-approval' } }));
}

/** Where a step stood that is elsewhere now. */
export function ghostOutline(parts: readonly XmlElement[]): XmlElement[] {
  return parts.slice(0, 1).map((part) => ({
    ...part,
    attributes: { ...part.attributes, class: 'ghost', 'stroke-width': 1.8, 'stroke-dasharray': '4 4' },
  }));
}

/** Dashes of a line, and how its dashes end. A timeout keeps its own, whatever has become of it, unless it is gone. */
export function lineDashes({ change, kind, ghost }: Pick<SceneEdge, 'change' | 'kind' | 'ghost'>): {
  readonly 'stroke-dasharray'?: string;
  readonly 'stroke-linecap'?: string;
} {
  if (change === 'removed')
    return { 'stroke-dasharray': kind === 'timeout' ? `6 5 ${dots}` : dots, 'stroke-linecap': 'round' };
  if (ghost === true) return { 'stroke-dasharray': '2 4' };
  return kind === 'timeout' ? { 'stroke-dasharray': '5 4' } : {};
}
