/**
 * The drawing of a scene, element by element, on a page of a PDF.
 *
 * Knows the elements and attributes that `svg/` draws with, and throws at any other: what the SVG learns, the PDF must learn too, and a
 * test draws every example to see that it has.
 */
import { printable } from '../../base/printable.js';
import type { XmlElement } from '../../base/xml.js';
import type { Box } from '../../model/scene.js';
import type { Paint } from '../svg/palette.js';
import type { Pdf } from './document.js';
import { initialStyle, styleOf, type Style } from './style.js';

/** What is said beside the picture: nothing to draw. */
const unseen = ['title', 'desc', 'style'];

const known: Readonly<Record<string, readonly string[]>> = {
  svg: ['xmlns', 'width', 'height', 'viewBox', 'lang', 'role', 'aria-labelledby'],
  g: ['id', 'data-node', 'data-edge', 'data-lane', 'data-group', 'data-phase', 'role', 'aria-label', 'aria-hidden'],
  a: ['href', 'aria-label'],
  rect: ['x', 'y', 'width', 'height', 'rx'],
  circle: ['cx', 'cy', 'r'],
  polygon: ['points'],
  path: ['d', 'transform'],
  text: ['x', 'y', 'text-anchor', 'font-size', 'font-weight'],
};
const ofEvery = ['class', 'fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'];

export function drawElement(
  pdf: Pdf,
  element: XmlElement,
  paints: ReadonlyMap<string, Paint>,
  outer = initialStyle,
): void {
  if (unseen.includes(element.name)) return;
  expectKnown(element);
  const style = styleOf(element.attributes, paints, outer);
  if (element.name === 'a') drawLink(pdf, element);
  if (element.attributes['id'] !== undefined && element.name === 'g') markPlace(pdf, element);
  if (['svg', 'g', 'a'].includes(element.name)) {
    for (const child of element.children) if (typeof child === 'object') drawElement(pdf, child, paints, style);
  } else if (element.name === 'text') drawText(pdf, element, style);
  else drawShape(pdf, element, style);
}

function expectKnown({ name, attributes }: XmlElement): void {
  const names = known[name];
  if (names === undefined) throw new TypeError(`PDF does not know how to draw <${name}>`);
  const strange = Object.keys(attributes).find((key) => !names.includes(key) && !ofEvery.includes(key));
  if (strange !== undefined) throw new TypeError(`PDF does not know what ${strange} of <${name}> means`);
}

const number = ({ attributes }: XmlElement, name: string): number => Number(attributes[name] ?? 0);
const text = ({ attributes }: XmlElement, name: string): string => String(attributes[name] ?? '');

function drawShape(pdf: Pdf, element: XmlElement, style: Style): void {
  const filled = style.fill !== 'none';
  const stroked = style.stroke !== 'none';
  if (!filled && !stroked) return;
  pdf.save();
  if (element.attributes['transform'] !== undefined) shift(pdf, text(element, 'transform'));
  outline(pdf, element);
  if (stroked) {
    pdf.lineWidth(style.strokeWidth).lineCap(style.cap).lineJoin(style.join);
    if (style.dashes.length > 0) dash(pdf, style.dashes);
  }
  if (filled && stroked) pdf.fillAndStroke(style.fill, style.stroke);
  else if (filled) pdf.fill(style.fill);
  else pdf.stroke(style.stroke);
  pdf.restore();
}

function outline(pdf: Pdf, element: XmlElement): void {
  const of = (name: string): number => number(element, name);
  switch (element.name) {
    case 'rect':
      if (of('rx') > 0) pdf.roundedRect(of('x'), of('y'), of('width'), of('height'), of('rx'));
      else pdf.rect(of('x'), of('y'), of('width'), of('height'));
      break;
    case 'circle':
      pdf.circle(of('cx'), of('cy'), of('r'));
      break;
    case 'polygon':
      pdf.polygon(...pointsOf(element));
      break;
    case 'path':
      pdf.path(text(element, 'd'));
  }
}

function dash(pdf: Pdf, [length = 1, space = length]: readonly number[]): void {
  pdf.dash(length, { space });
}

function shift(pdf: Pdf, transform: string): void {
  const [, x, y] = /^translate\(([-\d.]+) ([-\d.]+)\)$/u.exec(transform) ?? [];
  if (x === undefined || y === undefined) throw new TypeError(`PDF does not know the transform ${transform}`);
  pdf.translate(Number(x), Number(y));
}

function pointsOf(element: XmlElement): [number, number][] {
  return text(element, 'points')
    .split(' ')
    .map((point) => {
      const [x = 0, y = 0] = point.split(',').map(Number);
      return [x, y];
    });
}

function drawText(pdf: Pdf, element: XmlElement, style: Style): void {
  const said = printable(element.children.filter((child) => typeof child === 'string').join(''));
  if (said === '') return;
  pdf.font(text(element, 'font-weight') === '700' ? '700' : '400').fontSize(number(element, 'font-size'));
  const anchor = text(element, 'text-anchor');
  const share = anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0;
  const x = number(element, 'x') - share * pdf.widthOfString(said);
  pdf.fillColor(style.fill).text(said, x, number(element, 'y'), { lineBreak: false, baseline: 'alphabetic' });
}

/** A place that links lead to. */
function markPlace(pdf: Pdf, element: XmlElement): void {
  pdf.addNamedDestination(text(element, 'id'), 'Fit');
}

/** The whole node can be clicked. */
function drawLink(pdf: Pdf, element: XmlElement): void {
  const boxes = element.children.flatMap((child) => (typeof child === 'object' ? boxOf(child) : []));
  if (boxes.length === 0) return;
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const href = printable(text(element, 'href'));
  if (href.startsWith('#')) pdf.goTo(left, top, right - left, bottom - top, decodeURIComponent(href.slice(1)));
  // Addresses in PDF are ASCII.
  else pdf.link(left, top, right - left, bottom - top, href.replace(/[^!-~]/gu, encodeURIComponent));
}

function boxOf(element: XmlElement): Box[] {
  if (element.name === 'rect')
    return [
      {
        x: number(element, 'x'),
        y: number(element, 'y'),
        width: number(element, 'width'),
        height: number(element, 'height'),
      },
    ];
  if (element.name !== 'polygon') return [];
  const points = pointsOf(element);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return [{ x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }];
}
