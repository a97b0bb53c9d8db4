/**
 * Small parts of our drawing as images in a cell: clocks, badges, swatches of the legend.
 *
 * They are marks and not meant to be edited, draw.io has no shapes like them, and the SVG's own drawing of them is always complete.
 */
import { block, writeXml, type XmlChild, type XmlElement } from '../../base/xml.js';
import type { Box } from '../../model/scene.js';
import type { Paint } from '../svg/palette.js';
import type { Style } from './cell.js';

/** As a style; the elements in coordinates of the picture, the box around what is to be seen of them. */
export function imageOf(elements: readonly XmlElement[], box: Box, paints: ReadonlyMap<string, Paint>): Style {
  const { x, y, width, height } = box;
  const svg = block(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: [x, y, width, height].join(' ') },
    ...elements.map((child) => painted(child, paints)),
  );
  // `;base64` is left out as draw.io itself does: a semicolon ends a property of the style.
  return { shape: 'image', imageAspect: 0, image: `data:image/svg+xml,${btoa(writeXml(svg))}` };
}

/** With colours in place of classes: an image has no style sheet. */
function painted(drawn: XmlElement, paints: ReadonlyMap<string, Paint>): XmlElement {
  const { class: name, ...attributes } = drawn.attributes;
  const paint = name === undefined ? {} : (paints.get(String(name)) ?? {});
  const children = drawn.children.map((child): XmlChild =>
    typeof child === 'object' ? painted(child, paints) : child,
  );
  return { ...drawn, attributes: { ...attributes, ...paint }, children };
}
