/**
 * The history of one flow: every commit that has touched its file, under whatever name, with what it did to the process.
 *
 * Each version is read with the libraries and child flows of its own commit. Commits that touched only those are not told. Of a merge it is
 * told what it has changed itself: how it has decided conflicts, and what it has beyond both sides.
 */
import { basename, dirname, join, relative } from 'node:path';
import type { Process } from '../../model/process.js';
import { isEmpty, type Difference } from '../../model/difference.js';
import type { Revision } from '../../report/history-reporter.js';
import { UsageError } from '../exit.js';
import { createReader } from '../files/load.js';
import { absolute, tidy } from '../files/paths.js';
import { findProject } from '../files/project.js';
import type { Host } from '../host/host.js';
import { createBlobs } from './blobs.js';
import { commitsOf, type FileCommit } from './commits.js';
import { mergedBy } from './merged.js';
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

/** Throws `UsageError` if there is no repository, or no such file in its history. */
export async function readHistory(host: Host, { file, limit }: HistoryAsk): Promise<FoundHistory> {
  const path = absolute(host.cwd, file);
  if (host.files.stat(path)?.kind === 'folder') {
    const flow = host.files.list(path).find(({ name }) => /\.flow\.ya?ml$/u.test(name))?.name ?? 'lead.flow.yaml';
    throw new UsageError(
      `${tidy(file)} is a folder; log tells the history of one file.`,
      `For example: trackflow log ${tidy(join(file, flow))}`,
    );
  }
  const folder = dirname(path);
  const repository = openRepository(host, host.files.stat(folder)?.kind === 'folder' ? folder : host.cwd);
  const { commits, at } = commitsOf(repository, tidy(relative(repository.top, path)));
  if (commits.length === 0) {
    const there = host.files.stat(path) !== undefined;
    throw new UsageError(
      `${tidy(file)} ${there ? 'is in no commit yet' : 'is not in the history of this branch'}.`,
      there ? `To begin: git add ${tidy(file)} && git commit` : undefined,
    );
  }
  const { differenceOf } = await import('../../app/difference.js');
  const blobs = createBlobs(repository);
  const read = await reading(host, repository, createVersions(host, repository, blobs));
  const compared = (before: Read, after: Read): Revision['change'] => changeOf(before, after, differenceOf);
  const revisions: Revision[] = [];
  for (const entry of commits) {
    const change = entry.parents.length > 1 ? ofMerge(entry) : ofCommit(entry);
    if (change !== undefined) revisions.push({ ...told(entry), change });
    if (revisions.length > limit) break;
  }
  return { revisions: revisions.slice(0, limit), more: revisions.length > limit, shallow: repository.shallow };

  function ofCommit(entry: FileCommit): Revision['change'] {
    if (isCut(repository, entry)) return { kind: 'cut' };
    const [parent] = entry.parents;
    return compared(read(parent, entry.before[0]?.path), read(entry.commit, entry.after?.path));
  }

  /** Undefined where it has changed nothing itself. What the branches have changed is told with their commits. */
  function ofMerge(entry: FileCommit): Revision['change'] | undefined {
    const { commit, parents, before, after } = entry;
    const merged = mergedBy(repository, blobs, entry, at);
    if (merged?.taken === true) return undefined;
    const result = read(commit, after?.path);
    const name = after?.path ?? before[0]?.path;
    const [ours, theirs] = [merged?.ours, merged?.theirs].map((text) =>
      text === undefined || name === undefined ? undefined : read(commit, name, text),
    );
    const isGone = merged !== undefined && merged.ours === undefined;
    const start = isGone ? nothing : ours?.kind === 'flow' ? ours : read(parents[0], before[0]?.path);
    const change = compared(start, result);
    if (change.kind !== 'same') return change;
    // Where the first parent has won each conflict, the other branch's word of it is taken back.
    const back = theirs?.kind === 'flow' ? compared(theirs, result) : change;
    return back.kind === 'same' ? undefined : back;
  }
}

function told({ commit, author, date, subject, before: [before], after }: FileCommit): Omit<Revision, 'change'> {
  const file = after?.path ?? before?.path ?? '';
  const isRenamed = before !== undefined && before.path !== file;
  return { commit, author, date, subject, file, ...(isRenamed && { oldFile: before.path }) };
}

/**
 * Whether a shallow clone lacks what was before a commit: git tells of such a one as if it had no parents and had made every file. Only the
 * commit itself still names them.
 */
function isCut(repository: Repository, { commit, parents }: FileCommit): boolean {
  if (!repository.shallow || parents.length > 0) return false;
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

const nothing: Read = { kind: 'none' };

/**
 * Reads a flow at a commit, each once: what a commit has made is what the next one begins with. Another text that is given is read in its
 * place, with the files around it as they were.
 */
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
  const read = (commit: string, path: string, text: string | undefined): Read => {
    const then = at(commit).host;
    const absolutePath = absolute(repository.top, path);
    const { root } = findProject(dirname(absolutePath), host.cwd, then.files);
    const stdin = text === undefined ? {} : { stdin: { path: absolutePath, bytes: new TextEncoder().encode(text) } };
    const { load } = createReader({ cwd: host.cwd, files: then.files, root, ...stdin });
    const { process, diagnostics } = createChecker({ load, root: tidy(root) })(tidy(absolutePath));
    if (process !== undefined) return { kind: 'flow', process };
    const error = diagnostics.find(({ severity }) => severity === 'error');
    return { kind: 'faulty', message: error?.message ?? `${basename(path)} holds no flow.` };
  };
  return (commit: string | undefined, path: string | undefined, text?: string): Read => {
    if (commit === undefined || path === undefined) return nothing;
    if (text !== undefined) return read(commit, path, text);
    const key = `${commit}:${path}`;
    const result = known.get(key) ?? read(commit, path, undefined);
    known.set(key, result);
    return result;
  };
}
