/** Data: what the role reads and writes in its steps, and what it may do with it. */
import { capital, table, type Inline } from '../../document/blocks.js';
import { distinct, everywhere } from '../../sop/distinct.js';
import type { HandbookSection } from '../handbook.js';

export const data: HandbookSection = {
  id: 'data',
  summary: 'what the role may do with which data, and in which steps it reads and writes them',
  blocks({ sop, parts, phrases }) {
    const { words, phrases: said } = sop;
    const label = phrases.data;
    const actions = ['create', 'read', 'update', 'delete'] as const;
    const sops = parts.map((part) => part.sop);
    const rows = distinct(sops, ({ process }) => process.stores).flatMap(([at, store]): Inline[][] => {
      const used = (way: 'reads' | 'writes'): Inline =>
        sop.joinedSteps(
          everywhere(sops, store, ({ process }) => process.stores).flatMap(([other, one]) =>
            (parts.find((part) => part.sop === other)?.own ?? [])
              .filter((node) => node[way].some((ref) => ref.store === one.id))
              .map(({ id }) => other.step(id)),
          ),
        );
      const mine = parts.find((part) => part.sop === at)?.mine ?? new Set<string>();
      const grants = store.access.filter(({ owner }) => mine.has(owner));
      const [reads, writes] = [used('reads'), used('writes')];
      if (grants.length === 0 && reads.length === 0 && writes.length === 0) return [];
      return [
        [
          at.name(store),
          ...actions.map((action) => (grants.some((grant) => grant[action]) ? said.yes : said.no)),
          words.list([...new Set(grants.map(({ only }) => at.line(only)).filter((only) => only !== ''))]),
          reads,
          writes,
        ],
      ];
    });
    return table(
      [label.store, ...actions.map((action) => capital(words.access[action])), label.only, label.reads, label.writes],
      rows,
    );
  },
};
