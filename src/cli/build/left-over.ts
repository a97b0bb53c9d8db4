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
import { onDisk, type BuildProject } from './project.js';
import { readRecords, writeRecords } from './records.js';

/** `made`: the outputs that there should be, absolute. */
export function clear(
  host: Host,
  terminal: Terminal,
  projects: readonly BuildProject[],
  made: ReadonlySet<string>,
  what: 'tell' | 'remove',
): void {
  const shown = pathsFor(host);
  let told = 0;
  for (const project of projects) {
    const { root } = project.open.project;
    const records = readRecords(project.open.project, host);
    const others = [...records.written].filter(([path]) => !made.has(join(root, path)));
    if (others.length === 0) continue;
    const ours = others.filter(([path, hash]) => onDisk(host, project, { path }) === hash);
    for (const [path] of ours) {
      const at = join(root, path);
      if (what === 'remove') host.remove(at);
      terminal.note(what === 'remove' ? `removed ${shown(at)}` : `left over ${shown(at)}: no flow makes it any more`);
    }
    if (what === 'tell') {
      told += ours.length;
      continue;
    }
    // What is gone, or somebody else's by now, is none of our business any more.
    const gone = new Set(others.map(([path]) => path));
    writeRecords(project.open.project, host, {
      ...records,
      written: new Map([...records.written].filter(([path]) => !gone.has(path))),
    });
  }
  if (told > 0) terminal.note(`  --prune removes ${plural(told, 'file')} that trackflow has written`);
}
