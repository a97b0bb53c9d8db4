/** Findings of several files brought together: a library's fault shows in every flow that uses it, and is said once. */
import type { Diagnostic } from '../model/diagnostic.js';

export function onceEach<F extends Diagnostic>(findings: readonly F[]): readonly F[] {
  const said = new Set<string>();
  return findings.filter(({ code, message, span }) => {
    const key = `${code}\n${span?.file ?? ''}\n${String(span?.start.offset)} ${String(span?.end.offset)}\n${message}`;
    return !said.has(key) && said.add(key);
  });
}
