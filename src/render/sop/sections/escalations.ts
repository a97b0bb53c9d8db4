/** Escalations: what happens to a step that is not complete in time, all on one page. */
import { table } from '../../document/blocks.js';
import type { Section } from '../sop.js';

export const escalations: Section = {
  id: 'escalations',
  summary: 'which step goes to whom when its time is over',
  blocks(sop) {
    const { step, owner, sla, after, to, by } = sop.phrases.escalation;
    const rows = sop.parts.flatMap((part) =>
      part.process.nodes.flatMap((node) => {
        const { timeout } = node;
        if (timeout === undefined) return [];
        const target = part.process.nodes.find(({ id }) => id === timeout.to);
        return [
          [
            part.step(node.id),
            part.owners([node.owner]),
            node.sla ? part.words.duration(node.sla) : '',
            part.words.duration(timeout.after),
            part.step(timeout.to),
            part.owners([target?.owner]),
          ],
        ];
      }),
    );
    return table([step, owner, sla, after, to, by], rows);
  },
};
