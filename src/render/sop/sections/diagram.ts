/**
 * The flowchart, or where it is. Never left out: the numbers of all that follows would be others in a document with a picture than in one
 * without, and a step has one number.
 */
import { fill, paragraph, reference } from '../../document/blocks.js';
import { sectionTarget, type Section, type Sop } from '../sop.js';

export const diagram: Section = {
  id: 'diagram',
  summary: 'the picture that is rendered beside the document, or a sentence where there is none',
  blocks(sop) {
    const { diagramLinks = [], diagramNote } = sop.options;
    const alt = sop.name({ id: sop.process.id, name: sop.process.title });
    if (diagramLinks.length === 0) return paragraph(diagramNote ?? withoutPicture(sop));
    return diagramLinks.map((url) => ({ type: 'paragraph', children: [{ type: 'image', url, alt }] }));
  },
};

/** What says as much as the picture would, where the document has it. */
function withoutPicture({ process, options, phrases }: Sop): ReturnType<typeof fill> {
  const { template } = options;
  const isDescribed = template?.sections.some(({ section }) => section === 'procedure') ?? true;
  return isDescribed && process.nodes.length > 0
    ? fill(phrases.noDiagram.described, { procedure: [reference(sectionTarget('procedure'))] })
    : phrases.noDiagram.plain;
}
