/**
 * What several rules ask of the same process, worked out once: `const ordersOf = perProcess(work)`, then `ordersOf(process)`.
 *
 * Beside `facts.ts`, so that questions of one subject (data, ways, texts) live in a file of their own. Invariant: `work` is a pure
 * function of the process; what it gives is forgotten together with the process.
 */
import type { Process } from '../model/process.js';

export function perProcess<T>(work: (process: Process) => T): (process: Process) => T {
  const known = new WeakMap<Process, { readonly value: T }>();
  return (process) => {
    let entry = known.get(process);
    if (entry === undefined) known.set(process, (entry = { value: work(process) }));
    return entry.value;
  };
}
