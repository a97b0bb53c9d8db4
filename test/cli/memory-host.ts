/**
 * A host made of a map, for tests: nothing outside it is read or written, and everything printed can be looked at.
 *
 * It knows files, folders and symbolic links, POSIX paths only, and never forgets what was written in which order.
 */
import { posix } from 'node:path';
import { FileError, type Entry, type Files, type Git, type Host, type Output } from '../../src/cli/host/host.js';

export interface MemoryHostOptions {
  readonly cwd?: string;
  /** Path (absolute, or below cwd) → content. A value `{link: path}` is a symbolic link. */
  readonly files?: Readonly<Record<string, string | Uint8Array | { readonly link: string }>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly tty?: boolean;
  readonly columns?: number;
  /** Where schemas and examples are; looked up in `fallback` if that is given. */
  readonly home?: string;
  /** Answers for paths that the map does not know, for example the machine's own files; never written to. */
  readonly fallback?: Files;
  /** Path below cwd → what a module exports when it is run. */
  readonly modules?: Readonly<Record<string, () => unknown>>;
  /** Answers in place of git; without it, git is not installed. */
  readonly git?: Git;
  /** Stands in front of writing, for machines that fail. */
  readonly wrapWrite?: (write: Files['write']) => Files['write'];
}

export interface MemoryHost extends Host {
  /** What was printed so far. */
  readonly printed: { readonly stdout: string; readonly stderr: string };
  /** The paths written, in order. */
  readonly written: readonly string[];
  /** The text of a file. */
  text(path: string): string | undefined;
  /** Every file's path. */
  paths(): readonly string[];
}

type Content = Uint8Array | { readonly link: string };

export function memoryHost(options: MemoryHostOptions = {}): MemoryHost {
  const cwd = options.cwd ?? '/project';
  const contents = new Map<string, Content>();
  const encoder = new TextEncoder();
  for (const [path, content] of Object.entries(options.files ?? {})) {
    contents.set(posix.resolve(cwd, path), typeof content === 'string' ? encoder.encode(content) : content);
  }
  const written: string[] = [];
  const plain = memoryFiles(contents, cwd, written, options.fallback);
  const files = options.wrapWrite ? { ...plain, write: options.wrapWrite(plain.write) } : plain;
  const stdout: (string | Uint8Array)[] = [];
  const stderr: (string | Uint8Array)[] = [];
  const output = (chunks: (string | Uint8Array)[]): Output => ({
    isTTY: options.tty ?? false,
    columns: options.columns ?? 80,
    write: (chunk) => void chunks.push(chunk),
  });
  return {
    cwd,
    env: options.env ?? {},
    stdout: output(stdout),
    stderr: output(stderr),
    stdinIsTTY: options.stdin === undefined,
    readStdin: (limit) => {
      const stdin = options.stdin ?? '';
      return Promise.resolve((typeof stdin === 'string' ? encoder.encode(stdin) : stdin).subarray(0, limit + 1));
    },
    files,
    remove: (path) => {
      if (!contents.delete(path)) throw new FileError(path, 'there is no such file or folder');
    },
    git: options.git ?? (() => undefined),
    isRoot: false,
    resolvePackage: () => undefined,
    importModule: (path) => {
      const module = options.modules?.[posix.relative(cwd, path)];
      return module === undefined ? Promise.reject(new Error(`Cannot find module ${path}`)) : Promise.resolve(module());
    },
    strangers: { run: (_, code) => code(), late: () => Promise.resolve([]) },
    home: options.home ?? '/trackflow',
    get printed() {
      return { stdout: joined(stdout), stderr: joined(stderr) };
    },
    written,
    text: (path) => {
      const content = contents.get(posix.resolve(cwd, path));
      return content instanceof Uint8Array ? new TextDecoder().decode(content) : undefined;
    },
    paths: () => [...contents.keys()].sort(),
  };
}

function joined(chunks: readonly (string | Uint8Array)[]): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => (typeof chunk === 'string' ? chunk : decoder.decode(chunk))).join('');
}

function memoryFiles(contents: Map<string, Content>, cwd: string, written: string[], fallback?: Files): Files {
  /** The path without links; undefined in a loop. Folders are links' targets too, so every part is looked at. */
  const real = (path: string, depth = 0): string | undefined => {
    if (depth > 40) return undefined;
    const parts = path.split('/').filter((part) => part !== '');
    let at = '';
    for (const [index, part] of parts.entries()) {
      at += `/${part}`;
      const content = contents.get(at);
      if (content && !(content instanceof Uint8Array)) {
        const target = posix.resolve(posix.dirname(at), content.link, ...parts.slice(index + 1));
        return real(target, depth + 1);
      }
    }
    return at === '' ? '/' : at;
  };
  const isFolder = (path: string): boolean => {
    if (path === '/' || path === cwd || cwd.startsWith(`${path}/`)) return true;
    for (const key of contents.keys()) if (key.startsWith(`${path}/`)) return true;
    return false;
  };
  return {
    stat(path) {
      const target = real(path);
      if (target === undefined) return undefined;
      const content = contents.get(target);
      if (content instanceof Uint8Array) return { kind: 'file', size: content.length };
      return isFolder(target) ? { kind: 'folder', size: 0 } : fallback?.stat(path);
    },
    read(path) {
      const target = real(path);
      const content = target === undefined ? undefined : contents.get(target);
      if (content instanceof Uint8Array) return content;
      if (target !== undefined && isFolder(target)) throw new FileError(path, 'it is a folder');
      if (fallback) return fallback.read(path);
      throw new FileError(path, 'there is no such file or folder');
    },
    list(folder) {
      const target = real(folder);
      if (target === undefined || !isFolder(target)) {
        if (fallback) return fallback.list(folder);
        throw new FileError(folder, 'there is no such file or folder');
      }
      const found = new Map<string, Entry>();
      const prefix = target === '/' ? '/' : `${target}/`;
      for (const [path, content] of contents) {
        if (!path.startsWith(prefix)) continue;
        const [name = '', ...below] = path.slice(prefix.length).split('/');
        const kind = below.length > 0 ? 'folder' : content instanceof Uint8Array ? 'file' : 'link';
        found.set(name, { name, kind });
      }
      return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    realPath(path) {
      const target = real(path);
      if (target === undefined) return undefined;
      return contents.has(target) || isFolder(target) ? target : fallback?.realPath(path);
    },
    write(path, content) {
      const target = real(path) ?? path;
      if (isFolder(target) && !contents.has(target)) throw new FileError(path, 'it is a folder');
      for (let above = posix.dirname(target); above !== '/'; above = posix.dirname(above)) {
        if (contents.has(above)) throw new FileError(path, 'a part of the path is a file, not a folder');
      }
      contents.set(target, content.slice());
      written.push(target);
    },
  };
}
