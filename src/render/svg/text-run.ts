/** A line of text where the layout has put it. */
import { element, type XmlElement } from '../../base/xml.js';
import type { TextRun } from '../../model/scene.js';

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
