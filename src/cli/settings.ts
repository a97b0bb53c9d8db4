/** The project file of a project, read and judged. */
import { join } from 'node:path';
import type { CheckedConfig, checkConfig } from '../app/check.js';
import type { Load } from '../compile/index.js';
import { leavesProject, pathsFor, type Project } from './files/project.js';
import type { Host } from './host/host.js';

/** Undefined without a project file. `check` comes along so that this file stays light. */
export async function readSettings(
  host: Host,
  project: Project,
  load: Load,
  check: typeof checkConfig,
): Promise<CheckedConfig | undefined> {
  if (project.config === undefined) return undefined;
  return check(pathsFor(host)(project.config), load, (folder) =>
    leavesProject(project, join(project.root, folder), host.files),
  );
}
