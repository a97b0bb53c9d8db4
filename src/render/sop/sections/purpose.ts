/** Purpose: what the process is for. */
import { ended, paragraphs } from '../../document/blocks.js';
import type { Section } from '../sop.js';

export const purpose: Section = {
  id: 'purpose',
  summary: 'the goal of the process and its description',
  blocks: (sop) =>
    [sop.process.objective?.goal, sop.process.description].flatMap((text) =>
      paragraphs(ended(sop.paragraph(text), sop.phrases.stop)),
    ),
};
