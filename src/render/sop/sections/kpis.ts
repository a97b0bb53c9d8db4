/** Performance indicators: target and how each is measured. */
import type { RootContent } from 'mdast';
import type { Kpi } from '../../../model/process.js';
import { capital, fill, joined, table, type Inline } from '../../document/blocks.js';
import type { Section, Sop } from '../sop.js';

/** How it is counted, with its places. One place where the measure wants two has a sentence of its own. */
function measured(sop: Sop, { measure, from, to, description }: Kpi): Inline {
  const { measures, measuresAtOne, kpi } = sop.phrases;
  const place = (id: string | undefined, otherwise: string): Inline => (id === undefined ? otherwise : sop.step(id));
  const one =
    from === to ? from : measure === 'rework' && (from === undefined || to === undefined) ? (from ?? to) : undefined;
  if (one !== undefined && (measure === 'rework' || measure === 'duration'))
    return fill(capital(measuresAtOne[measure]), { from: sop.step(one) });
  if (measure === 'volume' && from === undefined && to !== undefined)
    return fill(capital(measures.volume), { from: sop.step(to) });
  const template = measures[measure];
  // A place that the measure of this kind does not mention was still meant by the author.
  const used = (id: string | undefined, name: string): Inline =>
    id !== undefined && !template.includes(`{${name}}`) ? sop.step(id) : '';
  return joined(
    [
      fill(capital(template), { from: place(from, kpi.start), to: place(to, kpi.end) }),
      joined([used(from, 'from'), used(to, 'to')], ' → '),
      measure === 'custom' ? sop.line(description) : '',
    ],
    sop.phrases.separator,
  );
}

export function kpiTable(
  sop: Sop,
  flows: readonly { readonly part: Sop; readonly kpis: readonly Kpi[] }[],
): RootContent[] {
  const label = sop.phrases.kpi;
  return table(
    [label.name, label.description, label.target, label.measure, label.every, label.owner],
    flows.flatMap(({ part, kpis: some }) =>
      some.map((kpi) => [
        part.name(kpi),
        // What a measure of one's own is, and how it is counted, is the same sentence.
        kpi.measure === 'custom' ? '' : part.line(kpi.description),
        kpi.target ? capital(part.words.target(kpi.target)) : '',
        measured(part, kpi),
        kpi.every ? capital(part.words.every(kpi.every)) : '',
        part.owners([kpi.owner]),
      ]),
    ),
  );
}

export const kpis: Section = {
  id: 'kpis',
  summary: 'indicators with definition, target and how they are measured',
  blocks: (sop) =>
    kpiTable(
      sop,
      sop.parts.map((part) => ({ part, kpis: part.process.kpis })),
    ),
};
