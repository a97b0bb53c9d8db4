/** Purpose: what the process is for. */
import { paragraphs } from '../../document/blocks.js';
import type { Section } from '../sop.js';

export const purpose: Section = {
  id: 'purpose',
  summary: 'the goal of the process and its description',
  blocks: (sop) => [
    ...paragraphs(sop.paragraph(sop.process.objective?.goal)),
    ...paragraphs(sop.paragraph(sop.process.description)),
  ],
};
