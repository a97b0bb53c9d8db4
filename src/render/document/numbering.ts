/**
 * Numbers the headings and fills in the references to them, which finishes a document.
 *
 * Done last, in one place, because a number depends on everything before it: which sections have something to say, how many phases
 * and nodes there are. The number stands beside the words of a heading, and a reference leads to the heading's id; what anchors look
 * like, and where the number is written, is for each form to say.
 */
import type { Heading, Nodes, Root } from 'mdast';
import { inline } from './blocks.js';

export const textOf = (heading: Heading): string =>
  heading.children.map((child) => ('value' in child ? child.value : '')).join('');

/** The tree with numbers from depth 2 on, and what a reference to each heading says. */
function numberHeadings(root: Root): { readonly root: Root; readonly labels: ReadonlyMap<string, string> } {
  const labels = new Map<string, string>();
  const counts: number[] = [];
  const children = root.children.map((block) => {
    if (block.type !== 'heading') return block;
    const { depth, data: { unnumbered, ...data } = {} } = block;
    const words = textOf(block);
    if (depth === 1 || unnumbered === true) {
      if (data.id !== undefined) labels.set(data.id, words);
      return { ...block, data };
    }
    const level = depth - 2;
    counts.length = Math.min(counts.length, level + 1);
    counts[level] = (counts[level] ?? 0) + 1;
    const number = counts.join('.');
    if (data.id !== undefined) labels.set(data.id, `${number} ${words}`);
    return { ...block, data: { ...data, number } };
  });
  return { root: { type: 'root', children }, labels };
}

function withReferences<N extends Nodes>(node: N, labels: ReadonlyMap<string, string>): N {
  if (node.type === 'link' && node.data?.ref !== undefined) {
    const { ref } = node.data;
    const label = labels.get(ref);
    if (label === undefined) throw new Error(`no heading has the id '${ref}'`);
    return { ...node, url: `#${ref}`, children: node.children.length > 0 ? node.children : inline(label) };
  }
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map((child) => withReferences(child, labels)) };
}

export function finish(draft: Root): Root {
  const { root, labels } = numberHeadings(draft);
  return withReferences(root, labels);
}
