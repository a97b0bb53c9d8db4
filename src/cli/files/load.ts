/**
 * Reads the files of one project for the compiler, each once, and never one outside the project.
 *
 * Links are followed before the question whether a file is inside is asked. A text from stdin stands in for the file that it
 * says it is.
 */
import type { Load, Loaded } from '../../compile/index.js';
import { lineTable } from '../../source/line-table.js';
import { maxBytes } from '../../source/limits.js';
import { FileError, type Files } from '../host/host.js';
import { isDeadLink } from './find.js';
import { absolute, isInside } from './paths.js';

export interface Reader {
  /** `file` as diagnostics show it, relative to the working folder or absolute. */
  readonly load: Load;
  /** For drawing the source under a message; undefined if the file could not be read. */
  lines(file: string): readonly string[] | undefined;
}

export interface ReaderOptions {
  readonly cwd: string;
  readonly files: Files;
  /** The project folder, absolute. */
  readonly root: string;
  /** What came in by stdin, and the absolute path of the file that it stands for. */
  readonly stdin?: { readonly path: string; readonly bytes: Uint8Array };
}

export function createReader({ cwd, files, root, stdin }: ReaderOptions): Reader {
  const known = new Map<string, Loaded>();
  const texts = new Map<string, readonly string[]>();
  const realRoot = files.realPath(root) ?? root;

  const read = (path: string): Loaded => {
    if (path === stdin?.path) return sized(stdin.bytes);
    try {
      const stat = files.stat(path);
      if (stat === undefined)
        return isDeadLink(path, files)
          ? { kind: 'unreadable', reason: 'it is a link that leads nowhere' }
          : { kind: 'missing' };
      const real = files.realPath(path) ?? path;
      if (!isInside(realRoot, real)) return { kind: 'outside' };
      if (stat.kind === 'folder') return { kind: 'unreadable', reason: 'it is a folder' };
      if (stat.kind === 'other') return { kind: 'unreadable', reason: 'it is not a regular file' };
      return stat.size > maxBytes ? { kind: 'too-large', size: stat.size } : sized(files.read(path));
    } catch (error) {
      if (error instanceof FileError) return { kind: 'unreadable', reason: error.reason };
      throw error;
    }
  };

  const load = (file: string): Loaded => {
    const path = absolute(cwd, file);
    const before = known.get(path);
    if (before !== undefined) return before;
    const loaded = read(path);
    known.set(path, loaded);
    return loaded;
  };

  return {
    load,
    lines(file) {
      const before = texts.get(file);
      if (before !== undefined) return before;
      const loaded = load(file);
      if (loaded.kind !== 'ok') return undefined;
      const { lines } = lineTable(new TextDecoder().decode(loaded.bytes));
      texts.set(file, lines);
      return lines;
    },
  };
}

function sized(bytes: Uint8Array): Loaded {
  return bytes.length > maxBytes ? { kind: 'too-large', size: bytes.length } : { kind: 'ok', bytes };
}
