/**
 * Trees of HTML: how text gets into them, and how what is written as XML elsewhere becomes a part of a page.
 *
 * `printable` is applied here, to every text and every attribute, so that no page can forget it.
 */
import type { Element, ElementContent } from 'hast';
import { printable } from '../../base/printable.js';
import { formatNumber, type XmlElement } from '../../base/xml.js';

export type Content = ElementContent | string | undefined | readonly Content[];
type Value = string | number | boolean | readonly string[] | undefined;
export type Properties = Readonly<Record<string, Value>>;

/** An element; strings among its children are text, undefined is nothing. Attributes by their names in HTML. */
export function h(tagName: string, properties: Properties, ...children: readonly Content[]): Element {
  const kept = Object.entries(properties).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const clean = typeof value === 'string' ? printable(value) : typeof value === 'object' ? [...value] : value;
    return [[propertyOf(name), clean] as const];
  });
  return { type: 'element', tagName, properties: Object.fromEntries(kept), children: contents(children) };
}

/** A tree keeps `data-node` under this name; all others are found by their names in HTML. */
function propertyOf(name: string): string {
  return name.startsWith('data-')
    ? name.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase())
    : name === 'class'
      ? 'className'
      : name;
}

export function contents(children: readonly Content[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child === undefined || child === '') return [];
    if (typeof child === 'string') return [{ type: 'text', value: printable(child) }];
    return isList(child) ? contents(child) : [child];
  });
}

function isList(content: ElementContent | readonly Content[]): content is readonly Content[] {
  return Array.isArray(content);
}

/** What is written as XML elsewhere, as a part of a page. `change` may give an element other attributes, or leave it out. */
export function fromXml(
  { name, attributes, children }: XmlElement,
  change: (name: string, attributes: XmlElement['attributes']) => XmlElement['attributes'] | undefined,
): Element | undefined {
  const changed = change(name, attributes);
  if (changed === undefined) return undefined;
  const properties = Object.fromEntries(
    Object.entries(changed).map(([key, value]) => [key, typeof value === 'number' ? formatNumber(value) : value]),
  );
  return h(name, properties, ...children.map((child) => (typeof child === 'object' ? fromXml(child, change) : child)));
}
