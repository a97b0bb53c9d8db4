/** HTML: a matrix as a page of its own, for browsers and printers. */
import type { Format } from '../format.js';

export const html = {
  id: 'html',
  summary: 'matrix as a page for browsers and print',
  extension: '.html',
  mediaType: 'text/html',
  needs: 'matrix',
  render: async (matrix, options) => (await import('../matrix/page.js')).matrixPage(matrix, options),
} as const satisfies Format;
