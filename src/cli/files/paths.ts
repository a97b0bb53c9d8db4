/**
 * Paths as people read them: `/` between folders, no `./` in front. What the user gave stays relative or absolute as given.
 *
 * Separate because diagnostics, "wrote" lines and links all show paths, and on Windows none of them may show `\`.
 */
import { isAbsolute, posix, relative, resolve, sep } from 'node:path';

/** With `/` between folders and without detours. */
export function tidy(path: string): string {
  return posix.normalize(sep === '\\' ? path.replaceAll('\\', '/') : path);
}

/** An absolute path as seen from a folder: relative where that is inside, else absolute. */
export function seenFrom(folder: string, path: string): string {
  const way = relative(folder, path);
  if (way === '') return '.';
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? tidy(path) : tidy(way);
}

/** Whether a path lies in a folder or is that folder itself; both absolute and without links. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

export function absolute(cwd: string, path: string): string {
  return resolve(cwd, path);
}
