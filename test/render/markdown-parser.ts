/** Markdown as GitHub reads it, as a tree without positions. */
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

function bare<N extends Nodes>(node: N): N {
  const { position: _position, data: _data, ...rest } = node;
  // Without properties that say nothing: a link has no title, a list item is no task.
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  const children = 'children' in node ? { children: node.children.map((child) => bare(child)) } : {};
  return { ...said, ...children } as N;
}

export function parseMarkdown(markdown: string): Root {
  return bare(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}

export function everyNode(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap((child) => everyNode(child)) : [])];
}

/** What a reader sees, block by block; a hard break is a new line. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return '';
  const blocks = ['root', 'list', 'table', 'tableRow', 'blockquote', 'listItem'].includes(node.type);
  return node.children.map((child) => plainText(child)).join(blocks ? '\n' : '');
}
