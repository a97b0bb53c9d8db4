/**
 * What tells the files of a site from all others in its folder: a list that trackflow keeps beside them.
 *
 * Invariant: nothing that is not in the list is ever written over or removed, and of what is in it, nothing that somebody has changed since
 * is removed. A folder with other things in it and no list is somebody else's.
 */
import { createHash } from 'node:crypto';
import { join, posix } from 'node:path';
import { UsageError } from '../exit.js';
import type { Files } from '../host/host.js';

export const manifestName = '.trackflow-site.json';

/** Path below the folder, with slashes → hash of what was written there. */
export type Owned = ReadonlyMap<string, string>;

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/** Throws `UsageError` for a folder that is not a site's. */
export function readManifest(folder: string, shown: string, files: Files): Owned {
  const standing = files.stat(folder);
  if (standing === undefined) return new Map();
  if (standing.kind !== 'folder') throw new UsageError(`${shown} is a file; a site needs a folder.`);
  const path = join(folder, manifestName);
  if (files.stat(path)?.kind === 'file') return parse(files.read(path), `${shown}/${manifestName}`);
  const [first] = files.list(folder);
  if (first === undefined) return new Map();
  throw new UsageError(
    `The folder ${shown} is not a site of trackflow's: it holds ${first.name}, and no ${manifestName}.`,
    'Name an empty folder or a new one with --out.',
  );
}

export function writeManifest(owned: Owned): Uint8Array {
  const paths = [...owned.keys()].sort();
  const lines = paths.map((path) => `    ${JSON.stringify(path)}: ${JSON.stringify(owned.get(path))}`);
  const files = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
  return new TextEncoder().encode(`{\n  "trackflow-site": 1,\n  "files": ${files}\n}\n`);
}

function parse(bytes: Uint8Array, shown: string): Owned {
  const broken = new UsageError(
    `${shown} cannot be understood, so that nothing tells which files are the site's.`,
    'Empty the folder, or name another one with --out.',
  );
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw broken;
  }
  if (typeof data !== 'object' || data === null || !('trackflow-site' in data) || !('files' in data)) throw broken;
  if (data['trackflow-site'] !== 1 || typeof data.files !== 'object' || data.files === null) throw broken;
  const entries = Object.entries(data.files as Readonly<Record<string, unknown>>);
  return new Map(
    entries.map(([path, hash]) => {
      if (typeof hash !== 'string' || !isBelow(path)) throw broken;
      return [path, hash];
    }),
  );
}

/** Whoever can write the list must not be able to have other files removed. */
function isBelow(path: string): boolean {
  return (
    path !== '' &&
    !path.includes('\\') &&
    !posix.isAbsolute(path) &&
    !/^[A-Za-z]:/u.test(path) &&
    posix.normalize(path) === path &&
    !path.startsWith('..')
  );
}
