/**
 * The standard operating procedure as Markdown, for people: everything the process says, in the order a quality manual has it. Or an
 * extract of it, the handbook of a role.
 */
import type { Format } from '../format.js';

export const sop = {
  id: 'sop',
  summary: 'the standard operating procedure as a Markdown document',
  extension: '.sop.md',
  mediaType: 'text/markdown',
  needs: 'process',
  isDocument: true,
  // Spelt out, so that the public types stop here and need no package of Markdown types.
  async render(process, options): Promise<string> {
    const [{ documentOf }, { toMarkdown }] = await Promise.all([
      import('../document-of.js'),
      import('../document/markdown.js'),
    ]);
    return toMarkdown(documentOf(process, options));
  },
} as const satisfies Format;
