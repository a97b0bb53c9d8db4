/** The legend of a data-flow diagram: what occurs in it, in a fixed order. */
import type { Badge, LegendEntry, ViewEdge, ViewNode } from '../../model/view.js';
import type { Voice } from '../voice.js';
import { dataPhrases } from './phrases.js';

export function dataLegend(
  nodes: readonly ViewNode[],
  edges: readonly ViewEdge[],
  speak: Voice,
): readonly LegendEntry[] {
  const { legend: words } = dataPhrases(speak.language);
  const marks = new Set(
    [...nodes.flatMap(({ badges }) => badges), ...edges.flatMap(({ marks = [] }) => marks)].map(({ kind }) => kind),
  );
  const entry = (present: boolean, kind: LegendEntry['kind'], text: string): LegendEntry[] =>
    present ? [{ kind, text }] : [];
  const typed = (kind: 'task' | 'subflow' | 'store' | 'party', text: string): LegendEntry[] =>
    entry(
      nodes.some(({ type }) => type === kind),
      kind,
      text,
    );
  const marked = (kind: Badge['kind'] & LegendEntry['kind'], text: string): LegendEntry[] =>
    entry(marks.has(kind), kind, text);
  return [
    ...typed('task', words.process),
    ...typed('subflow', words.subflow),
    ...typed('store', words.store),
    ...typed('party', words.party),
    ...entry(
      nodes.some(({ duplicate }) => duplicate === true),
      'duplicate',
      words.duplicate,
    ),
    ...entry(edges.length > 0, 'data-edge', words.flow),
    ...(['confidential', 'personal', 'sensitive'] as const).flatMap((kind) =>
      marked(kind, speak.words.sensitivities[kind]),
    ),
    ...marked('locked', words.locked),
    ...marked('unlocked', words.unlocked),
  ];
}
