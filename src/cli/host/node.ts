/** The host that is this machine. The only file of the program that uses `node:fs` and `process`. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Dirent,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FileError, type Entry, type Files, type Host, type Output } from './host.js';
import { nodeThreads } from './threads.js';
import { exitCodes } from '../exit.js';
import { runGit } from './git.js';
import { nodeStrangers, type NodeStrangers } from './strangers.js';

export function nodeHost(): Host & { readonly strangers: NodeStrangers } {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    stdinIsTTY: process.stdin.isTTY,
    readStdin,
    files: nodeFiles,
    remove: (path) => {
      attempt(path, () => {
        rmSync(path);
      });
    },
    threads: nodeThreads(join(home(), 'bin/trackflow.js'), nodeFiles),
    git: runGit,
    isRoot: process.getuid?.() === 0,
    resolvePackage,
    importModule,
    strangers: nodeStrangers(),
    home: home(),
  };
}

/**
 * A reader that goes away (`trackflow validate | head -1`) is no error: what is left to say is not wanted. A full disk behind a
 * redirection is the user's to mend, and no fault of the program.
 */
function output(stream: NodeJS.WriteStream): Output {
  let open = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    open = false;
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return;
    if (error.code === undefined || !Object.hasOwn(reasons, error.code)) throw error;
    process.stderr.write(`error: The output could not be written: ${reasons[error.code] ?? error.code}.\n`);
    process.exit(exitCodes.usage);
  });
  return {
    isTTY: stream.isTTY,
    columns: stream.isTTY ? Math.max(40, stream.columns) : 80,
    write: (chunk) => {
      if (open) stream.write(chunk);
    },
  };
}

async function readStdin(limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) break;
  }
  return Buffer.concat(chunks).subarray(0, limit + 1);
}

function resolvePackage(name: string, folder: string): string | undefined {
  try {
    return createRequire(join(folder, 'any.js')).resolve(name);
  } catch {
    return undefined;
  }
}

/** By a file that Node itself loads; it says why. */
function importModule(path: string): Promise<unknown> {
  const at = join(home(), 'bin/import-module.cjs');
  const loaded = createRequire(at)(at) as { readonly importModule: (url: string) => Promise<unknown> };
  return loaded.importModule(pathToFileURL(path).href);
}

/** Found by its package.json, because bundling moves this code to another depth. */
function home(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

export const nodeFiles: Files = {
  stat(path) {
    const found = attempt(path, () => {
      try {
        return statSync(path, { throwIfNoEntry: false });
      } catch (error) {
        if (nothingThere.includes(codeOf(error) ?? '')) return undefined;
        throw error;
      }
    });
    return found && { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other', size: found.size };
  },
  read: (path) => attempt(path, () => readFileSync(path)),
  list: (folder) =>
    attempt(folder, () =>
      readdirSync(folder, { withFileTypes: true })
        .map((entry): Entry => ({ name: entry.name, kind: kindOf(entry) }))
        .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    ),
  realPath(path) {
    try {
      return realpathSync.native(path);
    } catch {
      return undefined;
    }
  },
  write: (path, content) =>
    attempt(path, () => {
      writeWhole(path, content);
    }),
};

function kindOf(entry: Dirent): Entry['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}

function writeWhole(path: string, content: Uint8Array): void {
  const standing = nodeFiles.stat(path);
  if (standing?.kind === 'other') {
    writeFileSync(path, content); // /dev/stdout, a named pipe: nothing to keep whole
    return;
  }
  // A link stays a link: its target is what gets new bytes.
  const target = standing ? realpathSync.native(path) : path;
  if (standing) refuseReadOnly(path, target);
  makeFolder(dirname(target));
  const draft = join(dirname(target), `.${basename(target).slice(0, 200)}.${String(process.pid)}.tmp`);
  const mode = standing ? statSync(target).mode & 0o777 : 0o666;
  rmSync(draft, { force: true }); // of a process that was killed and had our number
  const handle = openSync(draft, 'wx', mode);
  try {
    try {
      writeFileSync(handle, content);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** A draft in its place would need no right to the file itself, which somebody has protected. Also from the administrator. */
function refuseReadOnly(path: string, target: string): void {
  if ((statSync(target).mode & 0o222) === 0) throw new FileError(path, 'the file is read-only');
  accessSync(target, constants.W_OK);
}

function makeFolder(path: string): void {
  // Node says "it exists" for a file in the way, which helps nobody.
  if (nodeFiles.stat(path)?.kind === 'file') throw new FileError(path, 'a folder is needed here, but it is a file');
  mkdirSync(path, { recursive: true });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'it exists already',
  ENOSPC: 'no space left on the device',
  EROFS: 'the file system is read-only',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many open files',
  EBUSY: 'it is in use by another program',
};

/** Nothing can stand at such a path. */
const nothingThere: readonly string[] = ['ENOTDIR', 'ENAMETOOLONG', 'ELOOP'];

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof FileError) throw error;
    const code = codeOf(error);
    // Without a system's error code it is a fault of ours, which must not pass for one of the machine.
    if (code === undefined) throw error;
    throw new FileError(path, reasons[code] ?? code);
  }
}
