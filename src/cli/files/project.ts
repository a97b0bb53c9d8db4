/**
 * Which folder is the project of a file: nothing outside it is ever read.
 *
 * The nearest ancestor with a project file; else the nearest with `.git`; else the working folder if the file is in it;
 * else the file's own folder.
 */
import { dirname, join } from 'node:path';
import type { Files } from '../host/host.js';
import { isInside } from './paths.js';

export const projectFile = 'trackflow.config.yaml';

export interface Project {
  /** Absolute. */
  readonly root: string;
  /** The project file's absolute path, where there is one. */
  readonly config?: string;
}

/** The project of whatever lies in `folder`. */
export function findProject(folder: string, cwd: string, files: Files): Project {
  const above = ancestors(folder);
  const configured = above.find((at) => files.stat(join(at, projectFile))?.kind === 'file');
  if (configured !== undefined) return { root: configured, config: join(configured, projectFile) };
  const versioned = above.find((at) => files.stat(join(at, '.git')) !== undefined);
  return { root: versioned ?? (isInside(cwd, folder) ? cwd : folder) };
}

function ancestors(folder: string): readonly string[] {
  const found = [folder];
  for (let at = folder; dirname(at) !== at; at = dirname(at)) found.push(dirname(at));
  return found;
}
