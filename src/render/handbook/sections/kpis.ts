/** Indicators that the role answers for, or that are measured at its steps. */
import { kpiTable } from '../../sop/sections/kpis.js';
import type { HandbookSection } from '../handbook.js';

export const kpis: HandbookSection = {
  id: 'kpis',
  summary:
    'indicators that the role answers for, or that are measured from or to its steps; not for customers and partners',
  blocks: ({ sop, parts, isExternal }) =>
    kpiTable(
      sop,
      parts.map(({ sop: part, mine, own }) => {
        const steps = new Set(own.map(({ id }) => id));
        const fits = (id: string | undefined): boolean => id !== undefined && steps.has(id);
        return {
          part,
          kpis: isExternal
            ? []
            : part.process.kpis.filter(
                ({ owner, from, to }) => (owner !== undefined && mine.has(owner)) || fits(from) || fits(to),
              ),
        };
      }),
    ),
};
