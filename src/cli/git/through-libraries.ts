/**
 * Where a library is among the paths that are to be compared, the flows that use it are meant, on either side: a library is no process, and
 * what has changed in it shows in theirs.
 *
 * Both sides look at the same flows: one that has only begun to use the library has not come into being.
 */
import { dirname } from 'node:path';
import { createExaminer } from '../examine.js';
import { NothingFound } from '../exit.js';
import { createLibraries, type Libraries } from '../files/libraries.js';
import { absolute, seenFrom } from '../files/paths.js';
import { findProject, pathsFor } from '../files/project.js';
import { findAll } from '../gather.js';
import type { Host } from '../host/host.js';
import type { Side, Sides } from './sides.js';

/** Throws `NothingFound` if no flow uses a library that was named. */
export async function throughLibraries(sides: Sides): Promise<Sides> {
  if (sides.paired) return sides;
  const { before, after, renamed } = sides;
  const known = { before: createLibraries(before.host.files), after: createLibraries(after.host.files) };
  const named = {
    before: librariesIn(before, known.before),
    after: librariesIn(after, known.after),
  };
  if (named.before.size + named.after.size === 0) return sides;

  const once = [...named.after].map((path) => renamed.get(path) ?? path);
  const now = [...named.before].map((path) => renamedTo(renamed, path));
  const old = await flowsUsing(before.host, known.before, new Set([...named.before, ...once]));
  const fresh = await flowsUsing(after.host, known.after, new Set([...named.after, ...now]));
  if (old.length + fresh.length === 0) {
    const [path = ''] = named.after.size > 0 ? named.after : named.before;
    throw new NothingFound(
      `No flow uses ${pathsFor(after.host)(path)}, neither in ${before.label} nor in ${after.label}.`,
    );
  }
  const files = {
    before: [...old, ...fresh.map((path) => renamed.get(path) ?? path)],
    after: [...fresh, ...old.map((path) => renamedTo(renamed, path))],
  };
  return {
    ...sides,
    before: { ...before, paths: pathsWith(before, named.before, files.before) },
    after: { ...after, paths: pathsWith(after, named.after, files.after) },
  };
}

function renamedTo(renamed: Sides['renamed'], path: string): string {
  return [...renamed].find(([, from]) => from === path)?.[0] ?? path;
}

/** Absolute. */
function librariesIn({ host, paths = [] }: Side, libraries: Libraries): ReadonlySet<string> {
  return new Set(paths.map((path) => absolute(host.cwd, path)).filter((path) => libraries.isLibrary(path)));
}

/** In place of the libraries, the flows that are there. */
function pathsWith(
  { host, paths = [] }: Side,
  named: ReadonlySet<string>,
  flows: readonly string[],
): readonly string[] {
  const rest = paths.filter((path) => !named.has(absolute(host.cwd, path)));
  const there = flows.filter((path) => host.files.stat(path)?.kind === 'file');
  return [...new Set([...rest, ...there.map((path) => seenFrom(host.cwd, path, dirname(path)))])];
}

/** Among the flows of the projects that the libraries belong to; absolute. */
async function flowsUsing(host: Host, libraries: Libraries, wanted: ReadonlySet<string>): Promise<readonly string[]> {
  const roots = new Set([...wanted].map((path) => findProject(dirname(path), host.cwd, host.files).root));
  const found: string[] = [];
  for (const root of roots) {
    if (host.files.stat(root)?.kind !== 'folder') continue;
    const there = { ...host, cwd: root };
    const { open } = await createExaminer(there, {});
    try {
      const { found: flows } = await findAll(there, [], undefined, pathsFor(there), () => open(root));
      found.push(...flows.map(({ path }) => path));
    } catch (error) {
      if (!(error instanceof NothingFound)) throw error;
    }
  }
  return found.filter((flow) => [...libraries.of(flow)].some((path) => wanted.has(path)));
}
