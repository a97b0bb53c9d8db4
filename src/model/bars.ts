/**
 * Forks and joins that are nothing but the bar in the picture: nobody does anything there, so the work goes to whoever comes after them.
 */
import type { ProcessNode } from './process.js';

/** The author says nothing of it but where it stands and whose it is. */
export function isMereBar(node: ProcessNode): boolean {
  if (node.type !== 'fork' && node.type !== 'join') return false;
  const { id, name, description, accountable, sla, effort, timeout } = node;
  const { consulted, informed, inputs, outputs, steps, tools, via, reads, writes, risks, cadence, links } = node;
  return (
    Object.values(name).every((words) => words.trim() === '' || words === id) &&
    [description, accountable, sla, effort, timeout].every((said) => said === undefined) &&
    [consulted, informed, inputs, outputs, steps, tools, via, reads, writes, risks, cadence, links].every(
      (list) => list.length === 0,
    )
  );
}
