/**
 * The machine as it was at a revision: its repository holds the files of that tree, so that a flow, the libraries it uses, its child
 * flows and the project file are all read from there, by the same code that reads the working tree.
 *
 * Outside of the repository the machine is as it is; so is trackflow's own folder where it lies in the repository, as an installed package
 * does. A repository that lies in trackflow's own folder, or is that folder, has a history like any other. Nothing is ever written.
 */
import { dirname, join, relative, resolve } from 'node:path';
import { maxBytes } from '../../source/limits.js';
import { FileError, type Entry, type Files, type Host } from '../host/host.js';
import { isInside, tidy } from '../files/paths.js';
import type { Blobs } from './blobs.js';
import type { Repository } from './repository.js';
import type { Tree, TreeEntry } from './tree.js';

export function hostAt(host: Host, repository: Repository, tree: Tree, blobs: Blobs): Host {
  return { ...host, files: filesAt(host, repository.top, tree, blobs) };
}

/** More links in one path than anybody makes on purpose. */
const maxLinks = 40;

function filesAt({ files, home }: Host, top: string, tree: Tree, blobs: Blobs): Files {
  const folders = foldersOf(tree);
  const holdsHome = home !== top && isInside(top, home);
  const ofMachine = (path: string): boolean =>
    !isInside(top, path) || isInside(join(top, '.git'), path) || (holdsHome && isInside(home, path));
  const inTree = (path: string): string => {
    const seen = tidy(relative(top, path));
    return seen === '.' ? '' : seen;
  };

  /** The path in the tree that a path leads to, links followed; undefined in a circle of links, or out of the repository. */
  const follow = (path: string, links = 0): string | undefined => {
    if (!isInside(top, path)) return undefined;
    const parts = inTree(path).split('/');
    for (let depth = 1; depth <= parts.length; depth++) {
      const at = parts.slice(0, depth).join('/');
      const entry = tree.get(at);
      if (entry?.kind !== 'link') continue;
      const target = new TextDecoder().decode(blobs.content(entry.id));
      const next = resolve(dirname(join(top, at)), target, ...parts.slice(depth));
      return links === maxLinks ? undefined : follow(next, links + 1);
    }
    return parts.join('/');
  };

  const fileAt = (at: string | undefined): TreeEntry | undefined => {
    const entry = at === undefined ? undefined : tree.get(at);
    return entry?.kind === 'file' ? entry : undefined;
  };
  const isFolder = (at: string | undefined): at is string => at !== undefined && folders.has(at);

  return {
    stat(path) {
      if (ofMachine(path)) return files.stat(path);
      const at = follow(path);
      const entry = fileAt(at);
      if (entry === undefined) return isFolder(at) ? { kind: 'folder', size: 0 } : undefined;
      return {
        kind: 'file',
        // Asked of git only if somebody wants to know: most files are only looked for.
        get size() {
          return blobs.size(entry.id) ?? 0;
        },
      };
    },
    read(path) {
      if (ofMachine(path)) return files.read(path);
      const at = follow(path);
      const entry = fileAt(at);
      if (entry === undefined || at === undefined) {
        throw new FileError(path, isFolder(at) ? 'it is a folder' : 'there is no such file or folder');
      }
      blobs.prefetch([entry.id, ...neighbours(at, tree)]);
      const content = blobs.content(entry.id);
      if (content !== undefined) return content;
      const large = (blobs.size(entry.id) ?? 0) > maxBytes;
      throw new FileError(path, large ? 'it is too large' : 'git has not stored its content here');
    },
    list(folder) {
      if (ofMachine(folder)) return files.list(folder);
      const at = follow(folder);
      if (!isFolder(at)) throw new FileError(folder, 'there is no such file or folder');
      return (folders.get(at) ?? []).toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },
    realPath(path) {
      if (ofMachine(path)) return files.realPath(path);
      const at = follow(path);
      if (fileAt(at) === undefined && !isFolder(at)) return undefined;
      return join(files.realPath(top) ?? top, at ?? '');
    },
    write(path) {
      throw new Error(`${path} was to be written into the past`);
    },
  };
}

/** Each folder with what is in it. */
function foldersOf(tree: Tree): ReadonlyMap<string, readonly Entry[]> {
  const folders = new Map<string, Entry[]>([['', []]]);
  const folderAt = (path: string): Entry[] => {
    const before = folders.get(path);
    if (before !== undefined) return before;
    const made: Entry[] = [];
    folders.set(path, made);
    enter(path, 'folder');
    return made;
  };
  const enter = (path: string, kind: Entry['kind']): void => {
    const cut = path.lastIndexOf('/');
    folderAt(path.slice(0, Math.max(0, cut))).push({ name: path.slice(cut + 1), kind });
  };
  for (const [path, { kind }] of tree) {
    if (kind === 'folder') folderAt(path);
    else enter(path, kind);
  }
  return folders;
}

/** Whoever reads one flow will most often read those beside it. */
function neighbours(at: string, tree: Tree): readonly string[] {
  const folder = at.slice(0, at.lastIndexOf('/') + 1);
  const found: string[] = [];
  for (const [path, { id, kind }] of tree) {
    if (kind !== 'file' || !path.startsWith(folder) || !/\.flow\.ya?ml$/u.test(path)) continue;
    if (!path.includes('/', folder.length)) found.push(id);
  }
  return found.slice(0, 300);
}
