/** What a part of a document says, without its links and emphasis. */
import type { Nodes } from 'mdast';

export function plainText(node: Nodes | undefined): string {
  if (node === undefined) return '';
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
