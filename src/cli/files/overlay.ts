/**
 * The machine with other texts in some of its files: what a command would find if they had been written.
 *
 * Separate from reading, which remembers what it has read: after a change it is done anew, on this.
 */
import type { Files, Host } from '../host/host.js';

export interface Overlay {
  readonly host: Host;
  put(path: string, bytes: Uint8Array): void;
}

/** Nothing is ever written through it. */
export function overlay(host: Host): Overlay {
  const { files } = host;
  const changed = new Map<string, Uint8Array>();
  const laid: Files = {
    stat(path) {
      const bytes = changed.get(path);
      return bytes === undefined ? files.stat(path) : { kind: 'file', size: bytes.length };
    },
    read: (path) => changed.get(path) ?? files.read(path),
    list: (folder) => files.list(folder),
    realPath: (path) => files.realPath(path) ?? (changed.has(path) ? path : undefined),
    write(path) {
      throw new Error(`${path} was to be written while texts are only tried`);
    },
  };
  return { host: { ...host, files: laid }, put: (path, bytes) => void changed.set(path, bytes) };
}
