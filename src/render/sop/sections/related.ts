/** Related documents. */
import { bullets, externalLink } from '../../document/blocks.js';
import type { Section } from '../sop.js';

export const related: Section = {
  id: 'related',
  summary: 'documents that belong to this one',
  blocks: (sop) =>
    bullets((sop.process.document?.related ?? []).map(({ name, link }) => externalLink(sop.line(name), link))),
};
