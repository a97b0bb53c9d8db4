/**
 * Several pictures and lines of text on one sheet, one below the other.
 *
 * Each picture becomes a group moved to its place, never an `<svg>` within the sheet: that would be clipped to its own box, which
 * rasterisers draw as a layer, and office programs draw elsewhere.
 */
import { measure } from '../../base/text/measure.js';
import { wrap } from '../../base/text/wrap.js';
import { block, element, type XmlChild, type XmlElement } from '../../base/xml.js';
import type { Look } from '../format.js';
import { styleSheet } from './palette.js';

export interface Drawing {
  /** A root element. */
  readonly picture: XmlElement;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** A line of text above the pictures; `alarm` for what must not be overlooked. */
export interface Notice {
  readonly text: string;
  readonly tone: 'alarm' | 'plain';
}

const gap = 32;
const margin = 24;
const leading = 1.45;

/** `size`: of the lines of text, px. A sheet without pictures is as wide as its text, within reason. */
export function stacked(
  notices: readonly Notice[],
  drawings: readonly Drawing[],
  { theme, size, language }: { readonly theme: Look; readonly size: number; readonly language: string },
): Drawing {
  const pictures = drawings.reduce((most, drawing) => Math.max(most, drawing.width), 0);
  const maxWidth = Math.max(pictures - 2 * margin, 640);
  const lines = notices.flatMap(({ text, tone }) =>
    wrap(text, { size, weight: 700, maxWidth, maxLines: 3 }).lines.map((line) => ({ line, tone })),
  );
  const texts = lines.map(({ line, tone }, index) =>
    element(
      'text',
      {
        class: tone === 'alarm' ? 'status-retired-text' : 'text',
        x: margin,
        y: margin + size + index * size * leading,
        'font-size': size,
        'font-weight': 700,
      },
      line,
    ),
  );
  const widest = Math.ceil(Math.max(0, ...lines.map(({ line }) => measure(line, size, 700))));
  const width = Math.max(pictures, widest + 2 * margin);
  let y =
    lines.length === 0 ? 0 : Math.ceil(margin + lines.length * size * leading + (drawings.length > 0 ? 4 : margin));
  const placed = drawings.map(({ picture, height }, index) => {
    const at = y;
    y += height + (index === drawings.length - 1 ? 0 : gap);
    return moved(picture, at, index + 1);
  });
  const picture = block(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height: y, viewBox: `0 0 ${width} ${y}`, lang: language },
    element('style', {}, styleSheet(theme, 'difference')),
    element('rect', { class: 'page', width, height: y }),
    ...(texts.length === 0 ? [] : [block('g', {}, ...texts)]),
    ...placed,
  );
  return { picture, width, height: y };
}

/** A picture as a group, its ids apart from those of the others, without the style sheet, which the sheet has once. */
function moved({ attributes, children }: XmlElement, y: number, number: number): XmlElement {
  const unique = (id: string): string => `${id}-${String(number)}`;
  const labelled = attributes['aria-labelledby'];
  const own = (child: XmlChild): readonly XmlChild[] => {
    if (typeof child !== 'object') return [child];
    if (child.name === 'style') return [];
    const { id } = child.attributes;
    return [typeof id === 'string' ? { ...child, attributes: { ...child.attributes, id: unique(id) } } : child];
  };
  return block(
    'g',
    {
      transform: `translate(0 ${y})`,
      lang: attributes['lang'],
      role: attributes['role'],
      ...(typeof labelled === 'string' && { 'aria-labelledby': labelled.split(' ').map(unique).join(' ') }),
    },
    ...children.flatMap(own),
  );
}
