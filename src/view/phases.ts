/** Which phase a node belongs to; one that names none goes along with the node before it in the file. */
import type { Process } from '../model/process.js';

export function phasesOf(process: Process): ReadonlyMap<string, string | undefined> {
  const known = new Set(process.phases.map(({ id }) => id));
  let phase = process.nodes.find((node) => node.phase !== undefined && known.has(node.phase))?.phase;
  return new Map(
    process.nodes.map((node) => {
      if (node.phase !== undefined && known.has(node.phase)) phase = node.phase;
      return [node.id, phase];
    }),
  );
}
