/**
 * A drawing as a part of a page that has several: the same elements as in an SVG file, with ids of its own, and its style handed out,
 * because the page's rules allow but one style sheet.
 */
import type { Element } from 'hast';
import type { XmlElement } from '../../base/xml.js';
import { fromXml } from './tree.js';

export interface PagePicture {
  readonly element: Element;
  readonly style: string;
}

export function pagePicture(drawing: XmlElement, number: number): PagePicture {
  const unique = (id: string): string => `picture-${String(number)}-${id}`;
  const element = fromXml(drawing, (name, attributes) => {
    if (name === 'style') return undefined;
    const { id, 'aria-labelledby': labelled } = attributes;
    return {
      ...attributes,
      ...(typeof id === 'string' && { id: unique(id) }),
      ...(typeof labelled === 'string' && { 'aria-labelledby': labelled.split(' ').map(unique).join(' ') }),
    };
  });
  if (element === undefined) throw new Error('a picture without a root');
  return { element, style: styleIn(drawing) };
}

function styleIn({ name, children }: XmlElement): string {
  return children
    .map((child) => (typeof child === 'object' ? styleIn(child) : name === 'style' ? (child ?? '') : ''))
    .join('');
}
