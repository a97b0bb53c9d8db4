/** A drawing whose text is outlines: nothing in it needs a font any more. */
import { fontTable, type FontTable } from '../../base/text/font-table.js';
import { printable } from '../../base/printable.js';
import { element, formatNumber, type XmlChild, type XmlElement } from '../../base/xml.js';
import type { FontWeight } from '../../model/scene.js';
import { outlinesOf, type Contour, type Outlines } from '../fonts/outlines.js';
import type { Fonts } from '../fonts/shipped.js';

export function outlined(drawing: XmlElement, fonts: Fonts): XmlElement {
  const read: Partial<Record<FontWeight, Outlines>> = {};
  const walk = (node: XmlElement): XmlElement => {
    if (node.name !== 'text')
      return {
        ...node,
        children: node.children.map((child): XmlChild => (typeof child === 'object' ? walk(child) : child)),
      };
    const weight = String(node.attributes['font-weight']) === '700' ? 700 : 400;
    return asPath(node, (read[weight] ??= outlinesOf(fonts[weight].read())), fontTable(weight));
  };
  return walk(drawing);
}

function asPath({ attributes, children }: XmlElement, outlines: Outlines, { kerning }: FontTable): XmlElement {
  const { x = 0, y = 0, 'text-anchor': anchor, 'font-size': size = 0, 'font-weight': _, ...rest } = attributes;
  const text = Array.from(printable(children.filter((child) => typeof child === 'string').join('')));
  const em = Number(size);
  const scale = em / outlines.unitsPerEm;
  let width = 0;
  // Kerned by the table that the layout has measured with.
  const places = text.map((character, index) => {
    const before = text[index - 1];
    if (before !== undefined) width += (kerning(code(before), code(character)) * em) / 1000;
    const at = width;
    width += outlines.advance(character) * scale;
    return at;
  });
  const start = Number(x) - width * (anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0);
  const parts = text.flatMap((character, index) =>
    outlines.contours(character).map((contour) => pathOf(contour, start + (places[index] ?? 0), Number(y), scale)),
  );
  return element('path', { ...rest, d: parts.join('') });
}

const code = (character: string): number => character.codePointAt(0) ?? 0;

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
