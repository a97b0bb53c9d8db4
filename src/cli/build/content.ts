/** What a file holds, as a short name for it: two files with one name hold the same bytes. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Load } from '../../compile/index.js';
import type { Host } from '../host/host.js';

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}

/** By the loader's names; a file that cannot be read has a name too, so that it counts as a change when it can. */
export function contentsOf(load: Load): (file: string) => string {
  const known = new Map<string, string>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const loaded = load(file);
    const hash = loaded.kind === 'ok' ? hashOf(loaded.bytes) : loaded.kind;
    known.set(file, hash);
    return hash;
  };
}

/** Of trackflow itself: another edition may draw otherwise, and one that is being worked on has no version of its own. */
export function editionOf({ files, home }: Pick<Host, 'files' | 'home'>): string {
  const parts = ['package.json', 'dist/cli.cjs'].map((name) => join(home, name));
  return hashOf(parts.map((path) => (files.stat(path)?.kind === 'file' ? hashOf(files.read(path)) : '')).join(' '));
}
