/** The flowchart, where one is rendered beside the document. */
import type { Section } from '../sop.js';

export const diagram: Section = {
  id: 'diagram',
  summary: 'the picture that is rendered beside the document',
  blocks(sop) {
    const url = sop.options.diagramLink;
    if (url === undefined) return [];
    const alt = sop.name({ id: sop.process.id, name: sop.process.title });
    return [{ type: 'paragraph', children: [{ type: 'image', url, alt }] }];
  },
};
