/**
 * Which folder is the project of a file: nothing outside it is ever read.
 *
 * The nearest ancestor with a project file; else the nearest with `.git`; else the working folder if the file is in it;
 * else the file's own folder.
 */
import { dirname, join, relative, resolve } from 'node:path';
import { UsageError } from '../exit.js';
import type { Files, Host } from '../host/host.js';
import { isInside, seenFrom } from './paths.js';

export const projectFile = 'trackflow.config.yaml';

/** What other tools call such a file. Nobody means it to be passed over without a word. */
const mistaken = ['trackflow.config.yml', 'trackflow.config.json'];

export interface Project {
  /** Absolute. */
  readonly root: string;
  /** The project file's absolute path, where there is one. */
  readonly config?: string;
}

/** The project of whatever lies in `folder`. Throws `UsageError` for a project file with a wrong name. */
export function findProject(folder: string, cwd: string, files: Files): Project {
  const above = ancestors(folder);
  const odd = above.find((at) => (files.stat(join(at, projectFile))?.kind ?? 'file') !== 'file');
  if (odd !== undefined)
    throw new UsageError(
      `${seenFrom(cwd, join(odd, projectFile), odd)} is not a file, and so cannot be read as the project file.`,
      'Rename it, or put the project file in its place.',
    );
  const configured = above.find((at) => files.stat(join(at, projectFile))?.kind === 'file');
  const nearer = configured === undefined ? above : above.slice(0, above.indexOf(configured));
  for (const path of nearer.flatMap((at) => mistaken.map((name) => join(at, name)))) {
    if (files.stat(path)?.kind === 'file') throw wrongName(seenFrom(cwd, path, dirname(path)));
  }
  if (configured !== undefined) return { root: configured, config: join(configured, projectFile) };
  const versioned = above.find((at) => files.stat(join(at, '.git')) !== undefined);
  return { root: versioned ?? (isInside(cwd, folder) ? cwd : folder) };
}

/** How people in the working folder read a path: relative in the whole project that the folder belongs to. */
export function pathsFor({ cwd, files }: Pick<Host, 'cwd' | 'files'>): (path: string) => string {
  const { root } = findProject(cwd, cwd, files);
  return (path) => seenFrom(cwd, path, root);
}

/** Whether a path, links followed as far as it exists, lies outside. */
export function leavesProject({ root }: Pick<Project, 'root'>, path: string, files: Files): boolean {
  return !isInside(followed(root, files), followed(path, files));
}

/** A path without links, as far as it exists. */
export function followed(path: string, files: Files): string {
  const standing = ancestors(path).find((at) => files.realPath(at) !== undefined) ?? path;
  return resolve(files.realPath(standing) ?? standing, relative(standing, path));
}

function wrongName(shown: string): UsageError {
  return new UsageError(
    `${shown} is not read: the project file is called ${projectFile}.`,
    `Rename it to ${projectFile}.`,
  );
}

function ancestors(folder: string): readonly string[] {
  const found = [folder];
  for (let at = folder; dirname(at) !== at; at = dirname(at)) found.push(dirname(at));
  return found;
}
