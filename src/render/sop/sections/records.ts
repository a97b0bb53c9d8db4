/** Records: where what the steps write down is kept, by whom and for how long. */
import { capital, isEmpty, table, type Inline } from '../../document/blocks.js';
import { distinct, everywhere } from '../distinct.js';
import type { Section, Sop } from '../sop.js';

const storesOf = ({ process }: Sop): Sop['process']['stores'] => process.stores;

export const records: Section = {
  id: 'records',
  summary: 'the data that steps write, who keeps it where and for how long',
  blocks(sop) {
    const { name, steps, keeper, where, retention } = sop.phrases.record;
    const rows = distinct(sop.parts, storesOf).flatMap(([part, store]): Inline[][] => {
      const writing = everywhere(sop.parts, store, storesOf).flatMap(([other, one]) =>
        other.process.nodes
          .filter(({ writes }) => writes.some((ref) => ref.store === one.id))
          .map(({ id }) => other.step(id)),
      );
      if (writing.length === 0) return [];
      const keeps = store.protection?.retention;
      return [
        [
          part.name(store),
          sop.joinedSteps(writing),
          part.owners([store.owner]),
          part.line(store.system),
          keeps === undefined ? '' : part.words.duration(keeps),
        ],
      ];
    });
    // What is said of one record and not of another is a gap; what is said of none is no column.
    const isSaid = (rows[0] ?? []).map((_, column) => rows.some((row) => !isEmpty(row[column] ?? '')));
    return table(
      [name, steps, keeper, where, retention],
      rows.map((row) =>
        row.map((cell, column) => (isEmpty(cell) && isSaid[column] ? capital(sop.phrases.notSet) : cell)),
      ),
    );
  },
};
