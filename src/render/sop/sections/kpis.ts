/** Performance indicators: target and how each is measured. */
import type { Kpi } from '../../../model/process.js';
import { capital, fill, joined, reference, table, type Inline } from '../../document/blocks.js';
import { nodeTarget, type Section, type Sop } from '../sop.js';

function measure(sop: Sop, { measure: how, from, to, description }: Kpi): Inline {
  const { start, end } = sop.phrases.kpi;
  const template = sop.phrases.measures[how];
  const place = (id: string | undefined, otherwise: string): Inline =>
    id === undefined ? otherwise : [reference(nodeTarget(id))];
  const used = (id: string | undefined, name: string): boolean => id !== undefined && !template.includes(`{${name}}`);
  // A place that the measure of this kind does not mention was still meant by the author.
  const rest = [...(used(from, 'from') ? [place(from, '')] : []), ...(used(to, 'to') ? [place(to, '')] : [])];
  return joined(
    [fill(template, { from: place(from, start), to: place(to, end) }), joined(rest, ' → '), sop.line(description)],
    sop.phrases.separator,
  );
}

export const kpis: Section = {
  id: 'kpis',
  summary: 'indicators with targets and how they are measured',
  blocks(sop) {
    const label = sop.phrases.kpi;
    return table(
      [label.name, label.target, label.measure, label.every, label.owner],
      sop.process.kpis.map((kpi) => [
        sop.name(kpi),
        kpi.target ? capital(sop.words.target(kpi.target)) : '',
        measure(sop, kpi),
        kpi.every ? capital(sop.words.every(kpi.every)) : '',
        sop.owners([kpi.owner]),
      ]),
    );
  },
};
