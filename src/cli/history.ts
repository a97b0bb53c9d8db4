/**
 * The revision history of a flow, as git has it: one row for each version that the file has called itself, with all that was changed on
 * the way to it; a row for each commit where it calls itself nothing.
 */
import { dirname, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Process } from '../model/process.js';
import type { Revision } from '../render/format.js';
import { readSource } from '../source/index.js';
import { absolute, tidy } from './files/paths.js';
import { createBlobs } from './git/blobs.js';
import { commitsOf, type FileCommit, type FileCommits, type Stand } from './git/commits.js';
import { mergedBy, type Merged } from './git/merged.js';
import { openRepository, type Repository } from './git/repository.js';
import type { Host } from './host/host.js';

/** By the file of each process, the latest version first. Throws `UsageError` where there is no repository. */
export function historyOf(host: Host, processes: readonly Process[]): ReadonlyMap<string, readonly Revision[]> {
  return new Map(
    processes.map(({ file }) => {
      const path = absolute(host.cwd, file);
      const repository = openRepository(host, dirname(path));
      return [file, revisionsOf(repository, commitsOf(repository, tidy(relative(repository.top, path))))];
    }),
  );
}

interface Row {
  readonly version: string | undefined;
  /** The newest first. */
  readonly commits: FileCommit[];
}

/**
 * A version that goes on while another one is begun on a branch still has one row. The one that the file has now comes first, then the
 * one that was begun last.
 */
function revisionsOf(repository: Repository, { commits, at }: FileCommits): readonly Revision[] {
  const blobs = createBlobs(repository);
  blobs.prefetch(commits.flatMap(({ after }) => (after === undefined ? [] : [after.blob])));
  const dataOf = (stand: Stand | undefined): unknown => stand && dataIn(blobs.content(stand.blob));
  const rows: Row[] = [];
  for (const commit of commits) {
    const data = dataOf(commit.after);
    if (commit.parents.length > 1 && addsNothing(data, mergedBy(repository, blobs, commit, at))) continue;
    const version = versionIn(data);
    const same = version === undefined ? undefined : rows.find((row) => row.version === version);
    const row = same ?? { version, commits: [] };
    row.commits.push(commit);
    // Behind all that are there: the one that was begun first ends up last.
    if (same !== undefined) rows.splice(rows.indexOf(same), 1);
    rows.push(row);
  }
  const now = versionIn(dataOf(at('HEAD')));
  const current = rows.filter(({ version }) => version !== undefined && version === now);
  return [...current, ...rows.filter((row) => !current.includes(row))].map(asRevision);
}

function asRevision({ version, commits }: Row): Revision {
  return {
    ...(version !== undefined && { version }),
    // When it was complete, and who brought it there.
    date: commits[0]?.date.slice(0, 10) ?? '',
    author: [...new Set(commits.map(({ author }) => author))].join(', '),
    // In the order in which it was done; what was said several times is said once.
    summary: [...new Set(commits.map(({ subject }) => subject).reverse())].join('; '),
  };
}

/** Whether a merge is what its two sides give, so that their commits tell all of it. */
function addsNothing(data: unknown, merged: Merged | undefined): boolean {
  if (merged === undefined || merged.taken) return merged !== undefined;
  return (
    merged.ours === merged.theirs &&
    merged.ours !== undefined &&
    isDeepStrictEqual(data, dataIn(new TextEncoder().encode(merged.ours)))
  );
}

function dataIn(bytes: Uint8Array | undefined): unknown {
  return bytes === undefined ? undefined : readSource('then.flow.yaml', bytes).value?.data;
}

/** What the file called its own version; nothing for one that cannot be read, or is no map. */
function versionIn(data: unknown): string | undefined {
  const document = entry(data, 'document');
  const version = entry(document, 'version');
  return typeof version === 'string' || typeof version === 'number' ? String(version) : undefined;
}

function entry(value: unknown, key: string): unknown {
  const isMap = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return isMap ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
