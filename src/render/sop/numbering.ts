/**
 * Numbers the headings and fills in the references to them.
 *
 * Done last, in one place, because a number depends on everything before it: which sections have something to say, how many phases
 * and nodes there are. Anchors are the ones that GitHub (and pandoc's gfm) give a heading.
 */
import type { Heading, Nodes, Root } from 'mdast';
import { inline } from './blocks.js';

/** GitHub's anchor for a heading, before the numbers that tell equal ones apart. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control} -]/gu, '')
    .replaceAll(' ', '-');
}

const textOf = (heading: Heading): string =>
  heading.children.map((child) => ('value' in child ? child.value : '')).join('');

interface Target {
  readonly anchor: string;
  readonly label: string;
}

/** The tree with numbered headings from depth 2 on, and the targets that they are. */
function numberHeadings(root: Root): { readonly root: Root; readonly targets: ReadonlyMap<string, Target> } {
  const targets = new Map<string, Target>();
  const anchors = new Set<string>();
  const counts: number[] = [];
  const children = root.children.map((block) => {
    if (block.type !== 'heading') return block;
    const { depth, data = {} } = block;
    let label = textOf(block);
    if (depth > 1 && data.unnumbered !== true) {
      const level = depth - 2;
      counts.length = Math.min(counts.length, level + 1);
      counts[level] = (counts[level] ?? 0) + 1;
      label = `${counts.join('.')} ${label}`;
    }
    const base = slug(label);
    let anchor = base;
    for (let number = 1; anchors.has(anchor); number += 1) anchor = `${base}-${number}`;
    anchors.add(anchor);
    if (data.target !== undefined) targets.set(data.target, { label, anchor });
    return { type: 'heading', depth, children: inline(label) } satisfies Heading;
  });
  return { root: { type: 'root', children }, targets };
}

function withReferences<N extends Nodes>(node: N, targets: ReadonlyMap<string, Target>): N {
  if (node.type === 'link' && node.data?.ref !== undefined) {
    const target = targets.get(node.data.ref);
    if (target === undefined) throw new Error(`no heading is the target '${node.data.ref}'`);
    return { type: 'link', url: `#${target.anchor}`, children: inline(target.label) } as N;
  }
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map((child) => withReferences(child, targets)) };
}

/** The anchor of each heading that can be referred to, by its target. */
export function anchorsOf(draft: Root): ReadonlyMap<string, string> {
  return new Map([...numberHeadings(draft).targets].map(([target, { anchor }]) => [target, anchor]));
}

export function finish(draft: Root): Root {
  const { root, targets } = numberHeadings(draft);
  return withReferences(root, targets);
}
