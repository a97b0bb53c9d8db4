/** Performance indicators: target and how each is measured. */
import type { RootContent } from 'mdast';
import type { Kpi } from '../../../model/process.js';
import { capital, fill, joined, table, type Inline } from '../../document/blocks.js';
import type { Section, Sop } from '../sop.js';

/** How it is counted, with its places. One place where the measure wants two has a sentence of its own. */
function measured(sop: Sop, { measure, from, to, description }: Kpi): Inline {
  const { measures, measuresAtOne, volumeBetween, quoted, kpi } = sop.phrases;
  const step = (id: string): Inline => fill(quoted, { step: sop.step(id) });
  const place = (id: string | undefined, otherwise: string): Inline => (id === undefined ? otherwise : step(id));
  const between = { from: place(from, kpi.start), to: place(to, kpi.end) };
  // A volume is counted at one place, whichever end names it.
  const one =
    from === to || measure === 'volume' || (measure === 'rework' && (from === undefined || to === undefined))
      ? (from ?? to)
      : undefined;
  switch (measure) {
    case 'volume':
      return from !== undefined && to !== undefined && from !== to
        ? fill(capital(volumeBetween), between)
        : fill(capital(measures.volume), { from: place(one, kpi.start) });
    case 'rework':
    case 'duration':
      if (one !== undefined) return fill(capital(measuresAtOne[measure]), { from: step(one) });
      break;
    case 'custom':
      // Places that an author names are meant, whatever is counted between them.
      return joined(
        [
          joined(
            [from, to].map((id) => (id === undefined ? '' : sop.step(id))),
            ' → ',
          ),
          sop.line(description),
        ],
        sop.phrases.separator,
      );
    default:
  }
  return fill(capital(measures[measure]), between);
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
