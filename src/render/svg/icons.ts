/** Small pictures for badges and clocks, drawn as lines so that no symbol font is needed. */
import { element, type XmlElement } from '../../base/xml.js';
import type { Point, SceneBadge } from '../../model/scene.js';

/** A clock face of a radius around a centre. */
export function clock(centre: Point, radius: number, className: string): XmlElement {
  const { x, y } = centre;
  return element(
    'g',
    { class: className, 'stroke-width': 1.5, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
    element('circle', { cx: x, cy: y, r: radius }),
    element('path', { d: `M${x} ${y - radius * 0.6}V${y}H${x + radius * 0.5}`, fill: 'none' }),
  );
}

const shapes: Readonly<Record<SceneBadge['kind'], string>> = {
  sla: 'M6 1a5 5 0 1 0 .01 0zM6 3.2V6.2L8 7.4',
  duration: 'M3 1H9M3 11H9M3.5 1V3.2L6 6L3.5 8.8V11M8.5 1V3.2L6 6L8.5 8.8V11',
  approval: 'M1.5 1.5H10.5V10.5H1.5ZM3.5 6L5.4 8L8.7 4.2',
  system: 'M1 2H11V8.5H1ZM4 11H8M6 8.5V11',
  confidential: 'M6 1L10.5 2.6V6C10.5 8.6 8.6 10.4 6 11.2C3.4 10.4 1.5 8.6 1.5 6V2.6Z',
  personal:
    'M6 1L10.5 2.6V6C10.5 8.6 8.6 10.4 6 11.2C3.4 10.4 1.5 8.6 1.5 6V2.6ZM6 3.4a1.2 1.2 0 1 0 .01 0zM3.9 8.2C4.2 6.4 7.8 6.4 8.1 8.2',
  sensitive: 'M6 1L10.5 2.6V6C10.5 8.6 8.6 10.4 6 11.2C3.4 10.4 1.5 8.6 1.5 6V2.6ZM6 3.6V6.8M6 8.4V8.6',
  locked: 'M2 5.5H10V11H2ZM3.8 5.5V3.6a2.2 2.2 0 0 1 4.4 0V5.5',
  unlocked: 'M2 5.5H10V11H2ZM3.8 5.5V3.6a2.2 2.2 0 0 1 4.3 -.8',
  notify: 'M1 2.5H11V9.5H1ZM1 3L6 6.8L11 3',
};

export function badgeIcon(badge: SceneBadge): XmlElement {
  return element('path', {
    class: 'icon',
    'stroke-width': 1.3,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    transform: `translate(${badge.box.x.toFixed(1)} ${badge.box.y.toFixed(1)})`,
    d: shapes[badge.kind],
  });
}
