/**
 * Files that are named in other files, by `use` and by `flow`: found, and inside the project.
 *
 * Separate because both are refused for the same reasons in the same words, at the place where the path is written.
 */
import { quotePath } from '../base/quote.js';
import { complain, type Complaints } from './context.js';
import type { Home, Path } from './entries.js';
import type { Files } from './files.js';
import { mayBeInside, resolveFrom } from './paths.js';

export interface Project {
  /** The folder that no path may leave, in the same spelling as the files. */
  readonly root: string;
  readonly files: Files;
}

/** The file's path; undefined, and a complaint, if it cannot be opened. */
export function namedFile(
  context: Complaints,
  home: Home,
  written: string,
  path: Path,
  { root, files }: Project,
): string | undefined {
  const file = resolveFrom(home.file, written);
  // Asked before the loader is: what lies outside is not even looked for.
  const refusal = mayBeInside(root, file) ? files.refusal(file) : ({ kind: 'outside' } as const);
  switch (refusal?.kind) {
    case undefined:
      return file;
    case 'outside':
      complain(context, home, 'file-outside', `${quotePath(written)} lies outside the project folder.`, path, {
        hint: 'A project is complete in itself: copy the file into it. The project folder is the one with trackflow.config.yaml or .git.',
      });
      return undefined;
    case 'missing':
      complain(context, home, 'file-missing', `There is no file ${quotePath(written)}.`, path, {
        hint: `Paths are relative to the file that names them: this is ${file}.`,
      });
      return undefined;
    case 'too-large':
      complain(context, home, 'file-too-large', `${quotePath(written)} is too large to be read.`, path);
      return undefined;
    case 'unreadable':
      complain(context, home, 'file-unreadable', `${quotePath(written)} cannot be read: ${refusal.reason}.`, path);
      return undefined;
  }
}
