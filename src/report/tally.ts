/** Counts of findings, for summary lines and for the JSON report's `summary`; separate so that both always agree. */
import type { Diagnostic, Severity } from '../model/diagnostic.js';

export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Files with at least one finding. */
  readonly affected: number;
}

export function tally(diagnostics: readonly Diagnostic[]): Tally {
  const count = (severity: Severity): number => diagnostics.filter((found) => found.severity === severity).length;
  const files = new Set(diagnostics.flatMap((found) => (found.span ? [found.span.file] : [])));
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), affected: files.size };
}

/** `3 errors and 1 warning in 2 files`; the empty string without findings. */
export function summarise(diagnostics: readonly Diagnostic[]): string {
  const { errors, warnings, infos, affected } = tally(diagnostics);
  const parts = [plural(errors, 'error'), plural(warnings, 'warning'), plural(infos, 'note')].filter(
    (part) => part !== '',
  );
  if (parts.length === 0) return '';
  const last = parts.pop() ?? '';
  const counted = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
  return affected === 0 ? counted : `${counted} in ${plural(affected, 'file')}`;
}

/** `1 file`, `2 files`; the empty string for none. */
export function plural(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
