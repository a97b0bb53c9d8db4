/**
 * Trees of HTML: how author's text gets into them, and how they become bytes. The only file that writes HTML.
 *
 * `printable` is applied here, to every text and every attribute, so that no page can forget it.
 */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { formatNumber, type XmlElement } from '../base/xml.js';
import { printable } from '../base/printable.js';

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

export function htmlOf(element: Element): string {
  return toHtml(element);
}

/** Where a picture will be put that is text already. Author's text cannot look like one: in it, `<` and quotes are escaped. */
const slot = (number: number): string => `<div class="canvas"><!--${String(number)}--></div>`;

export function pictureSlot(number: number): Element {
  return h('div', { class: 'canvas' }, { type: 'comment', value: String(number) });
}

export function fillSlots(page: string, pictures: readonly string[]): string {
  return pictures.reduce(
    (html, picture, number) => html.split(slot(number)).join(`<div class="canvas">${picture}</div>`),
    page,
  );
}

/** The pictures of a page that was filled so, in their order. */
export function picturesOf(page: string): readonly string[] {
  return [...page.matchAll(/<div class="canvas">(<svg .*?<\/svg>)<\/div>/gsu)].map(([, picture = '']) => picture);
}

export function htmlPage(page: Element): string {
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, page] };
  return `${toHtml(root)}\n`;
}

/** All text below, with a space between blocks. */
export function textOf(node: Element | ElementContent | Root): string {
  const parts: string[] = [];
  const waiting: (ElementContent | Root | Root['children'][number])[] = [node];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.type === 'text') parts.push(at.value);
    else if ('children' in at) {
      if (at.type === 'element' && !inlineElements.has(at.tagName)) parts.push(' ');
      waiting.push(...[...at.children].reverse());
    }
  }
  return parts.join('').replace(/\s+/gu, ' ').trim();
}

const inlineElements: ReadonlySet<string> = new Set(['a', 'code', 'em', 'strong', 'span']);
