/** CSV: a matrix for spreadsheets, in which nothing that an author wrote becomes a formula. */
import type { Format } from '../format.js';

export const csv = {
  id: 'csv',
  summary: 'matrix for spreadsheets',
  extension: '.csv',
  mediaType: 'text/csv',
  needs: 'matrix',
  render: async (matrix, { bom }) =>
    (await import('../matrix/csv.js')).matrixCsv(matrix, bom === undefined ? {} : { bom }),
} as const satisfies Format;
