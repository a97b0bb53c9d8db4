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

/** What trackflow has made, and no flow makes any more; as it was written. */
export function leftOver(host: Host, project: BuildProject, current: Current): readonly Listed[] {
  const standing = rest(host, project, current).filter((each) => onDisk(host, project, each) === each.hash);
  return [...new Map(standing.map((each) => [each.path, each])).values()];
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
  let told = 0;
  for (const project of projects) {
    const { root } = project.open.project;
    const others = rest(host, project, current);
    if (others.length === 0) continue;
    const ours = leftOver(host, project, current);
    for (const { path } of ours) {
      const at = join(root, path);
      if (what === 'remove') host.remove(at);
      terminal.note(what === 'remove' ? `removed ${shown(at)}` : `left over ${shown(at)}: no flow makes it any more`);
    }
    if (what === 'tell') {
      told += ours.length;
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

/** Brings the lists of those projects in step that keep one. */
export function keepLists(
  host: Host,
  projects: readonly BuildProject[],
  made: ReadonlyMap<BuildProject, readonly Listed[]>,
): void {
  for (const project of projects) {
    const { config } = project.open;
    if (config?.check?.outputs !== true || (config.outputs ?? []).length === 0) continue;
    writeList(host, project, made.get(project) ?? [], rest(host, project, { made: new Set(), unknown: new Set() }));
  }
}
