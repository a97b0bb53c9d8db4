/** The project file of a project, read and judged. */
import { join, posix } from 'node:path';
import { quotePath } from '../base/quote.js';
import type { CheckedConfig, checkConfig } from '../app/check.js';
import type { Load } from '../compile/index.js';
import { leavesProject, pathsFor, type Project } from './files/project.js';
import { diagnose } from '../model/codes.js';
import type { Host } from './host/host.js';

/**
 * Undefined without a project file. `check` comes along so that this file stays light.
 *
 * Which flows there are is judged here: a pattern that leads out of the project would have one command read what the others refuse.
 */
export async function readSettings(
  host: Host,
  project: Project,
  load: Load,
  check: typeof checkConfig,
): Promise<CheckedConfig | undefined> {
  if (project.config === undefined) return undefined;
  const checked = await check(pathsFor(host)(project.config), load, (folder) =>
    leavesProject(project, join(project.root, folder), host.files),
  );
  const { config, locate } = checked;
  const outside = (config?.flows ?? []).flatMap((pattern, index) =>
    locate && leadsOut(pattern)
      ? [
          diagnose(
            'file-outside',
            `The pattern ${quotePath(pattern)} leads out of the project folder.`,
            locate(['flows', index]),
            {
              hint: 'The flows of a project lie in its folder. Put the project file into a folder around all of them.',
            },
          ),
        ]
      : [],
  );
  if (outside.length === 0) return checked;
  const { config: _, ...rest } = checked;
  return { ...rest, diagnostics: [...checked.diagnostics, ...outside] };
}

/** Links are followed, and judged, when the files are read. */
function leadsOut(pattern: string): boolean {
  if (pattern.startsWith('!')) return false;
  const path = pattern.replaceAll('\\', '/');
  if (posix.isAbsolute(path) || /^[A-Za-z]:/u.test(path)) return true;
  if (posix.normalize(path).split('/')[0] === '..') return true;
  // Within alternatives, such as {..,a}/x, it is the same, and nobody writes it by mistake.
  return /[{(|,]\.\.[/,|})]/u.test(path);
}
