/**
 * Approvals that one can get round now: what was reached only through the approval is reached without it.
 *
 * Told once per approval, at the step next to it in the order of the process that stands on both sides. What an approval never guarded
 * is not asked.
 */
import type { RiskFlag } from '../../model/difference.js';
import type { Process } from '../../model/process.js';
import type { Compared } from './pairing.js';
import { reachedFrom } from './reach.js';

export function* bypasses({ before, after, pairing }: Compared): Iterable<RiskFlag> {
  for (const approval of before.process.nodes) {
    const there = pairing.node.get(approval.id);
    const now = after.byId.node.get(there ?? '')?.node;
    if (approval.type !== 'task' || approval.kind !== 'approval' || now?.type !== 'task' || now.kind !== 'approval')
      continue;
    const all = reached(before.process, undefined);
    const past = reached(before.process, approval.id);
    const round = reached(after.process, now.id);
    const open = before.process.nodes.find(({ id }) => {
      const other = pairing.node.get(id);
      return id !== approval.id && all.has(id) && !past.has(id) && other !== undefined && round.has(other);
    });
    const to = after.byId.node.get(pairing.node.get(open?.id ?? '') ?? '')?.node;
    if (to === undefined) continue;
    yield {
      risk: 'approval-bypassed',
      kind: 'node',
      side: 'after',
      element: { id: now.id, name: now.name },
      span: now.span,
      to: { id: to.id, name: to.name },
    };
  }
}

/** Node ids that a case can reach from the starts without passing the one that is left out. */
function reached(process: Process, without: string | undefined): ReadonlySet<string> {
  const starts = process.nodes.filter(({ type }) => type === 'start').map(({ id }) => id);
  return reachedFrom(process, starts, without === undefined ? {} : { without });
}
