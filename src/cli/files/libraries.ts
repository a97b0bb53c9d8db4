/** Which libraries flows use, by themselves or through others: told from the texts, whether they are valid or not. */
import { dirname } from 'node:path';
import { usesOf } from '../../app/uses.js';
import { readSource } from '../../source/index.js';
import { maxBytes } from '../../source/limits.js';
import { FileError, type Files } from '../host/host.js';
import { absolute } from './paths.js';

export interface Libraries {
  /** The paths of those that are there; all paths are absolute. */
  of(flow: string): ReadonlySet<string>;
  /** Whether a file says what flows may use, and is no flow itself. */
  isLibrary(path: string): boolean;
}

interface Said {
  readonly uses: readonly string[];
  readonly isFlow: boolean;
}

/** Reads each file once. */
export function createLibraries(files: Files): Libraries {
  const known = new Map<string, Said | undefined>();
  const said = (path: string): Said | undefined => {
    if (!known.has(path)) known.set(path, read(path, files));
    return known.get(path);
  };
  return {
    of(flow) {
      const found = new Set<string>();
      const queue = [flow];
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        for (const use of said(next)?.uses ?? []) {
          const path = absolute(dirname(next), use);
          if (found.has(path) || said(path)?.isFlow !== false) continue;
          found.add(path);
          queue.push(path);
        }
      }
      return found;
    },
    isLibrary: (path) => said(path)?.isFlow === false,
  };
}

function read(path: string, files: Files): Said | undefined {
  try {
    const stat = files.stat(path);
    if (stat?.kind !== 'file' || stat.size > maxBytes || !/\.ya?ml$/u.test(path)) return undefined;
    const { value: source } = readSource(path, files.read(path));
    if (source === undefined) return undefined;
    const { data } = source;
    const hasNodes = typeof data === 'object' && data !== null && Object.hasOwn(data, 'nodes');
    return { uses: usesOf(source), isFlow: hasNodes || /\.flow\.ya?ml$/u.test(path) };
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
