/**
 * Process → its standard operating procedure, as a finished document: numbered, with its references filled in.
 *
 * Every form of it is made of this tree: Markdown (`document/markdown.ts`), HTML, Word, the pages of a site. Headings carry their ids
 * and numbers in `data`, and links within the document lead to `#` and an id.
 */
import type { Root, RootContent } from 'mdast';
import { printable } from '../../base/printable.js';
import type { Process } from '../../model/process.js';
import { heading, paragraphs } from '../document/blocks.js';
import { markdownAnchors } from '../document/markdown.js';
import { finish } from '../document/numbering.js';
import type { RenderOptions } from '../format.js';
import { defaultSections, isNumbered, sections } from './sections/index.js';
import type { TemplateSection } from '../../model/sop-template.js';
import { createSop, nodeTarget, sectionTarget, type Sop } from './sop.js';

export { nodeTarget, sectionTarget } from './sop.js';

export function sopDocument(process: Process, options: RenderOptions): Root {
  const { language, template } = options;
  const chosen = template?.sections ?? defaultSections(language);
  // Where the steps are not described, they are named and not linked.
  const describes = chosen.some(({ section }) => section === 'procedure');
  const sop = createSop(process, options, () => describes);
  return finish({
    type: 'root',
    children: [heading(1, titleOf(sop), { id: 'title' }), ...chosen.flatMap((one, index) => chapter(sop, one, index))],
  });
}

function titleOf(sop: Sop): string {
  const own = sop.line(sop.options.template?.title);
  const { number = '' } = sop.process.document ?? {};
  if (own === '') return sop.title;
  const values = { title: sop.title, number: printable(number, { singleLine: true }) };
  return own.replace(/\{(title|number)\}/gu, (_, name: keyof typeof values) => values[name]).trim();
}

/** A section with the words that a template puts around it. */
function chapter(
  sop: Sop,
  { section: id, heading: own, text, after, numbered }: TemplateSection,
  index: number,
): RootContent[] {
  const content = sections.find((section) => section.id === id)?.blocks(sop) ?? [];
  const [before, behind] = [paragraphs(sop.paragraph(text)), paragraphs(sop.paragraph(after))];
  if (content.length + before.length + behind.length === 0) return [];
  const title = sop.line(own) || (id === undefined ? '' : sop.phrases.sections[id]);
  const data = {
    id: id === undefined ? `section-own-${index + 1}` : sectionTarget(id),
    ...((numbered ?? isNumbered(id, sop.language)) ? {} : { unnumbered: true }),
  };
  return [heading(2, title, data), ...before, ...content, ...behind];
}

/** The nodes that have a section, by their ids: what a picture within the document can link to. */
export function describedNodes(process: Process, options: RenderOptions): ReadonlySet<string> {
  const ids = new Set(
    sopDocument(process, options).children.map((block) => (block.type === 'heading' ? block.data?.id : undefined)),
  );
  return new Set(process.nodes.flatMap(({ id }) => (ids.has(nodeTarget(id)) ? [id] : [])));
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
