/** Escalations out of the role, when it is late, and into it, when others are. */
import type { RootContent } from 'mdast';
import { labelled, table } from '../../document/blocks.js';
import { escalationRow } from '../../sop/sections/escalations.js';
import type { Handbook, HandbookSection } from '../handbook.js';

function escalated({ sop, parts }: Handbook, way: 'in' | 'out'): RootContent[] {
  const { step, owner, sla, after, to, by } = sop.phrases.escalation;
  return table(
    [step, owner, sla, after, to, by],
    parts.flatMap(({ sop: part, isMine }) =>
      part.process.nodes.flatMap((node) => {
        const target = part.process.nodes.find(({ id }) => id === node.timeout?.to);
        const fits = way === 'out' ? isMine(node) : isMine(target) && !isMine(node);
        return fits ? escalationRow(part, node) : [];
      }),
    ),
  );
}

export const escalations: HandbookSection = {
  id: 'escalations',
  summary: 'which of its steps are escalated to whom, and what is escalated to the role',
  blocks: (handbook) => [
    ...labelled(handbook.phrases.escalations.out, escalated(handbook, 'out')),
    ...labelled(handbook.phrases.escalations.in, escalated(handbook, 'in')),
  ],
};
