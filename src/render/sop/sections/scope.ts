/** Scope: where the process begins and where it ends. */
import { fill, paragraph } from '../../document/blocks.js';
import type { Section } from '../sop.js';

export const scope: Section = {
  id: 'scope',
  summary: 'where the process begins and ends',
  blocks(sop) {
    const from = sop.line(sop.process.objective?.scope?.from);
    const to = sop.line(sop.process.objective?.scope?.to);
    if (from === '' && to === '') return [];
    const template = from === '' ? sop.phrases.scope.to : to === '' ? sop.phrases.scope.from : sop.phrases.scope.both;
    return paragraph(fill(template, { from, to }));
  },
};
