/**
 * From the words of a command line to commits: `main`, `HEAD~3`, `v2`, `A..B`, `A...B`.
 *
 * A word that begins with `-` is never handed to git, where it could be an option that runs a program.
 */
import { suggest } from '../../base/suggest.js';
import { UsageError } from '../exit.js';
import { decode, type Repository } from './repository.js';

export interface Commit {
  /** As the user named it. */
  readonly name: string;
  /** The whole hash. */
  readonly id: string;
}

/** The commit that a revision names. Throws `UsageError`. */
export function resolveCommit(repository: Repository, name: string): Commit {
  const id = find(repository, name);
  if (id !== undefined) return { name, id };
  throw unknown(repository, name);
}

/** Undefined if there is no such commit. Throws `UsageError` for what looks like an option. */
export function findCommit(repository: Repository, name: string): Commit | undefined {
  const id = find(repository, name);
  return id === undefined ? undefined : { name, id };
}

/** `A..B` compares the two; `A...B` compares B with what it branched off from. A side left out is HEAD. */
export function resolveRange(
  repository: Repository,
  given: string,
): { readonly from: Commit; readonly to: Commit } | undefined {
  const [, left, dots, right] = /^(.*?)(\.{2,3})(.*)$/su.exec(given) ?? [];
  if (left === undefined || right === undefined || dots === undefined) return undefined;
  const from = resolveCommit(repository, left === '' ? 'HEAD' : left);
  const to = resolveCommit(repository, right === '' ? 'HEAD' : right);
  return { from: dots === '...' ? mergeBase(repository, from, to) : from, to };
}

/** Where two lines of history parted. Throws `UsageError` if they have nothing in common, or nothing that is known here. */
export function mergeBase(repository: Repository, a: Commit, b: Commit): Commit {
  const { exit, stdout } = repository.ask(['merge-base', a.id, b.id]);
  const id = decode(stdout).trim();
  if (exit === 0 && id !== '') return { name: `${a.name} (where ${b.name} left it)`, id };
  const what = `${a.name} and ${b.name} have no commit in common`;
  if (!repository.shallow) throw new UsageError(`${what}.`, `To compare them as they are: ${a.name}..${b.name}`);
  throw new UsageError(`${what} in this shallow clone.`, deepen);
}

/** In CI, checkouts have one commit unless they are asked for more. */
const deepen =
  'Fetch more of the history: git fetch --deepen=100 (or --unshallow); in GitHub Actions: actions/checkout with fetch-depth: 0.';

function find(repository: Repository, name: string): string | undefined {
  if (name.startsWith('-')) {
    throw new UsageError(
      `${JSON.stringify(name)} looks like an option, and is not taken for a revision.`,
      'A branch of such a name can be written as refs/heads/…',
    );
  }
  if (name === '' || /[\0\n]/u.test(name)) return undefined;
  const { exit, stdout } = repository.ask(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  const id = decode(stdout).trim();
  return exit === 0 && /^[0-9a-f]{40,64}$/u.test(id) ? id : undefined;
}

function unknown(repository: Repository, name: string): UsageError {
  const message = `git knows no revision ${JSON.stringify(name)}`;
  if (repository.ask(['rev-parse', '--verify', '--quiet', 'HEAD']).exit !== 0) {
    return new UsageError(`${message}: this repository has no commit yet.`, 'Commit first: git add . && git commit');
  }
  const names = repository.text(['for-each-ref', '--format=%(refname:short)']).split('\n').filter(Boolean);
  const word = /^[^~^@:]*/u.exec(name)?.[0] ?? name;
  // In CI, only the branch that is being built exists locally.
  const remote = word === 'HEAD' ? undefined : names.find((each) => each.endsWith(`/${word}`));
  const near = remote ?? (word === 'HEAD' || names.includes(word) ? undefined : suggest(word, [...names, 'HEAD']));
  if (near !== undefined) return new UsageError(`${message}.`, `Did you mean ${near}${name.slice(word.length)}?`);
  if (repository.shallow) return new UsageError(`${message} in this shallow clone.`, deepen);
  const exists = names.includes(word) || word === 'HEAD' || word === '';
  return new UsageError(`${message}.`, exists ? 'The history does not go back that far.' : branchesHint(names));
}

function branchesHint(names: readonly string[]): string {
  const shown = names.slice(0, 8);
  return `Branches and tags: ${shown.join(', ')}${names.length > shown.length ? ', …' : ''}.`;
}
