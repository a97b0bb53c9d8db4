/** Steps of others in which the role has a part: it answers for them, is asked, or is told. */
import { table, type Inline } from '../../document/blocks.js';
import type { HandbookSection } from '../handbook.js';

export const joins: HandbookSection = {
  id: 'joins',
  summary: 'steps of others for which the role is accountable, or is consulted or informed',
  blocks({ parts, phrases }) {
    const label = phrases.joins;
    const rows = parts.flatMap(({ sop, mine, isMine }) =>
      sop.process.nodes.flatMap((node): Inline[][] => {
        if (isMine(node)) return [];
        const some = (ids: readonly string[]): boolean => ids.some((id) => mine.has(id));
        const taken = [
          ...(node.accountable !== undefined && mine.has(node.accountable) ? [label.accountable] : []),
          ...(some(node.consulted) ? [label.consulted] : []),
          ...(some(node.informed) ? [label.informed] : []),
        ];
        if (taken.length === 0) return [];
        return [[sop.name(node), sop.owners([node.owner]), sop.words.list(taken)]];
      }),
    );
    return table([label.step, label.owner, label.part], rows);
  },
};
