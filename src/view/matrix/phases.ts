/** Rows under the headings of their phases. */
import type { MatrixGroup, MatrixRow } from '../../model/matrix.js';
import { phasesOf } from '../phases.js';
import type { Table } from './kind.js';

/** A phase without rows is left out; rows of steps without phase come first, under no heading. */
export function byPhase(table: Table, rows: readonly (MatrixRow & { readonly at: string })[]): readonly MatrixGroup[] {
  const phaseOf = phasesOf(table.process);
  return [undefined, ...table.process.phases].flatMap((phase): MatrixGroup[] => {
    const mine = rows.filter(({ at }) => phaseOf.get(at) === phase?.id).map(({ at: _, ...row }) => row);
    if (mine.length === 0) return [];
    return [
      {
        heading: phase === undefined ? '' : table.name(phase),
        detail: '',
        ...(phase && { subject: { kind: 'phase', id: phase.id } }),
        rows: mine,
      },
    ];
  });
}
