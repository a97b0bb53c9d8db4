/**
 * Process → its standard operating procedure, as a finished document: numbered, with its references filled in.
 *
 * Every form of it is made of this tree: Markdown (`document/markdown.ts`), HTML, Word, the pages of a site. Headings carry their ids
 * and numbers in `data`, and links within the document lead to `#` and an id.
 */
import type { Heading, Root, RootContent } from 'mdast';
import type { Process } from '../../model/process.js';
import { heading } from '../document/blocks.js';
import { markdownAnchors } from '../document/markdown.js';
import { finish } from '../document/numbering.js';
import type { RenderOptions } from '../format.js';
import { orderOf, sections } from './sections/index.js';
import { createSop, nodeTarget, sectionTarget, type SectionId } from './sop.js';

export { nodeTarget, sectionTarget } from './sop.js';

export function sopDocument(process: Process, options: RenderOptions): Root {
  const sop = createSop(process, options);
  const { front, body } = orderOf(options.language);
  const chapter = (id: SectionId, data: Heading['data']): RootContent[] => {
    const content = sections.find((section) => section.id === id)?.blocks(sop) ?? [];
    return content.length === 0
      ? []
      : [heading(2, sop.phrases.sections[id], { id: sectionTarget(id), ...data }), ...content];
  };
  return finish({
    type: 'root',
    children: [
      heading(1, sop.title, { id: 'title' }),
      ...front.flatMap((id) => chapter(id, { unnumbered: true })),
      ...body.flatMap((id) => chapter(id, {})),
    ],
  });
}

/** Where in the Markdown of the document each node is described, by its id: what a picture beside it can link to. */
export function nodeAnchors(process: Process, options: RenderOptions): ReadonlyMap<string, string> {
  const anchors = markdownAnchors(sopDocument(process, options));
  return new Map(
    process.nodes.flatMap(({ id }) => {
      const anchor = anchors.get(nodeTarget(id));
      return anchor === undefined ? [] : [[id, anchor]];
    }),
  );
}
