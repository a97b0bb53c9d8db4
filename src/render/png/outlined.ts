/** A drawing whose text is outlines: nothing in it needs a font any more. */
import { printable } from '../../base/printable.js';
import { element, formatNumber, type XmlChild, type XmlElement } from '../../base/xml.js';
import type { FontWeight } from '../../model/scene.js';
import { outlinesOf, type Contour, type Outlines } from '../fonts/outlines.js';
import type { Fonts } from '../fonts/shipped.js';

export function outlined(drawing: XmlElement, fonts: Fonts): XmlElement {
  const read: Partial<Record<FontWeight, Outlines>> = {};
  const outlinesFor = (weight: FontWeight): Outlines => (read[weight] ??= outlinesOf(fonts[weight].read()));
  const walk = (node: XmlElement): XmlElement =>
    node.name === 'text'
      ? asPath(node, outlinesFor(String(node.attributes['font-weight']) === '700' ? 700 : 400))
      : {
          ...node,
          children: node.children.map((child): XmlChild => (typeof child === 'object' ? walk(child) : child)),
        };
  return walk(drawing);
}

function asPath({ attributes, children }: XmlElement, outlines: Outlines): XmlElement {
  const { x = 0, y = 0, 'text-anchor': anchor, 'font-size': size = 0, 'font-weight': _, ...rest } = attributes;
  const text = Array.from(printable(children.filter((child) => typeof child === 'string').join('')));
  const scale = Number(size) / outlines.unitsPerEm;
  const width = text.reduce((sum, character) => sum + outlines.advance(character), 0) * scale;
  let at = Number(x) - width * (anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0);
  const parts: string[] = [];
  for (const character of text) {
    for (const contour of outlines.contours(character)) parts.push(pathOf(contour, at, Number(y), scale));
    at += outlines.advance(character) * scale;
  }
  return element('path', { ...rest, d: parts.join('') });
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

function pathOf(contour: Contour, left: number, baseline: number, scale: number): string {
  const place = ({ x, y }: Spot): string => `${formatNumber(left + x * scale)} ${formatNumber(baseline - y * scale)}`;
  const between = (a: Spot, b: Spot): Spot => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const [first, last] = [contour[0], contour.at(-1)];
  if (first === undefined || last === undefined) return '';
  const start = first.on ? first : last.on ? last : between(first, last);
  const parts = [`M${place(start)}`];
  contour.forEach((point, index) => {
    const next = contour[index + 1] ?? first;
    if (!point.on) parts.push(`Q${place(point)} ${place(next.on ? next : between(point, next))}`);
    // The end of a curve is drawn with it, and the first point is where all begins.
    else if (index > 0 && contour[index - 1]?.on === true) parts.push(`L${place(point)}`);
  });
  return `${parts.join('')}Z`;
}
