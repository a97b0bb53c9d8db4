/**
 * The history of one flow: every commit that has touched its file, under whatever name, with what it did to the process.
 *
 * Each version is read with the libraries and child flows of its own commit. Commits that touched only those are not told.
 */
import { basename, dirname, relative } from 'node:path';
import type { Process } from '../../model/process.js';
import { isEmpty, type Difference } from '../../model/difference.js';
import type { Revision } from '../../report/history-reporter.js';
import { UsageError } from '../exit.js';
import { createReader } from '../files/load.js';
import { absolute, tidy } from '../files/paths.js';
import { findProject } from '../files/project.js';
import type { Host } from '../host/host.js';
import { openRepository, type Repository } from './repository.js';
import { createVersions, type Version, type Versions } from './versions.js';

export interface HistoryAsk {
  /** As given by the user. */
  readonly file: string;
  /** The newest so many. */
  readonly limit: number;
}

export interface FoundHistory {
  readonly revisions: readonly Revision[];
  /** There are older ones. */
  readonly more: boolean;
  /** The clone does not have all of the history. */
  readonly shallow: boolean;
}

interface LogEntry {
  readonly commit: string;
  readonly parent: string | undefined;
  readonly author: string;
  readonly date: string;
  readonly subject: string;
  /** As seen from the top; undefined where the file was not, or is not any more. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Throws `UsageError` if there is no repository, or no such file in its history. */
export async function readHistory(host: Host, { file, limit }: HistoryAsk): Promise<FoundHistory> {
  const path = absolute(host.cwd, file);
  const folder = dirname(path);
  const repository = openRepository(host, host.files.stat(folder)?.kind === 'folder' ? folder : host.cwd);
  const entries = logOf(repository, tidy(relative(repository.top, path)), limit + 1);
  if (entries.length === 0) {
    const there = host.files.stat(path) !== undefined;
    throw new UsageError(
      `${tidy(file)} ${there ? 'is in no commit yet' : 'is not in the history of this branch'}.`,
      there ? `To begin: git add ${tidy(file)} && git commit` : undefined,
    );
  }
  const { differenceOf } = await import('../../app/difference.js');
  const read = await reading(host, repository, createVersions(host, repository));
  const revisions = entries.slice(0, limit).map((entry): Revision => {
    const [before, after] = [read(entry.parent, entry.before), read(entry.commit, entry.after)];
    const { commit, author, date, subject } = entry;
    const name = entry.after ?? entry.before ?? '';
    return {
      ...{ commit, author, date, subject, file: name },
      ...(entry.before !== undefined && entry.before !== name && { oldFile: entry.before }),
      change: isCut(repository, entry) ? { kind: 'cut' } : changeOf(before, after, differenceOf),
    };
  });
  return { revisions, more: entries.length > limit, shallow: repository.shallow };
}

/**
 * Whether a shallow clone lacks what was before a commit: git tells of such a one as if it had no parents and had made every file. Only the
 * commit itself still names them.
 */
function isCut(repository: Repository, { commit, parent }: LogEntry): boolean {
  if (!repository.shallow || parent !== undefined) return false;
  const [head = ''] = repository.text(['cat-file', 'commit', commit]).split('\n\n', 1);
  return /^parent /mu.test(head);
}

function changeOf(
  before: Read,
  after: Read,
  differenceOf: (before: Process | undefined, after: Process | undefined) => Difference,
): Revision['change'] {
  const fault = [after, before].find((each) => each.kind === 'faulty');
  if (fault?.kind === 'faulty') return { kind: 'unreadable', message: fault.message };
  const [old, now] = [before, after].map((each) => (each.kind === 'flow' ? each.process : undefined));
  if (old === undefined && now === undefined) return { kind: 'same' };
  const difference = differenceOf(old, now);
  return isEmpty(difference) ? { kind: 'same' } : { kind: 'changed', difference };
}

type Read =
  | { readonly kind: 'flow'; readonly process: Process }
  | { readonly kind: 'none' }
  | { readonly kind: 'faulty'; readonly message: string };

/** Reads a flow at a commit, each once: what a commit has made is what the next one begins with. */
async function reading(host: Host, repository: Repository, versions: Versions) {
  const { createChecker } = await import('../../app/check.js');
  const known = new Map<string, Read>();
  const hosts = new Map<string, Version>();
  const at = (commit: string): Version => {
    const before = hosts.get(commit);
    if (before !== undefined) return before;
    const version = versions.at({ name: commit.slice(0, 10), id: commit });
    hosts.clear(); // whole trees: only the last is asked for again
    hosts.set(commit, version);
    return version;
  };
  const read = (commit: string, path: string): Read => {
    const then = at(commit).host;
    const absolutePath = absolute(repository.top, path);
    const { root } = findProject(dirname(absolutePath), host.cwd, then.files);
    const { load } = createReader({ cwd: host.cwd, files: then.files, root });
    const { process, diagnostics } = createChecker({ load, root: tidy(root) })(tidy(absolutePath));
    if (process !== undefined) return { kind: 'flow', process };
    const error = diagnostics.find(({ severity }) => severity === 'error');
    return { kind: 'faulty', message: error?.message ?? `${basename(path)} holds no flow.` };
  };
  return (commit: string | undefined, path: string | undefined): Read => {
    if (commit === undefined || path === undefined) return { kind: 'none' };
    const key = `${commit}:${path}`;
    const result = known.get(key) ?? read(commit, path);
    known.set(key, result);
    return result;
  };
}

const [record, field] = ['\u0001', '\u0002'];

/** The newest first, renames followed. */
function logOf(repository: Repository, path: string, limit: number): readonly LogEntry[] {
  const { exit, stdout } = repository.ask([
    ...['log', '--follow', '-M', '-z', '--name-status', '--no-ext-diff', '--no-textconv', '--no-show-signature'],
    `--max-count=${String(limit)}`,
    '--format=%x01%H%x02%P%x02%aN%x02%aI%x02%s%x00',
    ...['--end-of-options', 'HEAD', '--', path],
  ]);
  if (exit !== 0) return []; // no commit yet
  const answer = new TextDecoder().decode(stdout);
  return answer
    .split(record)
    .slice(1)
    .map((each): LogEntry => {
      const [head = '', ...rest] = each.split('\0');
      const [commit = '', parents = '', author = '', date = '', subject = ''] = head.split(field);
      const [status = 'M', from = path, to = from] = rest.map((part) => part.replace(/^\n/u, '')).filter(Boolean);
      const [parent] = parents.split(' ').filter(Boolean);
      const isNew = status.startsWith('A') || parent === undefined;
      return {
        ...{ commit, parent, author, date, subject },
        before: isNew ? undefined : from,
        after: status.startsWith('D') ? undefined : to,
      };
    });
}
