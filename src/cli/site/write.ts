/**
 * Brings a folder in step with a site: writes what differs, removes what the site no longer has, and leaves everything else alone.
 *
 * The list of files is written first with the old and the new ones: a run that is cut short leaves nothing behind that the next does not
 * know to be the site's.
 */
import { dirname, join, resolve } from 'node:path';
import type { SiteFiles } from '../../site/index.js';
import { UsageError } from '../exit.js';
import { isInside } from '../files/paths.js';
import { sameBytes, type Files, type Host } from '../host/host.js';
import { hashOf, manifestName, writeManifest, type Owned } from './manifest.js';

export interface Written {
  readonly wrote: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Paths that the site no longer has, and somebody has changed. */
  readonly kept: readonly string[];
}

export interface SiteToWrite {
  readonly site: SiteFiles;
  /** What stands there now. */
  readonly owned: Owned;
  /** For the list: what the pictures of each page were made from. */
  readonly pictures: ReadonlyMap<string, string>;
}

export function writeSite(
  host: Pick<Host, 'files' | 'remove'>,
  folder: string,
  shown: string,
  { site, owned, pictures }: SiteToWrite,
): Written {
  const { files } = host;
  const contents = new Map([...site].map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const changed = [...contents].filter(([path, bytes]) => differs(files, join(folder, path), bytes));
  for (const [path] of changed) refuseForeign(files, folder, path, owned.files.has(path), shown);

  const hashes = new Map([...contents].map(([path, bytes]) => [path, hashOf(bytes)]));
  const manifest = join(folder, manifestName);
  const note = (bytes: Uint8Array): void => {
    if (differs(files, manifest, bytes)) files.write(manifest, bytes);
  };
  if ([...hashes.keys()].some((path) => !owned.files.has(path)))
    note(writeManifest({ files: new Map([...owned.files, ...hashes]), pictures: new Map() }));
  for (const [path, bytes] of changed) files.write(join(folder, path), bytes);

  const stale = [...owned.files].filter(
    ([path]) => !contents.has(path) && files.stat(join(folder, path))?.kind === 'file',
  );
  const isOurs = ([path, hash]: readonly [string, string]): boolean =>
    staysInside(files, folder, path) && hashOf(files.read(join(folder, path))) === hash;
  const ours = stale.filter(isOurs);
  for (const [path] of ours) host.remove(join(folder, path));
  note(writeManifest({ files: hashes, pictures }));
  return {
    wrote: changed.length,
    unchanged: contents.size - changed.length,
    removed: ours.length,
    kept: stale.filter((each) => !ours.includes(each)).map(([path]) => path),
  };
}

function differs(files: Files, path: string, bytes: Uint8Array): boolean {
  return files.stat(path)?.kind !== 'file' || !sameBytes(files.read(path), bytes);
}

function refuseForeign(files: Files, folder: string, path: string, isOwned: boolean, shown: string): void {
  const standing = files.stat(join(folder, path));
  if (!staysInside(files, folder, path))
    throw new UsageError(`${shown}/${path} leads out of the folder of the site by a link.`);
  if (standing === undefined || (isOwned && standing.kind === 'file')) return;
  throw new UsageError(
    `${shown}/${path} was to be written, but what stands there is not the site's.`,
    'Move it away, or name another folder with --out.',
  );
}

/** Links followed, as far as the path exists. */
function staysInside(files: Files, folder: string, path: string): boolean {
  const root = files.realPath(folder) ?? folder;
  let at = join(folder, path);
  while (at !== folder && files.realPath(at) === undefined) at = dirname(at);
  return isInside(root, resolve(files.realPath(at) ?? at));
}
