/** Which characters a picture writes in which weight, in the order of their code points. */
import type { XmlElement } from '../../base/xml.js';
import { printable } from '../../base/printable.js';
import type { FontWeight } from '../../model/scene.js';

/** Read off the drawing, not the scene: whatever is drawn counts, and nothing else does. */
export function charactersOf(picture: XmlElement, weight: FontWeight): string {
  const found = new Set<string>();
  collect(picture, weight, found);
  return [...found].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)).join('');
}

function collect(element: XmlElement, weight: FontWeight, found: Set<string>): void {
  const isText = element.name === 'text' && Number(element.attributes['font-weight'] ?? 400) === weight;
  for (const child of element.children) {
    if (typeof child === 'object') collect(child, weight, found);
    else if (isText && child !== undefined) for (const character of printable(child)) found.add(character);
  }
}
