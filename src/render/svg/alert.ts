/** The sign that something wants to be looked at twice: a filled pill with a triangle, and the numbers of what is said of it. */
import { element, type XmlElement } from '../../base/xml.js';
import type { SceneAlert } from '../../model/scene.js';
import { textRun } from './text-run.js';

/** The height that the triangle is drawn for, px. */
const drawnFor = 20;

export function drawAlert({ box, run }: SceneAlert): XmlElement {
  const { x, y, width, height } = box;
  const scale = height / drawnFor;
  const at = (dx: number, dy: number): string =>
    [x + dx * scale, y + dy * scale].map((value) => Math.round(value * 100) / 100).join(' ');
  const triangle = `M${at(12, 4)}L${at(18.5, 15.5)}L${at(5.5, 15.5)}ZM${at(12, 8)}L${at(12, 11.4)}M${at(12, 13.3)}L${at(12, 13.5)}`;
  return element(
    'g',
    {},
    element('rect', { class: 'alert', x, y, width, height, rx: height / 2, 'stroke-width': 1.5 * scale }),
    element('path', {
      class: 'alert-icon',
      d: triangle,
      fill: 'none',
      'stroke-width': 1.6 * scale,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
    run.text === '' ? undefined : textRun(run, 'alert-text'),
  );
}
