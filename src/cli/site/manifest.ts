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

export interface Owned {
  /** Path below the folder, with slashes → hash of what was written there. */
  readonly files: ReadonlyMap<string, string>;
  /** Path of a page → hash of all that its pictures were made from. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Path of a page, or of a part of one with an anchor → hash of all that it was made from. */
  readonly origins: ReadonlyMap<string, string>;
}

const nothing: Owned = { files: new Map(), pictures: new Map(), origins: new Map() };

export function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

/** The files alone. */
export function readManifest(folder: string, shown: string, files: Files, named?: string): Owned['files'] {
  return readOwned(folder, shown, files, named).files;
}

/** Throws `UsageError` for a folder that is not a site's. `named`: what names the folder, and would name another. */
export function readOwned(folder: string, shown: string, files: Files, named = '--out'): Owned {
  const standing = files.stat(folder);
  if (standing === undefined) return nothing;
  if (standing.kind !== 'folder') throw new UsageError(`${shown} is a file; a site needs a folder.`);
  const path = join(folder, manifestName);
  const isThere = (): boolean => files.stat(path)?.kind === 'file';
  const first = isThere() ? undefined : files.list(folder).find(({ name }) => !isDraft(name));
  // Once more, because another run may have written it before the files that are there now.
  if (isThere()) return parse(files.read(path), `${shown}/${manifestName}`, named);
  if (first === undefined) return nothing;
  throw new UsageError(
    `The folder ${shown} is not a site of trackflow's: it holds ${first.name}, and no ${manifestName}.`,
    `Name an empty folder or a new one with ${named}.`,
  );
}

/** The list while another run writes it. */
function isDraft(name: string): boolean {
  return name.startsWith(`.${manifestName}.`) && name.endsWith('.tmp');
}

export function writeManifest({ files, pictures, origins }: Owned): Uint8Array {
  const lists = { files, pictures, origins };
  const texts = Object.entries(lists).map(([name, hashes]) => `  "${name}": ${listed(hashes)}`);
  const text = `{\n  "trackflow-site": 1,\n${texts.join(',\n')}\n}\n`;
  return new TextEncoder().encode(text);
}

function listed(hashes: ReadonlyMap<string, string>): string {
  const lines = [...hashes.keys()]
    .sort()
    .map((path) => `    ${JSON.stringify(path)}: ${JSON.stringify(hashes.get(path))}`);
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
}

function parse(bytes: Uint8Array, shown: string, named: string): Owned {
  const broken = new UsageError(
    `${shown} cannot be understood, so that nothing tells which files are the site's.`,
    `Empty the folder, or name another one with ${named}.`,
  );
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw broken;
  }
  if (!isObject(data) || data['trackflow-site'] !== 1 || !isObject(data['files'])) throw broken;
  const hashes = (value: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(value).map(([path, hash]) => {
        if (typeof hash !== 'string' || !isBelow(path)) throw broken;
        return [path, hash];
      }),
    );
  return {
    files: hashes(data['files']),
    pictures: isObject(data['pictures']) ? hashes(data['pictures']) : nothing.pictures,
    origins: isObject(data['origins']) ? hashes(data['origins']) : nothing.origins,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
