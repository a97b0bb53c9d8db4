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

/** An absolute path as seen from a folder: relative where it lies in that folder or in `around`, a folder around it, else absolute. */
export function seenFrom(folder: string, path: string, around = folder): string {
  const root = isInside(around, folder) ? around : folder;
  return isInside(root, path) ? tidy(relative(folder, path) || '.') : tidy(path);
}

/** Whether a path lies in a folder or is that folder itself; both absolute and without links. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

export function absolute(cwd: string, path: string): string {
  return resolve(cwd, path);
}
