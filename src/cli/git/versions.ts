/**
 * The states of a repository's files that can be read: a commit, the index, one file of either. Each is this machine with other files,
 * so that whatever reads the working tree reads the past as well.
 */
import { relative } from 'node:path';
import { UsageError } from '../exit.js';
import { absolute, isInside, tidy } from '../files/paths.js';
import type { Host } from '../host/host.js';
import { createBlobs, type Blobs } from './blobs.js';
import { hostAt } from './files.js';
import type { Repository } from './repository.js';
import { resolveCommit, type Commit } from './revisions.js';
import { indexOf, treeOf, type Tree } from './tree.js';

export interface Version {
  /** As people read it: `main`, `the index`, `the working tree`, `v1:lead.flow.yaml`. */
  readonly label: string;
  /** The whole hash, where it is a commit. */
  readonly commit?: string;
  /** This machine, with the files as they were. */
  readonly host: Host;
}

/** One file of a commit or of the index. */
export interface FileVersion extends Version {
  /** As seen from the working folder. */
  readonly path: string;
}

export interface Versions {
  at(commit: Commit): Version;
  /** `rev:path` or `:path`; undefined for words of another form. Throws `UsageError` if there is no such revision or file. */
  ofFile(words: string): FileVersion | undefined;
}

export function workingTree(host: Host): Version {
  return { label: 'the working tree', host };
}

/** Versions made by one of these share what they have read. */
export function createVersions(host: Host, repository: Repository, blobs: Blobs = createBlobs(repository)): Versions {
  const { cwd } = host;
  const { top } = repository;
  const fromTop = (path: string): string => tidy(relative(top, absolute(cwd, path)));

  /** As in git, a path is seen from the top, unless it begins with a dot. */
  const find = (tree: Tree, name: string, revision: string): string => {
    const path = /^\.\.?\//u.test(name) ? fromTop(name) : tidy(name);
    if (tree.has(path)) return path;
    const meant = isInside(top, cwd) && tree.has(fromTop(name)) ? `Did you mean ${revision}:./${name}?` : undefined;
    throw new UsageError(`There is no file ${name} in ${revision === '' ? 'the index' : revision}.`, meant);
  };

  return {
    at: (commit) => ({
      label: commit.name,
      commit: commit.id,
      host: hostAt(host, repository, treeOf(repository, commit), blobs),
    }),
    ofFile(words) {
      // `:/fix` asks git for a commit by its message; `main^{/a:b}` has its colon in braces.
      const [, revision, name] = /^((?:[^:{]|\{[^}]*\})*):(?:0:)?([^/].*)$/su.exec(words) ?? [];
      if (revision === undefined || name === undefined) return undefined;
      const commit = revision === '' ? undefined : resolveCommit(repository, revision);
      const tree = commit === undefined ? indexOf(repository) : treeOf(repository, commit);
      const path = tidy(relative(cwd, absolute(top, find(tree, name, revision))));
      const at = hostAt(host, repository, tree, blobs);
      return { label: words, ...(commit && { commit: commit.id }), host: at, path };
    },
  };
}
