/**
 * Paths between files of a project, always with `/`.
 *
 * Separate from the machine's own paths, because what an author writes must mean the same on every machine, and because nothing
 * here may ask a file system.
 */

/** The path of a file that another names, relative to the one that names it; without detours. */
export function resolveFrom(file: string, named: string): string {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return normalize(isAbsolute(named) ? named : folder + named);
}

/** Without `.` and with `..` only in front, where they cannot be resolved. */
export function normalize(path: string): string {
  const root = /^(?:[A-Za-z]:)?\/*/u.exec(path)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of path.slice(root.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (root === '') parts.push(part);
  }
  return root.replace(/\/+$/u, '/') + parts.join('/');
}

/** False only if it is sure: a relative path against an absolute folder is for the loader to judge, which knows both. */
export function mayBeInside(folder: string, path: string): boolean {
  const root = normalize(folder);
  if (isAbsolute(root) !== isAbsolute(path)) return true;
  if (root === '') return !path.startsWith('../') && path !== '..';
  return path.startsWith(root.endsWith('/') ? root : `${root}/`);
}

/** `guanghui` of `examples/guanghui/guanghui.flow.yaml`. */
export function stem(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return name.replace(/(?:\.flow)?\.ya?ml$/u, '') || name;
}

function isAbsolute(path: string): boolean {
  return /^(?:[A-Za-z]:)?\//u.test(path);
}
