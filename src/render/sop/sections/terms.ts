/** Definitions: the segments into which customers are sorted. */
import { table } from '../../document/blocks.js';
import type { Section } from '../sop.js';

export const terms: Section = {
  id: 'terms',
  summary: 'the customer segments and their rules',
  blocks(sop) {
    const { segment, rule, description } = sop.phrases.terms;
    return table(
      [segment, rule, description],
      sop.process.segments.map((one) => [sop.name(one), sop.line(one.rule), sop.line(one.description)]),
    );
  },
};
