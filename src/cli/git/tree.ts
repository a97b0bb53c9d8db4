/** All files of a commit, or of the index: their paths and where their content is, without the content. */
import type { Commit } from './revisions.js';
import { cut, type Repository } from './repository.js';

export interface TreeEntry {
  /** A submodule counts as an empty folder. */
  readonly kind: 'file' | 'link' | 'folder';
  /** Hash of the content. */
  readonly id: string;
}

/** By path as seen from the top of the repository, with `/` between folders. */
export type Tree = ReadonlyMap<string, TreeEntry>;

export function treeOf(repository: Repository, { id }: Pick<Commit, 'id'>): Tree {
  return entriesOf(repository.text(['ls-tree', '-r', '-z', '--full-tree', id]), 2);
}

/** What would be committed now. While a merge is undecided, our side of it. */
export function indexOf(repository: Repository): Tree {
  return entriesOf(repository.text(['ls-files', '--stage', '-z']), 1);
}

/** `100644 blob HASH<tab>path`, or `100644 HASH stage<tab>path`. */
function entriesOf(listing: string, column: number): Tree {
  const tree = new Map<string, TreeEntry>();
  for (const line of cut(listing)) {
    const tab = line.indexOf('\t');
    const words = line.slice(0, tab).split(' ');
    const [mode = '', id = ''] = [words[0], words[column]];
    const stage = column === 1 ? words[2] : '0';
    if (stage === '0' || stage === '2') tree.set(line.slice(tab + 1), { kind: kinds[mode] ?? 'file', id });
  }
  return tree;
}

const kinds: Readonly<Record<string, TreeEntry['kind']>> = { '120000': 'link', '160000': 'folder' };
