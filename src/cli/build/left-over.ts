/**
 * Outputs that no flow makes any more: told, or removed on request.
 *
 * What must stay true: only a file that was written here, and that still holds what was written, is ever removed.
 */
import { join } from 'node:path';
import { plural } from '../../report/tally.js';
import { pathsFor } from '../files/project.js';
import type { Host } from '../host/host.js';
import type { Terminal } from '../terminal.js';
import { readList, writeList, type Listed } from './list.js';
import { onDisk, type BuildProject } from './project.js';
import { readRecords, writeRecords } from './records.js';

/** The outputs that there should be. */
export interface Current {
  /** Absolute. */
  readonly made: ReadonlySet<string>;
  /** Flows, as the project names them, of which nobody knows now what they make: they have errors. */
  readonly unknown: ReadonlySet<string>;
}

/** A file that trackflow has made, and that no flow makes any more. */
export interface LeftOver {
  /** Relative to the project, with `/`. */
  readonly path: string;
  /** Somebody has changed it since, so that it is not ours to remove. */
  readonly changed: boolean;
}

/** Those that are still there. */
export function leftOver(host: Host, project: BuildProject, current: Current): readonly LeftOver[] {
  const hashes = new Map<string, string[]>();
  for (const { path, hash } of rest(host, project, current)) hashes.set(path, [...(hashes.get(path) ?? []), hash]);
  return [...hashes].flatMap(([path, written]) => {
    const standing = onDisk(host, project, { path });
    return standing === undefined ? [] : [{ path, changed: !written.includes(standing) }];
  });
}

/** Whatever has become of the files. One may be there twice: built here, and as it was committed by somebody who built it elsewhere. */
function rest(host: Host, project: BuildProject, { made, unknown }: Current): readonly Listed[] {
  const { project: folder } = project.open;
  const listed = readList(host, project);
  const flows = new Map(listed.map(({ path, of }) => [path, of]));
  const remembered = [...readRecords(folder, host).written].map(([path, hash]): Listed => ({
    path,
    of: flows.get(path) ?? '',
    hash,
  }));
  return [...listed, ...remembered].filter(({ path, of }) => !made.has(join(folder.root, path)) && !unknown.has(of));
}

/** Tells what is left over, or removes it. */
export function clear(
  host: Host,
  terminal: Terminal,
  projects: readonly BuildProject[],
  current: Current,
  what: 'tell' | 'remove',
): void {
  const shown = pathsFor(host);
  const say = (file: string, changed: boolean): string => {
    if (what === 'tell')
      return `left over ${file}: no flow makes it any more${changed ? ', but it was changed since it was written' : ''}`;
    return changed ? `kept ${file}: it was changed since it was written; from now on it is yours` : `removed ${file}`;
  };
  let told = 0;
  for (const project of projects) {
    const { root } = project.open.project;
    const others = rest(host, project, current);
    if (others.length === 0) continue;
    const ours = leftOver(host, project, current);
    for (const { path, changed } of ours) {
      const at = join(root, path);
      if (what === 'remove' && !changed) host.remove(at);
      terminal.note(say(shown(at), changed));
    }
    if (what === 'tell') {
      told += ours.filter(({ changed }) => !changed).length;
      continue;
    }
    // What is gone, or somebody else's by now, is none of our business any more.
    const gone = new Set(others.map(({ path }) => path));
    const records = readRecords(project.open.project, host);
    writeRecords(project.open.project, host, {
      ...records,
      written: new Map([...records.written].filter(([path]) => !gone.has(path))),
    });
  }
  if (told > 0) terminal.note(`  --prune removes ${plural(told, 'file')} that trackflow has written`);
}

/** Brings the lists of those projects in step that keep one. What somebody has changed stays in them until it was told that it is kept. */
export function keepLists(
  host: Host,
  projects: readonly BuildProject[],
  made: ReadonlyMap<BuildProject, readonly Listed[]>,
  what: 'tell' | 'remove',
): void {
  for (const project of projects) {
    const { config } = project.open;
    if (config?.check?.outputs !== true || (config.outputs ?? []).length === 0) continue;
    const others = rest(host, project, { made: new Set(), unknown: new Set() }).filter((each) => {
      const standing = onDisk(host, project, each);
      return what === 'tell' ? standing !== undefined : standing === each.hash;
    });
    writeList(host, project, made.get(project) ?? [], others);
  }
}
