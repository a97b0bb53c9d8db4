/**
 * From the operands of `diff` to the two sides that are compared: `main`, `HEAD~3 HEAD`, `main...HEAD`, `:lead.flow.yaml`,
 * `v1:lead.flow.yaml`, two files, two folders, or nothing, which is HEAD against the working tree.
 *
 * As in `git diff`, up to two revisions come first, and paths or globs after them say what of the two is looked at.
 */
import { basename, dirname, join } from 'node:path';
import { suggest } from '../../base/suggest.js';
import { UsageError } from '../exit.js';
import { absolute, seenFrom, tidy } from '../files/paths.js';
import type { Host } from '../host/host.js';
import { renamesBetween } from './renames.js';
import { NoRepository, openRepository, type Repository } from './repository.js';
import { findCommit, resolveCommit, resolveRange } from './revisions.js';
import { createVersions, workingTree, type Version, type Versions } from './versions.js';

export interface Side extends Version {
  /** Files, folders and globs to look at; undefined: all of the project; empty: nothing of what was asked for is there. */
  readonly paths: readonly string[] | undefined;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
  /** Files that git takes for renamed: what they are called after → what they were called before, both absolute. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Both sides are what was named: two files, folders or versions of a file, which may well have different names. */
  readonly paired: boolean;
}

/** Throws `UsageError`. */
export function openSides(host: Host, operands: readonly string[]): Sides {
  for (const each of operands) refuse(each);
  const isPath = (each: string): boolean => host.files.stat(absolute(host.cwd, each)) !== undefined;

  // No repository is needed to compare two files.
  if (operands.length > 1 && operands.every(isPath)) return ofPaths(host, operands);
  const opened = repositoryFor(host, operands, isPath);
  const versions = createVersions(host, opened);
  const named = operands.map((each) => (isPath(each) ? undefined : versions.ofFile(each)));
  if (named.every((each) => each === undefined)) return ofRevisions(host, opened, versions, operands, isPath);

  const sides = operands.map((each, index): Side => {
    const version = named[index];
    if (version !== undefined) return { ...version, paths: [version.path] };
    if (isPath(each)) return ofPath(host, each);
    throw new UsageError(`${each} names no file.`, `Name one: ${each}:path/to/file.flow.yaml`);
  });
  const [before, after = now(host, sides[0]), ...more] = sides;
  if (before === undefined || more.length > 0) throw tooMany(operands.length);
  return { before, after, renamed: new Map(), paired: true };
}

/** Outside of one, only files can be meant. */
function repositoryFor(host: Host, operands: readonly string[], isPath: (operand: string) => boolean): Repository {
  try {
    return openRepository(host, folderOf(host, operands.find(isPath)));
  } catch (error) {
    if (!(error instanceof NoRepository)) throw error;
    const lost = operands.find((each) => !isPath(each));
    if (lost === undefined) throw new UsageError(error.message, 'To compare two files, name both.');
    if (!looksLikeFile(lost)) throw new UsageError(error.message, `Nor is there a file ${tidy(lost)} here.`);
    throw new UsageError(
      `There is no file ${tidy(lost)}.`,
      'Nor can it be a revision: this folder is not in a git repository.',
    );
  }
}

function refuse(operand: string): void {
  if (operand === '') {
    throw new UsageError('An empty revision or path was given.', 'A variable of your shell script may be unset.');
  }
  if (operand === '-') {
    throw new UsageError(
      'diff reads no stdin.',
      'Write it to a file first; a version that git has is named as revision:path, for example HEAD:lead.flow.yaml.',
    );
  }
  if (operand.startsWith('-')) {
    throw new UsageError(
      `${JSON.stringify(operand)} looks like an option, and is not taken for a revision.`,
      'A file of such a name can be written as ./-name, a branch as refs/heads/-name.',
    );
  }
}

function ofPaths(host: Host, operands: readonly string[]): Sides {
  const [before, after, ...more] = operands.map((path) => ofPath(host, path));
  if (before === undefined || after === undefined || more.length > 0) throw tooMany(operands.length);
  return { before, after, renamed: new Map(), paired: true };
}

function ofPath(host: Host, path: string): Side {
  return { label: tidy(path), host, paths: [path] };
}

function tooMany(count: number): UsageError {
  return new UsageError(
    `Two sides are compared, and ${String(count)} were named.`,
    'To see what changed in several files since the last commit: trackflow diff HEAD <paths>',
  );
}

/** No revision has such signs in it, but for those that ask for a commit by its message. */
export function isGlob(operand: string): boolean {
  return /[*?[]/u.test(operand) && !/^:|[@^]\{/u.test(operand);
}

/** As in git: a version alone is compared with the file as it is now. */
function now(host: Host, before: Side | undefined): Side {
  return { ...workingTree(host), paths: before?.paths };
}

function ofRevisions(
  host: Host,
  repository: Repository,
  versions: Versions,
  operands: readonly string[],
  isPath: (operand: string) => boolean,
): Sides {
  const [first, second] = operands;
  const range = first === undefined || isPath(first) || isGlob(first) ? undefined : resolveRange(repository, first);
  if (range !== undefined) {
    return between(repository, versions.at(range.from), versions.at(range.to), operands.slice(1));
  }
  const isRevision = (each: string | undefined): each is string => {
    if (each === undefined) return false;
    if (!isPath(each)) return !isGlob(each);
    if (/^[./]/u.test(each) || findCommit(repository, each) === undefined) return false;
    throw new UsageError(
      `${each} is both a revision and a path.`,
      `For the path write ./${each}, for the branch refs/heads/${each}.`,
    );
  };
  // What is gone now can still be named: it is a path of the revision before it.
  const wasThere = ({ host: then }: Version, each: string): boolean =>
    then.files.stat(absolute(host.cwd, each)) !== undefined;
  const isLost = (each: string): boolean => looksLikeFile(each) && findCommit(repository, each) === undefined;
  const head = isRevision(first) && isLost(first) ? findCommit(repository, 'HEAD') : undefined;
  if (head !== undefined && first !== undefined) {
    const before = versions.at(head);
    if (!wasThere(before, first)) throw noSuch(host, first, before);
    return between(repository, before, workingTree(host), operands);
  }
  const before = versions.at(resolveCommit(repository, isRevision(first) ? first : 'HEAD'));
  if (!isRevision(first)) return between(repository, before, workingTree(host), operands);
  if (!isRevision(second) || (findCommit(repository, second) === undefined && wasThere(before, second))) {
    return between(repository, before, workingTree(host), operands.slice(1));
  }
  if (isLost(second)) throw noSuch(host, second, before);
  return between(repository, before, versions.at(resolveCommit(repository, second)), operands.slice(2));
}

/** No branch is called so. */
function looksLikeFile(operand: string): boolean {
  return /\.ya?ml$/u.test(operand);
}

function noSuch(host: Host, path: string, { label }: Version): UsageError {
  const folder = absolute(host.cwd, dirname(path));
  const message = `There is no file ${tidy(path)}, neither here nor in ${label}, and git knows no revision of that name.`;
  if (host.files.stat(folder)?.kind !== 'folder') {
    return new UsageError(message, `There is no folder ${tidy(dirname(path))} either.`);
  }
  const names = host.files.list(folder).flatMap(({ name }) => (looksLikeFile(name) ? [name] : []));
  const near = suggest(basename(path), names);
  return new UsageError(message, near === undefined ? undefined : `Did you mean ${tidy(join(dirname(path), near))}?`);
}

/** What was added or removed is on one side only; what is on neither was misspelt. */
function between(repository: Repository, before: Version, after: Version, paths: readonly string[]): Sides {
  const { cwd } = after.host;
  const renamed = new Map(
    [...renamesBetween(repository, before.commit, after.commit)].map(([to, from]) => [
      absolute(repository.top, to),
      absolute(repository.top, from),
    ]),
  );
  if (paths.length === 0) {
    return { before: { ...before, paths: undefined }, after: { ...after, paths: undefined }, renamed, paired: false };
  }
  const isThere = ({ host }: Version, path: string): boolean => host.files.stat(absolute(cwd, path)) !== undefined;
  const pairs = paths.map((path) => {
    const other = renamed.get(absolute(cwd, path));
    const once = other === undefined ? path : seenFrom(cwd, other, repository.top);
    const [was, is] = [isThere(before, once), isThere(after, path)];
    if (was || is) return { once: was ? [once] : [], path: is ? [path] : [] };
    // What it stands for on either side is seen when the files are looked for.
    if (isGlob(path)) return { once: [path], path: [path] };
    throw new UsageError(`There is no ${tidy(path)}, neither in ${before.label} nor in ${after.label}.`);
  });
  return {
    before: { ...before, paths: pairs.flatMap(({ once }) => once) },
    after: { ...after, paths: pairs.flatMap(({ path }) => path) },
    renamed,
    paired: false,
  };
}

function folderOf(host: Host, path: string | undefined): string {
  if (path === undefined) return host.cwd;
  const at = absolute(host.cwd, path);
  return host.files.stat(at)?.kind === 'folder' ? at : dirname(at);
}
