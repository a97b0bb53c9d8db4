/** The standard operating procedure as Markdown, for people: everything the process says, in the order a quality manual has it. */
import type { Format } from '../format.js';
import { sopMarkdown } from '../sop/document.js';

export const sop = {
  id: 'sop',
  summary: 'the standard operating procedure as a Markdown document',
  extension: '.sop.md',
  mediaType: 'text/markdown',
  needs: 'process',
  render: sopMarkdown,
} as const satisfies Format;
