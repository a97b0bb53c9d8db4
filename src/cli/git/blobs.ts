/**
 * What git has stored, by hash: many at a time, because starting git takes longer than reading.
 *
 * Sizes are asked first, so that a video in the repository is never read into memory.
 */
import { maxBytes } from '../../source/limits.js';
import type { Repository } from './repository.js';

export interface Blobs {
  /** In bytes; undefined if the object is not here. */
  size(id: string): number | undefined;
  /** Undefined if it is not here, or larger than any flow may be. */
  content(id: string): Uint8Array | undefined;
  /** Reads these now, all at once. */
  prefetch(ids: readonly string[]): void;
}

export function createBlobs(repository: Repository): Blobs {
  const sizes = new Map<string, number | undefined>();
  const contents = new Map<string, Uint8Array>();

  const measure = (ids: readonly string[]): void => {
    const wanted = [...new Set(ids)].filter((id) => !sizes.has(id));
    if (wanted.length === 0) return;
    const lines = repository.text(['cat-file', '--batch-check=%(objectsize)'], asInput(wanted)).split('\n');
    wanted.forEach((id, index) => {
      const size = lines[index] ?? '';
      sizes.set(id, /^\d+$/u.test(size) ? Number(size) : undefined);
    });
  };

  const prefetch = (ids: readonly string[]): void => {
    measure(ids);
    const wanted = [...new Set(ids)].filter((id) => !contents.has(id) && (sizes.get(id) ?? Infinity) <= maxBytes);
    if (wanted.length === 0) return;
    const answer = repository.bytes(['cat-file', '--batch=%(objectsize)'], asInput(wanted));
    let at = 0;
    for (const id of wanted) {
      const end = answer.indexOf(newline, at);
      const size = Number(new TextDecoder().decode(answer.subarray(at, end)));
      contents.set(id, answer.slice(end + 1, end + 1 + size));
      at = end + 1 + size + 1;
    }
  };

  return {
    prefetch,
    size(id) {
      measure([id]);
      return sizes.get(id);
    },
    content(id) {
      if (!contents.has(id)) prefetch([id]);
      return contents.get(id);
    },
  };
}

const newline = 0x0a;

function asInput(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join('');
}
