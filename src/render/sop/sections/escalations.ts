/** Escalations: what happens to a step that is not complete in time, all on one page. */
import type { ProcessNode } from '../../../model/process.js';
import { table, type Inline } from '../../document/blocks.js';
import type { Section, Sop } from '../sop.js';
import { inOrder } from './procedure.js';

/** One row if the step has an escalation. */
export function escalationRow(sop: Sop, { id, owner, sla, timeout }: ProcessNode): readonly (readonly Inline[])[] {
  if (timeout === undefined) return [];
  const target = sop.process.nodes.find((node) => node.id === timeout.to);
  return [
    [
      sop.step(id, 'owner'),
      sop.owners([owner]),
      sla ? sop.words.duration(sla) : '',
      sop.words.duration(timeout.after),
      sop.step(timeout.to, 'owner'),
      sop.owners([target?.owner]),
    ],
  ];
}

export const escalations: Section = {
  id: 'escalations',
  summary: 'which step goes to whom when its time is over',
  blocks(sop) {
    const { step, owner, sla, after, to, by } = sop.phrases.escalation;
    const rows = sop.parts.flatMap((part) => inOrder(part).flatMap((node) => escalationRow(part, node)));
    return table([step, owner, sla, after, to, by], rows);
  },
};
