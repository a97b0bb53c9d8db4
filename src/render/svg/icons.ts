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

const bubble = 'M1 2H11V8.5H5.5L3 11V8.5H1Z';
const shield = 'M6 1L10.5 2.6V6C10.5 8.6 8.6 10.4 6 11.2C3.4 10.4 1.5 8.6 1.5 6V2.6Z';
/** To the right of an arrow that comes from the step, or goes there. */
const cylinder = 'M13.5 2.8C13.5 .6 23 .6 23 2.8V9.2C23 11.4 13.5 11.4 13.5 9.2ZM13.5 2.8C13.5 5 23 5 23 2.8';

const shapes: Readonly<Record<SceneBadge['kind'], string>> = {
  sla: 'M6 1a5 5 0 1 0 .01 0zM6 3.2V6.2L8 7.4',
  duration: 'M3 1H9M3 11H9M3.5 1V3.2L6 6L3.5 8.8V11M8.5 1V3.2L6 6L8.5 8.8V11',
  approval: 'M1.5 1.5H10.5V10.5H1.5ZM3.5 6L5.4 8L8.7 4.2',
  system: 'M1 2H11V8.5H1ZM4 11H8M6 8.5V11',
  notify: 'M2 8.8H10L9 7.4V4.9C9 3.1 7.6 2 6 2C4.4 2 3 3.1 3 4.9V7.4ZM5 10.6C5.3 11.2 6.7 11.2 7 10.6M6 2V1',
  confidential: shield,
  personal: `${shield}M6 3.4a1.2 1.2 0 1 0 .01 0zM3.9 8.2C4.2 6.4 7.8 6.4 8.1 8.2`,
  sensitive: `${shield}M6 3.6V6.8M6 8.4V8.6`,
  locked: 'M2 5.5H10V11H2ZM3.8 5.5V3.6a2.2 2.2 0 0 1 4.4 0V5.5',
  unlocked: 'M2 5.5H10V11H2ZM3.8 5.5V3.6a2.2 2.2 0 0 1 4.3 -.8',
  risk: 'M6 1.4L11.2 10.6H.8ZM6 4.8V7.4M6 8.8V9',
  'risk-high': 'M6 1.4L11.2 10.6H.8ZM6 4.8V7.4M6 8.8V9',
  kpi: 'M1 11H11M2.8 11V7.5M6 11V4.5M9.2 11V1.5',
  'kpi-from': 'M2.5 1V11M2.5 1.6L10 4.3L2.5 7',
  'kpi-to': 'M2 1V11M2 1.6H10.5V7H2M6.2 1.6V7M2 4.3H10.5',
  'channel-phone':
    'M2.6 1.2L4.4 1L5.4 3.6L4.2 4.6C4.8 6 6 7.2 7.4 7.8L8.4 6.6L11 7.6L10.8 9.4C10.7 10.4 9.9 11 9 11C4.9 10.6 1.4 7.1 1 3C1 2.1 1.6 1.3 2.6 1.2Z',
  'channel-email': 'M1 2.5H11V9.5H1ZM1 3L6 6.8L11 3',
  'channel-sms': `${bubble}M3.6 5.2V5.4M6 5.2V5.4M8.4 5.2V5.4`,
  'channel-wechat':
    'M3.6 7.4L2 8.3L2.4 6.9C1.6 6.3 1 5.5 1 4.5C1 2.8 2.6 1.5 4.8 1.5C6.7 1.5 8.1 2.4 8.6 3.8M8 4.6C6.2 4.6 4.9 5.8 4.9 7.2C4.9 8.7 6.2 9.9 8 9.9L9.6 10.7L9.4 9.5C10.4 9 11 8.2 11 7.2C11 5.8 9.7 4.6 8 4.6Z',
  'channel-social':
    'M3 4.4a1.6 1.6 0 1 0 .01 0zM9 1a1.6 1.6 0 1 0 .01 0zM9 7.8a1.6 1.6 0 1 0 .01 0zM4.4 5.2L7.6 3.4M4.4 6.8L7.6 8.6',
  'channel-chat': `${bubble}M3.2 4.3H8.8M3.2 6.3H7`,
  'channel-visit': 'M6 11C3.6 8.2 2.4 6.3 2.4 4.6a3.6 3.6 0 0 1 7.2 0C9.6 6.3 8.4 8.2 6 11ZM6 3.3a1.3 1.3 0 1 0 .01 0z',
  'channel-meeting':
    'M4 2a1.6 1.6 0 1 0 .01 0zM1 10.4C1 7.8 2.3 6.6 4 6.6C5.7 6.6 7 7.8 7 10.4M8 2.5a1.5 1.5 0 1 1 0 2.8M8.4 6.8C10 7 11 8.2 11 10.4',
  'channel-event': 'M1.5 2.5H10.5V10.5H1.5ZM1.5 5H10.5M4 1V3.5M8 1V3.5',
  'channel-web': 'M6 1a5 5 0 1 0 .01 0zM1 6H11M6 1C3.6 3.4 3.6 8.6 6 11M6 1C8.4 3.4 8.4 8.6 6 11',
  'channel-app': 'M3.2 1H8.8V11H3.2ZM5.4 9.2H6.6',
  'channel-post': 'M1.5 3.5L6 1.2L10.5 3.5V8.7L6 11L1.5 8.7ZM1.5 3.5L6 5.9L10.5 3.5M6 5.9V11',
  'data-read': `M10 6H1M4 3L1 6L4 9${cylinder}`,
  'data-write': `M1 6H10M7 3L10 6L7 9${cylinder}`,
  'data-both': `M1 6H10M4 3L1 6L4 9M7 3L10 6L7 9${cylinder}`,
};

/** What calls for attention does so by its sign first, and by colour too. */
function paintOf(kind: SceneBadge['kind']): string {
  if (kind === 'risk-high') return 'icon-alarm';
  return kind === 'risk' || kind === 'sensitive' || kind === 'unlocked' ? 'icon-warning' : 'icon';
}

export function badgeIcon(badge: SceneBadge): XmlElement {
  return element('path', {
    class: paintOf(badge.kind),
    'stroke-width': 1.3,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    transform: `translate(${badge.box.x.toFixed(1)} ${badge.box.y.toFixed(1)})`,
    d: shapes[badge.kind],
  });
}

/** In a circle at the beginning of an end: what came of it, for those who do not see the colour. */
export function outcomeMark(centre: Point, outcome: 'success' | 'failure'): XmlElement {
  const { x, y } = centre;
  const d =
    outcome === 'success'
      ? `M${x - 4} ${y + 0.2}L${x - 1.2} ${y + 3}L${x + 4} ${y - 3.2}`
      : `M${x - 3.2} ${y - 3.2}L${x + 3.2} ${y + 3.2}M${x + 3.2} ${y - 3.2}L${x - 3.2} ${y + 3.2}`;
  return element('path', {
    class: `mark-${outcome}`,
    'stroke-width': 2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    d,
  });
}
