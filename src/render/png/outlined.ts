/** A drawing whose text is outlines: nothing in it needs a font any more. */
import { fontTable, type FontTable } from '../../base/text/font-table.js';
import { printable } from '../../base/printable.js';
import { element, formatNumber, type XmlChild, type XmlElement } from '../../base/xml.js';
import type { FontWeight } from '../../model/scene.js';
import { outlinesOf, type Contour, type ContourPoint, type Outlines } from '../fonts/outlines.js';
import type { Fonts } from '../fonts/shipped.js';

interface Pen extends Outlines {
  readonly kerning: FontTable['kerning'];
  /** Path of a character that stands at the given distance from the beginning of its line, in units of the font. */
  path(character: string, at: number): string;
}

export function outlined(drawing: XmlElement, fonts: Fonts): XmlElement {
  const pens: Partial<Record<FontWeight, Pen>> = {};
  const walk = (node: XmlElement): XmlElement => {
    if (node.name !== 'text')
      return {
        ...node,
        children: node.children.map((child): XmlChild => (typeof child === 'object' ? walk(child) : child)),
      };
    const weight = String(node.attributes['font-weight']) === '700' ? 700 : 400;
    return asPath(node, (pens[weight] ??= penOf(outlinesOf(fonts[weight].read()), fontTable(weight))));
  };
  return walk(drawing);
}

/** In units of the font, which a transformation brings to size: so a character is written the same wherever it stands, and only once. */
function asPath({ attributes, children }: XmlElement, pen: Pen): XmlElement {
  const { x = 0, y = 0, 'text-anchor': anchor, 'font-size': size = 0, 'font-weight': _, ...rest } = attributes;
  const scale = Number(size) / pen.unitsPerEm;
  const parts: string[] = [];
  let width = 0;
  let before: number | undefined;
  for (const character of printable(children.filter((child) => typeof child === 'string').join(''))) {
    const code = character.codePointAt(0) ?? 0;
    // Kerned by the table that the layout has measured with, in thousandths of an em.
    if (before !== undefined) width += (pen.kerning(before, code) * pen.unitsPerEm) / 1000;
    before = code;
    parts.push(pen.path(character, width));
    width += pen.advance(character);
  }
  const left = Number(x) - width * scale * (anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0);
  const place = `translate(${formatNumber(left)} ${formatNumber(Number(y))}) scale(${scale} ${-scale})`;
  return element('path', { ...rest, transform: place, d: parts.join('') });
}

function penOf(outlines: Outlines, { kerning }: FontTable): Pen {
  const known = new Map<string, { readonly start: ContourPoint; readonly rest: string } | undefined>();
  const written = (character: string): { readonly start: ContourPoint; readonly rest: string } | undefined => {
    let start: ContourPoint | undefined;
    let last: ContourPoint | undefined;
    const parts: string[] = [];
    for (const contour of outlines.contours(character)) {
      const begin = beginOf(contour);
      if (begin === undefined) continue;
      // A closed contour ends where it began, and the next begins from there.
      if (last !== undefined) parts.push(`m${begin.x - last.x} ${begin.y - last.y}`);
      parts.push(around(contour, begin));
      start ??= begin;
      last = begin;
    }
    return start && { start, rest: parts.join('') };
  };
  return {
    ...outlines,
    kerning,
    path(character, at) {
      if (!known.has(character)) known.set(character, written(character));
      const glyph = known.get(character);
      return glyph === undefined ? '' : `M${at + glyph.start.x} ${glyph.start.y}${glyph.rest}`;
    },
  };
}

const between = (a: ContourPoint, b: ContourPoint): ContourPoint => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
  on: true,
});

/** The first point that is on the curve. */
function beginOf(contour: Contour): ContourPoint | undefined {
  const [first, last] = [contour[0], contour.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return first.on ? first : last.on ? last : between(first, last);
}

function around(contour: Contour, begin: ContourPoint): string {
  const parts: string[] = [];
  let pen = begin;
  const to = ({ x, y }: ContourPoint): string => `${x - pen.x} ${y - pen.y}`;
  contour.forEach((point, index) => {
    const next = contour[index + 1] ?? contour[0] ?? begin;
    if (!point.on) {
      const end = next.on ? next : between(point, next);
      parts.push(`q${to(point)} ${to(end)}`);
      pen = end;
    } else if (index > 0 && contour[index - 1]?.on === true) {
      // The end of a curve is drawn with it, and the first point is where all begins.
      parts.push(`l${to(point)}`);
      pen = point;
    }
  });
  return `${parts.join('')}z`;
}
