/**
 * Everything the command line asks of the machine: files, streams, environment, the working folder.
 *
 * One interface, so that commands can be run in tests on a machine made of a map (`memory.ts`) and so that no other file of
 * the program touches `node:fs` or `process`. Paths are absolute, in the machine's own spelling.
 */

export interface Output {
  readonly isTTY: boolean;
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number;
  write(chunk: string | Uint8Array): void;
}

export interface Stat {
  /** `other`: a pipe, a device, a socket. */
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
}

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** What the machine answers when it cannot do what it was asked; `reason` is for people. */
export class FileError extends Error {
  override readonly name = 'FileError';
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}

export interface Files {
  /** What stands at a path, links followed; undefined if nothing does. */
  stat(path: string): Stat | undefined;
  /** Throws `FileError`. */
  read(path: string): Uint8Array;
  /** The entries of a folder in code-unit order of their names. Throws `FileError`. */
  list(folder: string): readonly Entry[];
  /** The path without links; undefined if nothing stands there. */
  realPath(path: string): string | undefined;
  /** Writes a whole file or none: what stood there before stays until the new bytes are complete. Makes the folder if need be. Throws `FileError`. */
  write(path: string, content: Uint8Array): void;
}

/** Another trackflow beside this one, in a thread of its own. What goes to it and what comes back is plain data. */
export interface Thread {
  /** Rejects if the thread fails, in whatever way; it is of no use then. */
  ask(task: unknown): Promise<unknown>;
  /** It has nothing more to do, and goes. */
  dismiss(): void;
}

export interface Threads {
  /** How many threads the machine has a core for, the one that asks included. */
  readonly cores: number;
  /** The files that a thread sees. Where a command works on others, those of an older revision for example, threads are of no use to it. */
  readonly files: Files;
  /** `setup` is all that it knows of its work. Throws if the machine has no room for another. */
  start(setup: unknown): Thread;
}

/** Code that is not trackflow's, and may fail when nobody listens any more: in a timer, in a promise that nobody awaits. */
export interface Strangers {
  /** Runs it. What it throws later is known to be the owner's. */
  run<T>(owner: object, code: () => T): T;
  /** What was thrown late since the last time, after a moment in which it may be; the same error of the same owner once. */
  late(): Promise<readonly Late[]>;
}

export interface Late {
  readonly owner: object;
  readonly error: unknown;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** What git answered. `exit` 128: it could not do what it was asked, and `stderr` says why. */
export interface GitAnswer {
  readonly exit: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** Runs git in a folder, with a text as its stdin. Undefined where git is not installed. */
export type Git = (folder: string, args: readonly string[], input?: string | Uint8Array) => GitAnswer | undefined;

export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Everything that comes in, but no more than `limit` bytes and one, which tells that there was more. */
  readStdin(limit: number): Promise<Uint8Array>;
  readonly stdinIsTTY: boolean;
  readonly files: Files;
  /** Deletes a file. Throws `FileError`. Apart from `files`, which commands read from in many guises. */
  remove(path: string): void;
  /** Absent where all is to be done by one. */
  readonly threads?: Threads;
  readonly git: Git;
  /** Whether this is the administrator of a Unix machine. */
  readonly isRoot: boolean;
  /** The file that `import` of a package means in a module of that folder; undefined if it is not installed there. */
  resolvePackage(name: string, folder: string): string | undefined;
  /** Runs a JavaScript module and gives what it exports. Rejects with whatever the module throws. */
  importModule(path: string): Promise<unknown>;
  readonly strangers: Strangers;
  /** The folder of trackflow itself, with its schemas, examples and package.json. */
  readonly home: string;
}
