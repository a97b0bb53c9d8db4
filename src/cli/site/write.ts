/**
 * Brings a folder in step with a site: writes what differs, removes what the site no longer has, and leaves everything else alone.
 *
 * The list of files is written first with the old and the new ones: a run that is cut short leaves nothing behind that the next does not
 * know to be the site's. So, too, two runs at the same time know each other's files. Files come one by one, because a large site is more than fits into the memory well.
 */
import { dirname, join, resolve } from 'node:path';
import type { SiteFile } from '../../site/index.js';
import { UsageError } from '../exit.js';
import { isInside } from '../files/paths.js';
import { sameBytes, type Files, type Host } from '../host/host.js';
import { hashOf, manifestName, readManifest, writeManifest, type Owned } from './manifest.js';

export interface Written {
  readonly wrote: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Paths that the site no longer has, and somebody has changed. */
  readonly kept: readonly string[];
}

export interface SiteToWrite {
  /** Of every file, before any is made. */
  readonly paths: readonly string[];
  readonly site: AsyncIterable<SiteFile>;
  /** What stands there now. */
  readonly owned: Owned;
  /** For the list: what the pictures of each page were made from; of pages that stay as before. */
  readonly pictures: ReadonlyMap<string, string>;
  /** A short name for what a page was made from. */
  readonly nameOrigin: (origin: string) => string;
  /** What names the folder. */
  readonly named: string;
}

export async function writeSite(
  host: Pick<Host, 'files' | 'remove'>,
  folder: string,
  shown: string,
  { paths, site, owned, pictures, nameOrigin, named }: SiteToWrite,
): Promise<Written> {
  const { files } = host;
  const listedNow = (): Owned['files'] => readManifest(folder, shown, files, named);
  for (const path of paths) {
    // Another run may have made it since the list was read; what it writes it has listed before.
    const isOwned = (): boolean => owned.files.has(path) || listedNow().has(path);
    refuseForeign(files, { folder, shown, named }, path, isOwned);
  }
  const manifest = join(folder, manifestName);
  const note = (now: Owned): void => {
    const ofOthers = [...listedNow()].filter(([path]) => !owned.files.has(path) && !now.files.has(path));
    const bytes = writeManifest({ ...now, files: new Map([...now.files, ...ofOthers]) });
    if (files.stat(manifest)?.kind !== 'file' || !sameBytes(files.read(manifest), bytes)) files.write(manifest, bytes);
  };
  const fresh = paths.filter((path) => !owned.files.has(path));
  // What is not written yet bears no name that any bytes have.
  if (fresh.length > 0)
    note({ ...owned, files: new Map([...owned.files, ...fresh.map((path) => [path, ''] as const)]) });

  const hashes = new Map<string, string>();
  const drawn = new Map<string, string>();
  const origins = new Map<string, string>();
  let wrote = 0;
  for await (const { path, content, origins: from } of site) {
    for (const [part, origin] of from ?? []) origins.set(part, nameOrigin(origin));
    const picture = content === undefined ? owned.pictures.get(path) : pictures.get(path);
    if (picture !== undefined) drawn.set(path, picture);
    if (content === undefined) {
      hashes.set(path, owned.files.get(path) ?? '');
      continue;
    }
    const bytes = new TextEncoder().encode(content);
    const hash = hashOf(bytes);
    hashes.set(path, hash);
    const at = join(folder, path);
    if (files.stat(at)?.kind === 'file' && hashOf(files.read(at)) === hash) continue;
    files.write(at, bytes);
    wrote++;
  }

  const stale = [...owned.files].filter(
    ([path]) => !hashes.has(path) && files.stat(join(folder, path))?.kind === 'file',
  );
  const isOurs = ([path, hash]: readonly [string, string]): boolean =>
    staysInside(files, folder, path) && hashOf(files.read(join(folder, path))) === hash;
  const ours = stale.filter(isOurs);
  for (const [path] of ours) host.remove(join(folder, path));
  note({ files: hashes, pictures: drawn, origins });
  return {
    wrote,
    unchanged: hashes.size - wrote,
    removed: ours.length,
    kept: stale.filter((each) => !ours.includes(each)).map(([path]) => path),
  };
}

interface Place {
  readonly folder: string;
  readonly shown: string;
  readonly named: string;
}

function refuseForeign(files: Files, { folder, shown, named }: Place, path: string, isOwned: () => boolean): void {
  const standing = files.stat(join(folder, path));
  if (!staysInside(files, folder, path))
    throw new UsageError(`${shown}/${path} leads out of the folder of the site by a link.`);
  if (standing === undefined || (standing.kind === 'file' && isOwned())) return;
  throw new UsageError(
    `${shown}/${path} was to be written, but what stands there is not the site's.`,
    `Move it away, or name another folder with ${named}.`,
  );
}

/** Links followed, as far as the path exists. */
function staysInside(files: Files, folder: string, path: string): boolean {
  const root = files.realPath(folder) ?? folder;
  let at = join(folder, path);
  while (at !== folder && files.realPath(at) === undefined) at = dirname(at);
  return isInside(root, resolve(files.realPath(at) ?? at));
}
