/** What stands in the folder of a site from the last time, as the making of pages asks for it. */
import { join } from 'node:path';
import type { Standing } from '../../site/index.js';
import type { Host } from '../host/host.js';
import { hashOf, type Owned } from './manifest.js';

export interface StandingSite extends Standing {
  /** As the list of files names what something was made from: trackflow itself is part of it. */
  nameOrigin(origin: string): string;
}

/** `edition`: of trackflow. Each file is read and compared with the list once at most. */
export function standingIn(
  { files }: Pick<Host, 'files'>,
  folder: string,
  owned: Owned,
  edition: string,
): StandingSite {
  const intact = new Map<string, boolean>();
  const nameOrigin = (origin: string): string => hashOf(`${edition} ${origin}`);
  const read = (path: string): Uint8Array | undefined => {
    const at = join(folder, path);
    const bytes = owned.files.has(path) && files.stat(at)?.kind === 'file' ? files.read(at) : undefined;
    const isSame = bytes !== undefined && (intact.get(path) ?? hashOf(bytes) === owned.files.get(path));
    intact.set(path, isSame);
    return isSame ? bytes : undefined;
  };
  return {
    nameOrigin,
    digest: hashOf,
    isMadeFrom(path, origin) {
      if (owned.origins.get(path) !== nameOrigin(origin)) return false;
      const [page = ''] = path.split('#');
      return intact.get(page) ?? read(page) !== undefined;
    },
    text(path) {
      const bytes = read(path);
      return bytes && new TextDecoder().decode(bytes);
    },
  };
}
