/** Scope: where the process begins and ends, and for whom it is. */
import { fill, paragraph } from '../../document/blocks.js';
import type { Section, Sop } from '../sop.js';

export const scope: Section = {
  id: 'scope',
  summary: 'where the process begins and ends, and who works by it',
  blocks(sop) {
    const from = sop.line(sop.process.objective?.scope?.from);
    const to = sop.line(sop.process.objective?.scope?.to);
    const template = from === '' ? sop.phrases.scope.to : to === '' ? sop.phrases.scope.from : sop.phrases.scope.both;
    const names = participants(sop);
    return [
      ...(from === '' && to === '' ? [] : paragraph(fill(template, { from, to }))),
      ...(names === '' ? [] : paragraph(fill(sop.phrases.participants, { owners: names }))),
    ];
  },
};

/** Those of our own who carry out steps: the document does not bind customers, partners and machines. */
function participants(sop: Sop): string {
  const names = sop.parts.flatMap((part) => {
    const working = new Set(part.process.nodes.map(({ owner }) => owner));
    return part.process.owners
      .filter(({ id, kind }) => working.has(id) && kind !== 'customer' && kind !== 'partner' && kind !== 'system')
      .map((owner) => part.name(owner));
  });
  return sop.words.list([...new Set(names)]);
}
