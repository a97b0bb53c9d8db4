/**
 * What the site does with a tree of HTML: bytes of it, the text in it, and places in it for pictures that are text already.
 *
 * Trees are made with `render/html/tree`.
 */
import type { Comment, Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from '../render/html/tree.js';

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

/** Where a part of the page will be put that is text already. */
export function partSlot(number: number): Comment {
  return { type: 'comment', value: `part ${String(number)}` };
}

export function fillParts(page: string, parts: readonly string[]): string {
  return page.replace(/<!--part (\d+)-->/gu, (_, number: string) => parts[Number(number)] ?? '');
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
