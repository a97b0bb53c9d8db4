/**
 * Syntax tree → Markdown text, the one place that knows the Markdown libraries, which load only when a document is made.
 */
import type { Root } from 'mdast';

export async function toMarkdown(root: Root): Promise<string> {
  const [{ toMarkdown: serialise }, { gfmToMarkdown }] = await Promise.all([
    import('mdast-util-to-markdown'),
    import('mdast-util-gfm'),
  ]);
  return serialise(root, {
    bullet: '-',
    listItemIndent: 'one',
    rule: '-',
    // GitHub and pandoc take `$…$` for TeX.
    unsafe: [{ character: '$', inConstruct: 'phrasing' }],
    // Pipes are not aligned: one longer cell would change every line of its table, and a diff should show what changed.
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  });
}
