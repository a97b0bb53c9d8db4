/** The flowchart, where one is rendered beside the document. */
import type { Section } from '../sop.js';

export const diagram: Section = {
  id: 'diagram',
  summary: 'the picture that is rendered beside the document',
  blocks(sop) {
    const alt = sop.name({ id: sop.process.id, name: sop.process.title });
    return (sop.options.diagramLinks ?? []).map((url) => ({
      type: 'paragraph',
      children: [{ type: 'image', url, alt }],
    }));
  },
};
