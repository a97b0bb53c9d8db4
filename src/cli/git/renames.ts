/** Which files git takes for renamed between two states, by its own measure of likeness. */
import { cut, type Repository } from './repository.js';

/** From what a file is called after to what it was called before, as seen from the top; without `to`, up to the working tree. */
export function renamesBetween(
  repository: Repository,
  from: string | undefined,
  to: string | undefined,
): ReadonlyMap<string, string> {
  if (from === undefined) return new Map();
  const asked = ['-M', '-z', '--name-status', '--diff-filter=R', '--no-ext-diff', '--no-textconv'];
  const answer =
    to === undefined
      ? repository.text(['diff-index', ...asked, from, '--'])
      : repository.text(['diff-tree', '-r', ...asked, from, to, '--']);
  const parts = cut(answer);
  const renamed = new Map<string, string>();
  // R087, the name before, the name after
  for (let index = 0; index + 2 < parts.length; index += 3) renamed.set(parts[index + 2] ?? '', parts[index + 1] ?? '');
  return renamed;
}
