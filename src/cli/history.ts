/**
 * The revision history of a flow, as git has it: one row for each version that the file has called itself, with all that was changed on
 * the way to it; a row for each commit where it calls itself nothing.
 */
import { dirname, relative } from 'node:path';
import type { Process } from '../model/process.js';
import type { Revision } from '../render/format.js';
import { readSource } from '../source/index.js';
import { absolute, tidy } from './files/paths.js';
import { createBlobs } from './git/blobs.js';
import { openRepository, type Repository } from './git/repository.js';
import type { Host } from './host/host.js';

interface Change {
  readonly commit: string;
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  /** What the file was called then, as seen from the top. */
  readonly path: string;
}

/** By the file of each process, the latest version first. Throws `UsageError` where there is no repository. */
export function historyOf(host: Host, processes: readonly Process[]): ReadonlyMap<string, readonly Revision[]> {
  return new Map(
    processes.map(({ file }) => {
      const path = absolute(host.cwd, file);
      const repository = openRepository(host, dirname(path));
      return [file, revisionsOf(repository, changesOf(repository, tidy(relative(repository.top, path))))];
    }),
  );
}

/** The latest first, across renames. Between its fields and commits git writes signs that no name and no subject has. */
function changesOf(repository: Repository, path: string): readonly Change[] {
  const asked = ['log', '--follow', '-z', '--name-only', '--no-color', '--no-show-signature'];
  // A repository without a commit has no history, which is no fault.
  const { exit, stdout } = repository.ask([...asked, '--format=%x1e%H%x1f%as%x1f%an%x1f%s', '--', path]);
  if (exit !== 0) return [];
  return new TextDecoder()
    .decode(stdout)
    .split('\x1e')
    .slice(1)
    .map((record) => {
      const [fields = '', ...names] = record.split('\0').map((part) => part.replace(/^\n+/u, ''));
      const [commit = '', date = '', author = '', subject = ''] = fields.split('\x1f');
      return { commit, date, author, subject, path: names.find((name) => name !== '') ?? path };
    });
}

function revisionsOf(repository: Repository, changes: readonly Change[]): readonly Revision[] {
  const blobs = createBlobs(repository);
  const nameOf = ({ commit, path }: Change): string => `${commit}:${path}`;
  blobs.prefetch(changes.map(nameOf));
  const rows: { readonly version: string | undefined; readonly changes: Change[] }[] = [];
  for (const change of changes) {
    const version = versionIn(blobs.content(nameOf(change)));
    const last = rows.at(-1);
    if (last !== undefined && version !== undefined && last.version === version) last.changes.push(change);
    else rows.push({ version, changes: [change] });
  }
  return rows.map(({ version, changes: some }) => ({
    ...(version !== undefined && { version }),
    // When it was complete, and who brought it there.
    date: some[0]?.date ?? '',
    author: [...new Set(some.map(({ author }) => author))].join(', '),
    // In the order in which it was done.
    summary: some
      .map(({ subject }) => subject)
      .reverse()
      .join('; '),
  }));
}

/** What the file called its own version; nothing for one that cannot be read, or is no map. */
function versionIn(bytes: Uint8Array | undefined): string | undefined {
  const data = bytes === undefined ? undefined : readSource('then.flow.yaml', bytes).value?.data;
  const document = entry(data, 'document');
  const version = entry(document, 'version');
  return typeof version === 'string' || typeof version === 'number' ? String(version) : undefined;
}

function entry(value: unknown, key: string): unknown {
  const isMap = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return isMap ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
