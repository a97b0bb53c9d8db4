/**
 * The baseline: findings that an old repository is allowed to keep for now, so that only new ones fail.
 *
 * An entry is a rule and a place that survives edits elsewhere (`identity`), never a line or a message. Invariant: the same findings
 * give the same bytes, sorted, so that the file shows in a diff what was mended.
 */
import { quote } from '../base/quote.js';
import { diagnose } from '../model/codes.js';
import { hasErrors, type Diagnostic, type Locate, type Outcome } from '../model/diagnostic.js';
import { validateBaseline } from '../schema/index.js';
import { readSource } from '../source/index.js';
import type { Identity } from './identity.js';

export interface BaselineEntry {
  readonly rule: string;
  /** Relative to the baseline file. */
  readonly file: string;
  readonly at: string;
  readonly count: number;
}

export interface Baseline {
  readonly entries: readonly BaselineEntry[];
  readonly locate: Locate;
}

export function readBaseline(file: string, bytes: Uint8Array): Outcome<Baseline> {
  const read = readSource(file, bytes);
  const { value: source } = read;
  if (!source?.sound) return { value: undefined, diagnostics: read.diagnostics };
  const { value, diagnostics } = validateBaseline(source.data, source.locate);
  const all = [...read.diagnostics, ...diagnostics];
  if (value === undefined || hasErrors(all)) return { value: undefined, diagnostics: all };
  const entries = value.findings.map(({ rule, file: about, at, count = 1 }) => ({ rule, file: about, at, count }));
  return { value: { entries, locate: source.locate }, diagnostics: all };
}

/** A finding of a rule, and what makes it the same next week; the file relative to the baseline. */
export interface Known {
  readonly diagnostic: Diagnostic;
  readonly identity: Identity;
}

export interface Compared {
  /** Not in the baseline. */
  readonly fresh: readonly Diagnostic[];
  /** What the baseline should no longer hold. */
  readonly outdated: readonly Diagnostic[];
}

/** `judged`: whether a rule has looked at a file, so that what it did not find is mended. */
export function compareWith(
  { entries, locate }: Baseline,
  findings: readonly Known[],
  judged: (entry: BaselineEntry) => boolean,
): Compared {
  const allowed = new Map<string, number>();
  for (const entry of entries) allowed.set(keyOf(entry), (allowed.get(keyOf(entry)) ?? 0) + entry.count);
  const met = new Map<string, number>();
  const fresh = findings.filter(({ identity }) => {
    const key = keyOf({ ...identity, rule: identity.code });
    met.set(key, (met.get(key) ?? 0) + 1);
    return identity.number > (allowed.get(key) ?? 0);
  });
  const outdated = entries.flatMap((entry, index) => {
    const left = met.get(keyOf(entry)) ?? 0;
    if (left >= entry.count || !judged(entry)) return [];
    const what = left === 0 ? 'finds nothing any more' : `finds only ${String(left)} of ${String(entry.count)}`;
    const where = entry.at === '' ? quote(entry.file, 120) : `${quote(entry.at, 80)} of ${quote(entry.file, 120)}`;
    return [
      diagnose('baseline-outdated', `The rule ${quote(entry.rule)} ${what} at ${where}.`, locate(['findings', index]), {
        hint: 'Take it out of the baseline: run the same with --update-baseline.',
      }),
    ];
  });
  return { fresh: fresh.map(({ diagnostic }) => diagnostic), outdated };
}

/** The file anew: what was found, and of what it held before those entries that `keep` does not let go. */
export function writeBaseline(
  findings: readonly Known[],
  before: readonly BaselineEntry[],
  keep: (entry: BaselineEntry) => boolean,
): string {
  const entries = new Map<string, BaselineEntry>();
  const found = findings.map(({ identity: { code, file, at } }) => ({ rule: code, file, at, count: 1 }));
  for (const entry of [...before.filter(keep), ...found]) {
    const count = (entries.get(keyOf(entry))?.count ?? 0) + entry.count;
    entries.set(keyOf(entry), { ...entry, count });
  }
  const sorted = [...entries.values()].sort(
    (a, b) => compare(a.file, b.file) || compare(a.at, b.at) || compare(a.rule, b.rule),
  );
  const lines = sorted.map(
    ({ rule, file, at, count }) => `    ${JSON.stringify({ rule, file, at, ...(count > 1 && { count }) })}`,
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "trackflow-baseline": 1,\n  "findings": ${list}\n}\n`;
}

function keyOf({ rule, file, at }: Pick<BaselineEntry, 'rule' | 'file' | 'at'>): string {
  return JSON.stringify([rule, file, at]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
