/** `--baseline` and `--update-baseline`: the file on the disk, and the findings of a run seen through it. */
import { dirname, relative } from 'node:path';
import { compareWith, readBaseline, writeBaseline, type BaselineEntry, type Known } from '../app/baseline.js';
import { createIdentities } from '../app/identity.js';
import { sortDiagnostics, type Diagnostic } from '../model/diagnostic.js';
import { plural } from '../report/tally.js';
import { UsageError } from './exit.js';
import { writeOutput } from './files/output.js';
import { absolute, tidy } from './files/paths.js';
import { pathsFor } from './files/project.js';
import type { Gathered } from './gather.js';
import type { Host } from './host/host.js';
import type { Terminal } from './terminal.js';

export interface BaselineAsk {
  /** As given. */
  readonly path: string;
  readonly update: boolean;
}

/** The findings that are still to be told. */
export function throughBaseline(
  gathered: Gathered,
  { path: given, update }: BaselineAsk,
  host: Host,
  terminal: Terminal,
): readonly Diagnostic[] {
  const path = absolute(host.cwd, given);
  const shown = pathsFor(host)(path);
  const exists = host.files.stat(path)?.kind === 'file';
  if (!exists && !update) throw new UsageError(`There is no baseline ${shown}.`, 'To make it: --update-baseline');

  const relativeTo = (file: string): string => tidy(relative(dirname(path), absolute(host.cwd, file)));
  const ids = new Set((gathered.rules ?? []).map(({ id }) => id));
  const identity = createIdentities(gathered.findings, gathered.load);
  const known = gathered.findings
    .filter(({ code }) => ids.has(code))
    .map((diagnostic): Known => {
      const own = identity(diagnostic);
      return { diagnostic, identity: { ...own, file: relativeTo(own.file) } };
    });
  const others = gathered.findings.filter(({ code }) => !ids.has(code));
  const read = exists ? readBaseline(shown, host.files.read(path)) : undefined;
  const judged = judgedBy(gathered, relativeTo, (file) => host.files.stat(absolute(dirname(path), file)) !== undefined);

  if (update) {
    // What cannot be read is somebody's work gone wrong, or not a baseline at all.
    if (read !== undefined && read.value === undefined)
      throw new UsageError(
        `${shown} is no baseline, and is not written over.`,
        'Delete it first, or name another file.',
      );
    const before = read?.value?.entries ?? [];
    const kept = before.filter((entry) => !judged(entry)).reduce((sum, { count }) => sum + count, 0);
    const text = writeBaseline(known, before, (entry) => !judged(entry));
    const more = kept > 0 ? `; ${plural(kept, 'finding')} kept at which nothing has looked now` : '';
    terminal.note(
      `${writeOutput(path, text, host.files)} ${shown}: ${plural(known.length, 'finding') || 'no findings'}${more}`,
    );
    return others;
  }
  if (read?.value === undefined) return sortDiagnostics([...(read?.diagnostics ?? []), ...gathered.findings]);
  const { fresh, outdated } = compareWith(read.value, known, judged);
  return sortDiagnostics([...others, ...fresh, ...outdated]);
}

/** A rule has looked at a file, or the file is gone. */
function judgedBy(
  gathered: Gathered,
  relativeTo: (file: string) => string,
  exists: (file: string) => boolean,
): (entry: BaselineEntry) => boolean {
  const looked = new Map<string, ReadonlySet<string>>();
  for (const [file, rules] of gathered.lookedAt ?? []) looked.set(relativeTo(file), rules);
  return ({ file, rule }) => looked.get(file)?.has(rule) ?? !exists(file);
}
