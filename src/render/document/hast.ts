/**
 * A finished document as a tree of HTML: what an HTML file and the pages of a site are made of.
 *
 * Apart from writing HTML, because a page cuts the tree to pieces first. Author's text comes in as text nodes and leaves as text nodes;
 * raw HTML is dropped, and links that could run something lose their address.
 */
import type { ElementContent, Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { safeLink } from '../svg/node.js';

export interface HastOptions {
  /** Where a link leads in this form; undefined for nowhere, which leaves its text. Links within the document are never asked. */
  readonly link?: (url: string) => string | undefined;
}

/** Headings carry their ids, and their numbers as a text of its own in front. */
export function documentHast(root: Root, { link = (url) => url }: HastOptions = {}): HastRoot {
  const tree = toHast(root, {
    handlers: {
      heading(state, node: Extract<Root['children'][number], { type: 'heading' }>): ElementContent[] {
        const { id, number, below } = node.data ?? {};
        const words = state.all(node);
        const heading: ElementContent = {
          type: 'element',
          tagName: `h${String(node.depth)}`,
          properties: id === undefined ? {} : { id },
          children: number === undefined ? words : [{ type: 'text', value: `${number} ` }, ...words],
        };
        if (below === undefined) return [heading];
        return [heading, { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: below }] }];
      },
      link(state, node: { readonly url: string }): ElementContent | ElementContent[] {
        const children = state.all(node as Parameters<typeof state.all>[0]);
        const url = node.url.startsWith('#') ? node.url : safeLink(link(node.url));
        return url === undefined ? children : { type: 'element', tagName: 'a', properties: { href: url }, children };
      },
    },
  });
  if (tree.type !== 'root') throw new Error('a document is not one element');
  return tree;
}
