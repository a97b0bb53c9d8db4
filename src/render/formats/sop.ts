/** The standard operating procedure as Markdown, for people: everything the process says, in the order a quality manual has it. */
import type { Format } from '../format.js';
import { sopMarkdown } from '../sop/document.js';

export const sop = {
  id: 'sop',
  summary: 'the standard operating procedure as a Markdown document',
  extension: '.sop.md',
  mediaType: 'text/markdown',
  needs: 'process',
  // Spelt out, so that the public types stop here and need no package of Markdown types.
  render: (process, options) => sopMarkdown(process, options),
} as const satisfies Format;
