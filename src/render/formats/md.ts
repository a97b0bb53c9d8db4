/** Markdown: a matrix as a table that GitHub and others show as one. */
import type { Format } from '../format.js';

export const md = {
  id: 'md',
  summary: 'matrix as a Markdown table',
  extension: '.md',
  mediaType: 'text/markdown',
  needs: 'matrix',
  render: async (matrix) => (await import('../matrix/markdown.js')).matrixMarkdown(matrix),
} as const satisfies Format;
