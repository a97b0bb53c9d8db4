/**
 * A finished document → Markdown text, the one place that knows the Markdown libraries, which load only when a document is made.
 *
 * In Markdown a heading's anchor is made of its words. So the number stands in the heading where nobody links to it, and on a line
 * below it where somebody does: a step inserted before it must not break the links to it.
 */
import type { Heading, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { inline } from './blocks.js';
import { textOf } from './numbering.js';

/** GitHub's anchor for a heading, and that of pandoc's gfm, before the numbers that tell equal ones apart. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control} -]/gu, '')
    .replaceAll(' ', '-');
}

/** The heading as Markdown has it, with the line that says its number where the heading does not. */
function written(heading: Heading): readonly [Heading] | readonly [Heading, Paragraph] {
  const { type, depth, children, data: { number, apart } = {} } = heading;
  if (number === undefined) return [{ type, depth, children }];
  if (apart === undefined) return [{ type, depth, children: [...inline(`${number} `), ...children] }];
  const below = { type: 'paragraph', children: inline(apart.replace('{number}', number)) } satisfies Paragraph;
  return [{ type, depth, children }, below];
}

/** The anchor of each heading that has an id, in the Markdown of the document. */
export function markdownAnchors(root: Root): ReadonlyMap<string, string> {
  const used = new Set<string>();
  const anchors = new Map<string, string>();
  for (const block of root.children) {
    if (block.type !== 'heading') continue;
    const [heading] = written(block);
    const base = slug(textOf(heading));
    let anchor = base;
    for (let number = 1; used.has(anchor); number += 1) anchor = `${base}-${number}`;
    used.add(anchor);
    if (block.data?.id !== undefined) anchors.set(block.data.id, anchor);
  }
  return anchors;
}

function withAnchors(node: Nodes, anchors: ReadonlyMap<string, string>): readonly Nodes[] {
  if (node.type === 'link') {
    const { data, ...link } = node;
    if (data?.ref === undefined) return [link];
    const anchor = anchors.get(data.ref) ?? '';
    // A heading of signs alone has no anchor that a link could name.
    return anchor === '' ? node.children : [{ ...link, url: `#${anchor}` }];
  }
  if (!('children' in node)) return [node];
  return [{ ...node, children: node.children.flatMap((child) => withAnchors(child, anchors)) } as Nodes];
}

/** What the Markdown text of a document says: what a parser makes of it is this tree. */
export function markdownTree(root: Root): Root {
  const anchors = markdownAnchors(root);
  const children = root.children.flatMap((block): readonly RootContent[] =>
    block.type === 'heading' ? written(block) : [block],
  );
  return { type: 'root', children: children.flatMap((child) => withAnchors(child, anchors)) as RootContent[] };
}

export async function toMarkdown(root: Root): Promise<string> {
  const [{ toMarkdown: serialise }, { gfmToMarkdown }] = await Promise.all([
    import('mdast-util-to-markdown'),
    import('mdast-util-gfm'),
  ]);
  return serialise(markdownTree(root), {
    bullet: '-',
    listItemIndent: 'one',
    rule: '-',
    // GitHub and pandoc take `$…$` for TeX.
    unsafe: [{ character: '$', inConstruct: 'phrasing' }],
    // Pipes are not aligned: one longer cell would change every line of its table, and a diff should show what changed.
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  });
}
