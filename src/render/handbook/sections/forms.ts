/** Forms and documents that the role works with. */
import { formTable } from '../../sop/sections/appendix.js';
import type { HandbookSection } from '../handbook.js';

export const forms: HandbookSection = {
  id: 'forms',
  summary: 'forms and documents of the steps of the role',
  blocks: ({ sop, parts }) =>
    formTable(
      sop,
      parts.map(({ sop: part, own }) => ({ part, nodes: own })),
    ),
};
