/**
 * What makes a finding the same one next week: its code, its file, and the entry of the file that it is about.
 *
 * Lines move whenever somebody writes above them, and messages get better words; the id of a node stays. Baselines and the
 * fingerprints of reports are made of this. Several findings of one rule at one entry are told apart by their order.
 */
import type { Load } from '../compile/index.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { readSource, type Source } from '../source/index.js';

export interface Identity {
  readonly code: string;
  /** As the finding has it; empty without one. */
  readonly file: string;
  /** `nodes/call-back/next/0`; empty for the whole file. */
  readonly at: string;
  /** From 1: which of several that are otherwise the same. */
  readonly number: number;
}

/** Files are read when the first identity is asked for. `diagnostics` are all of a run. */
export function createIdentities(diagnostics: readonly Diagnostic[], load: Load): (diagnostic: Diagnostic) => Identity {
  let known: ReadonlyMap<Diagnostic, Identity> | undefined;
  return (diagnostic) => {
    known ??= identify(diagnostics, load);
    const { code, span } = diagnostic;
    return known.get(diagnostic) ?? { code, file: span?.file ?? '', at: '', number: 1 };
  };
}

function identify(diagnostics: readonly Diagnostic[], load: Load): ReadonlyMap<Diagnostic, Identity> {
  const sources = new Map<string, Source | undefined>();
  const sourceOf = (file: string): Source | undefined => {
    if (sources.has(file)) return sources.get(file);
    const loaded = load(file);
    const source = loaded.kind === 'ok' ? readSource(file, loaded.bytes).value : undefined;
    sources.set(file, source);
    return source;
  };
  const counts = new Map<string, number>();
  return new Map(
    diagnostics.map((diagnostic) => {
      const { code, span } = diagnostic;
      const file = span?.file ?? '';
      const path = span === undefined ? [] : (sourceOf(file)?.pathAt(span.start.offset) ?? []);
      // An id may hold no slash, but a broken file has whatever keys it has.
      const at = path.map((step) => String(step).replaceAll('/', '~')).join('/');
      const key = JSON.stringify([code, file, at]);
      const number = (counts.get(key) ?? 0) + 1;
      counts.set(key, number);
      return [diagnostic, { code, file, at, number }];
    }),
  );
}
