/** A document as one HTML file, with its contents beside it and its pictures in it, for browsers and print. */
import type { Element, ElementContent } from 'hast';
import type { Root } from 'mdast';
import type { XmlElement } from '../../base/xml.js';
import type { Language } from '../../model/text.js';
import type { Look } from '../format.js';
import { htmlPage } from '../html/page.js';
import { pagePicture } from '../html/picture.js';
import { h } from '../html/tree.js';
import { documentHast } from './hast.js';
import { documentStyle } from './page-style.js';
import { plainText } from './plain-text.js';

export interface DocumentPage {
  readonly language: Language;
  readonly theme: Look;
  /** `目录`, `Contents`: what the list of its chapters is called. */
  readonly contents: string;
  /** By the address that the tree names; a picture without one here is told by its words. */
  readonly pictures: ReadonlyMap<string, XmlElement>;
}

export async function documentPage(root: Root, options: DocumentPage): Promise<string> {
  const numbers = new Map([...options.pictures.keys()].map((url, index) => [url, index + 1]));
  const pictures = new Map(
    [...options.pictures].map(([url, drawing]) => [url, pagePicture(drawing, numbers.get(url) ?? 0)]),
  );
  const styles = new Set([...pictures.values()].map(({ style }) => style));
  const tree = documentHast(root);
  const shown = tree.children.flatMap((child) => (child.type === 'element' ? [placed(child, pictures)] : []));
  return htmlPage({
    language: options.language,
    title: plainText(root.children.find(({ type }) => type === 'heading')),
    style: documentStyle(options.theme) + [...styles].join(''),
    body: [contentsOf(root, options.contents), h('main', {}, shown)],
  });
}

/** With pictures in place of what names them; tables may be wider than the page and scroll for themselves. */
function placed(element: Element, pictures: ReadonlyMap<string, { readonly element: Element }>): Element {
  if (element.tagName === 'img') {
    const { src, alt } = element.properties;
    const picture = pictures.get(src ?? '');
    return picture === undefined
      ? h('span', {}, typeof alt === 'string' ? alt : '')
      : h('span', { class: ['picture', ...sheetOf(picture.element)].join(' '), tabIndex: 0 }, picture.element);
  }
  // Left empty to be filled in by hand.
  if (element.tagName === 'td' && isBlank(element))
    return { ...element, properties: { ...element.properties, className: ['blank'] } };
  const children = element.children.map((child): ElementContent =>
    child.type === 'element' ? placed(child, pictures) : child,
  );
  const filled = { ...element, children };
  return element.tagName === 'table' ? h('div', { class: 'table', tabIndex: 0 }, filled) : filled;
}

const isBlank = ({ children: [first, ...more] }: Element): boolean =>
  more.length === 0 && first?.type === 'text' && first.value === '\u00A0';

/** Px across that can still be read on the longer side of A4, between its margins. */
const readableAcross = 1350;

/** A picture that is wider than high gets a sheet that is turned in print, and a larger one where A4 would make it too small. */
function sheetOf({ properties }: Element): readonly string[] {
  const [width, height] = [Number(properties.width), Number(properties.height)];
  return width <= height ? [] : [width > readableAcross ? 'on-a3' : 'on-a4'];
}

/** The chapters and their sections; steps are found in the overview of theirs. */
function contentsOf(root: Root, name: string): Element {
  const entries = root.children.flatMap((block) => {
    if (block.type !== 'heading' || block.depth === 1 || block.depth > 3 || block.data?.id === undefined) return [];
    const { id, number } = block.data;
    const words = `${number === undefined ? '' : `${number} `}${plainText(block)}`;
    return [h('li', { class: `depth-${String(block.depth)}` }, h('a', { href: `#${id}` }, words))];
  });
  return h('nav', { ariaLabel: name }, h('p', {}, name), h('ul', {}, entries));
}
