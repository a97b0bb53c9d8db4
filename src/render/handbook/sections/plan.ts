/** The follow-up plan of the role's own steps. */
import { planTable } from '../../sop/sections/plan.js';
import type { HandbookSection } from '../handbook.js';

export const plan: HandbookSection = {
  id: 'plan',
  summary: 'whom the role follows up how often, through what and about what',
  blocks: ({ sop, parts }) =>
    planTable(
      sop,
      parts.map(({ sop: part, isMine }) => ({ part, nodes: part.process.nodes.filter(isMine) })),
    ),
};
