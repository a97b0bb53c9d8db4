/** Records: where what the steps write down is kept, by whom and for how long. */
import { table } from '../../document/blocks.js';
import { distinct, everywhere } from '../distinct.js';
import type { Section, Sop } from '../sop.js';

const storesOf = ({ process }: Sop): Sop['process']['stores'] => process.stores;

export const records: Section = {
  id: 'records',
  summary: 'the data that steps write, who keeps it and for how long',
  blocks(sop) {
    const { name, steps, keeper, where, retention } = sop.phrases.record;
    const rows = distinct(sop.parts, storesOf).flatMap(([part, store]) => {
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
          part.line(store.system) || part.words.storeKinds[store.kind],
          keeps === undefined ? '' : part.words.duration(keeps),
        ],
      ];
    });
    return table([name, steps, keeper, where, retention], rows);
  },
};
