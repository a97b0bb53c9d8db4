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
    const { working, informed } = participants(sop);
    return [
      ...(from === '' && to === '' ? [] : paragraph(fill(template, { from, to }))),
      ...(working === '' ? [] : paragraph(fill(sop.phrases.participants, { owners: working }))),
      ...(informed === '' ? [] : paragraph(fill(sop.phrases.onlyInformed, { owners: informed }))),
    ];
  },
};

/**
 * Those of our own whom the document binds: who do the work, answer for it or are asked, who keep the data, the indicators or the
 * document. It does not bind customers, partners and machines.
 */
function participants(sop: Sop): { readonly working: string; readonly informed: string } {
  const ours = sop.parts.flatMap((part) =>
    part.process.owners
      .filter(({ kind }) => kind !== 'customer' && kind !== 'partner' && kind !== 'system')
      .map((owner) => ({ name: part.name(owner), id: owner.id, bound: bound(part), informed: told(part) })),
  );
  const working = new Set(ours.filter(({ id, bound: ids }) => ids.has(id)).map(({ name }) => name));
  const informed = new Set(ours.filter(({ id, informed: ids }) => ids.has(id)).map(({ name }) => name));
  return {
    working: sop.words.list([...working]),
    informed: sop.words.list([...informed].filter((name) => !working.has(name))),
  };
}

function bound({ process: { nodes, stores, kpis, document } }: Sop): ReadonlySet<string | undefined> {
  return new Set([
    ...nodes.flatMap(({ owner, accountable, consulted }) => [owner, accountable, ...consulted]),
    ...[...stores, ...kpis].map(({ owner }) => owner),
    ...(document === undefined ? [] : [document.owner, ...document.reviewers, ...document.approvers]),
  ]);
}

const told = ({ process }: Sop): ReadonlySet<string> => new Set(process.nodes.flatMap(({ informed }) => informed));
