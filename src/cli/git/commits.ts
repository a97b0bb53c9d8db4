/**
 * The commits that have changed one file, under whatever name it had: also on branches that were merged under its old name, and merges
 * whose result is not what one of their sides had.
 *
 * `git log --follow` alone tells of no merge, and loses a branch that begins before a rename and goes on after it. It only gives the names here.
 */
import { cut, decode, type Repository } from './repository.js';

export interface Commit {
  /** The whole hash. */
  readonly commit: string;
  /** None of the first commit, nor where a shallow clone ends. */
  readonly parents: readonly string[];
  readonly author: string;
  /** Of the author, as `2026-11-22T10:00:00+08:00`. */
  readonly date: string;
  readonly subject: string;
}

/** A file as it was: its path as seen from the top, and where its content is. */
export interface Stand {
  readonly path: string;
  readonly blob: string;
}

export interface FileCommit extends Commit {
  /** At its parents, in their order; undefined where the file was not. */
  readonly before: readonly (Stand | undefined)[];
  /** Undefined where the file is not any more. */
  readonly after: Stand | undefined;
}

export interface FileCommits {
  /** The newest first. */
  readonly commits: readonly FileCommit[];
  /** The file at any other commit. */
  at(commit: string): Stand | undefined;
}

/** Of the branch that is checked out; the path as seen from the top. Without a commit there are none. */
export function commitsOf(repository: Repository, path: string): FileCommits {
  const names = namesOf(repository, path);
  const found = touching(repository, names);
  const stands = standsIn(
    repository,
    names,
    found.flatMap(({ commit, parents }) => [commit, ...parents]),
  );
  const commits = found
    .map((one): FileCommit => ({ ...one, before: one.parents.map(stands), after: stands(one.commit) }))
    .filter(({ before, after }) => (before.length === 0 ? [undefined] : before).some((each) => !isSame(each, after)));
  return { commits, at: (commit) => standsIn(repository, names, [commit])(commit) };
}

function isSame(one: Stand | undefined, other: Stand | undefined): boolean {
  return one?.path === other?.path && one?.blob === other?.blob;
}

/** The newest first. */
function namesOf(repository: Repository, path: string): readonly string[] {
  const { exit, stdout } = repository.ask([
    ...['log', '--follow', '-M', '-z', '--name-status', '--diff-filter=R', '--format='],
    ...['--no-ext-diff', '--no-textconv', '--end-of-options', 'HEAD', '--', path],
  ]);
  // R087, the name before, the name after
  const parts = exit === 0 ? cut(decode(stdout)).filter((part) => part !== '') : [];
  return [...new Set([path, ...parts.filter((_, index) => index % 3 === 1)])];
}

const fields = ['%H', '%P', '%aN', '%aI', '%s'];

function touching(repository: Repository, names: readonly string[]): readonly Commit[] {
  const { exit, stdout } = repository.ask([
    ...['log', '-z', '--full-history', `--format=${fields.join('%x00')}`],
    ...['--end-of-options', 'HEAD', '--', ...names],
  ]);
  if (exit !== 0) return []; // no commit yet
  const parts = cut(`${decode(stdout)}\0`);
  const commits: Commit[] = [];
  for (let at = 0; at + fields.length <= parts.length; at += fields.length) {
    const [commit = '', parents = '', author = '', date = '', subject = ''] = parts.slice(at, at + fields.length);
    commits.push({ commit, parents: parents.split(' ').filter(Boolean), author, date, subject });
  }
  return commits;
}

/**
 * Where a name of old is that of another file by now, the file stands under its newer name: of the names that are there, the newest counts.
 */
function standsIn(
  repository: Repository,
  names: readonly string[],
  commits: readonly string[],
): (commit: string) => Stand | undefined {
  const all = [...new Set(commits)];
  const ids = idsOf(
    repository,
    all.flatMap((commit) => names.map((name) => `${commit}:${name}`)),
  );
  const found = new Map<string, Stand>();
  all.forEach((commit, row) => {
    const stand = names.flatMap((path, column) => {
      const blob = ids[row * names.length + column];
      return blob === undefined ? [] : [{ path, blob }];
    })[0];
    if (stand !== undefined) found.set(commit, stand);
  });
  return (commit) => found.get(commit);
}

/** Of each `commit:path` the hash of the file; undefined where there is none. */
function idsOf(repository: Repository, files: readonly string[]): readonly (string | undefined)[] {
  const isHash = (id: string): boolean => /^[0-9a-f]{40,64}$/u.test(id);
  // git takes one a line.
  if (files.some((file) => file.includes('\n'))) {
    return files.map((file) => {
      const { stdout } = repository.ask(['rev-parse', '--verify', '--quiet', '--end-of-options', file]);
      return [decode(stdout).trim()].find(isHash);
    });
  }
  const input = files.map((file) => `${file}\n`).join('');
  const lines = repository.text(['cat-file', '--batch-check=%(objecttype) %(objectname)'], input).split('\n');
  return files.map((_, index) => {
    const [type, id = ''] = (lines[index] ?? '').split(' ');
    return type === 'blob' && isHash(id) ? id : undefined;
  });
}
