/**
 * What a matrix is: one descriptor, one file in `view/matrices/`, one line in its `index.ts`.
 *
 * A kind of matrix says what rows, columns and cells are; what stands around them is the same for all (`index.ts`). Invariant of all
 * matrices: texts are single lines of printable characters.
 */
import type { Descriptor } from '../../base/registry.js';
import type { Filter } from '../../model/filter.js';
import type { Matrix, MatrixId, MatrixLegendEntry } from '../../model/matrix.js';
import type { Process, ProcessNode } from '../../model/process.js';
import type { Speaker } from '../../model/words/speaker.js';
import type { MatrixPhrases } from './phrases/index.js';

/** What a kind of matrix works with. */
export interface Table extends Speaker {
  /** The part that is asked for, with its neighbours. */
  readonly process: Process;
  /** The steps of that part, without its neighbours. */
  readonly nodes: readonly ProcessNode[];
  readonly filter: Filter;
  readonly phrases: MatrixPhrases;
  /** The name of an owner; empty for none. */
  readonly owner: (id: string | undefined) => string;
  /** The name of a node; empty for none. */
  readonly node: (id: string | undefined) => string;
}

export interface Tabulated extends Pick<Matrix, 'columns' | 'groups'> {
  /** Absent where groups have no headings. */
  readonly groupHeader?: string;
  /** All that could occur; those that do are kept. */
  readonly legend?: readonly MatrixLegendEntry[];
  readonly notes?: readonly string[];
}

export interface MatrixKind extends Descriptor {
  readonly id: MatrixId;
  tabulate(table: Table): Tabulated;
}
