/**
 * Finished documents as parts of pages: what every page does to the tree of a document before it cuts it.
 *
 * Links are judged here: what leads to another page of the site, to an address on the web or to a place in the same document stays; a
 * relative link of the author leads from the flow file, which is not where the site will be, and leaves its text.
 */
import type { Element, ElementContent } from 'hast';
import type { Root } from 'mdast';
import { documentHast } from '../render/document/hast.js';
import { h } from '../render/html/tree.js';

export interface PartOptions {
  /** Links that lead to pages of the site. */
  readonly pages: ReadonlySet<string>;
  /** In front of all ids: a page may hold several documents. */
  readonly prefix?: string;
  /** How much deeper headings stand than in the document. */
  readonly deeper?: number;
}

/** The blocks of a document without its title. */
export function blocksOf(document: Root, { pages, prefix = '', deeper = 0 }: PartOptions): readonly ElementContent[] {
  const isReachable = (url: string): boolean => pages.has(url) || /^(?:https?:\/\/|mailto:)/iu.test(url);
  const { children } = documentHast(document, { link: (url) => (isReachable(url) ? url : undefined) });
  const change = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    const { tagName, properties } = node;
    if (tagName === 'input') return h('span', { class: 'box' });
    const rank = rankOf(node);
    const { id, href } = properties;
    const changed: Element = {
      ...node,
      tagName: rank === 0 ? tagName : `h${String(Math.min(6, rank + deeper))}`,
      properties: {
        ...properties,
        ...(typeof id === 'string' && { id: prefix + id }),
        ...(typeof href === 'string' && href.startsWith('#') && { href: `#${prefix}${href.slice(1)}` }),
      },
      children: node.children.map(change),
    };
    // Wide tables move sideways by themselves, and the page stays where it is.
    return tagName === 'table' ? h('div', { class: 'scroll' }, changed) : changed;
  };
  return children
    .filter((child): child is ElementContent => child.type !== 'doctype' && rankOf(child) !== 1)
    .map(change);
}

export interface DocumentPart {
  /** Absent for what stands before the first one. */
  readonly heading?: Element;
  readonly content: readonly ElementContent[];
}

/** Cut before each block that begins a part. */
export function cut(blocks: readonly ElementContent[], begins: (block: Element) => boolean): readonly DocumentPart[] {
  const parts: { heading?: Element; content: ElementContent[] }[] = [{ content: [] }];
  for (const block of blocks) {
    if (block.type === 'element' && begins(block)) parts.push({ heading: block, content: [] });
    else parts.at(-1)?.content.push(block);
  }
  return parts;
}

/** Of a heading; 0 for anything else. */
export function rankOf(block: { readonly type: string; readonly tagName?: string }): number {
  return Number(/^h([1-6])$/u.exec(block.tagName ?? '')?.[1] ?? 0);
}

export function idOf({ properties }: Element): string {
  const { id } = properties;
  return typeof id === 'string' ? id : '';
}
