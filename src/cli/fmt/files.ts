/**
 * Which files `fmt` sets: those that are named; without names, or below a named folder, also what belongs to flows: the libraries that they
 * use, the project file and its theme. Nothing outside the project or folder is ever drawn in.
 */
import { dirname, join } from 'node:path';
import { checkConfig } from '../../app/check.js';
import type { Found } from '../files/find.js';
import { createReader } from '../files/load.js';
import { absolute, isInside } from '../files/paths.js';
import { findProject, pathsFor, projectFile } from '../files/project.js';
import { findAll } from '../gather.js';
import type { Host } from '../host/host.js';
import { readSettings } from '../settings.js';

export interface FmtFiles {
  readonly found: readonly Found[];
  /** The file that a flow names, if it is to be set, too. */
  drawnIn(from: Found, named: string): Found | undefined;
}

export async function fmtFiles(host: Host, paths: readonly string[], stdin: string | undefined): Promise<FmtFiles> {
  const shown = pathsFor(host);
  const { files } = host;
  const more: string[] = [];
  const folders = paths.map((path) => absolute(host.cwd, path)).filter((path) => files.stat(path)?.kind === 'folder');
  const here = async (): Promise<Parameters<typeof findAll>[4] extends () => Promise<infer Here> ? Here : never> => {
    const project = findProject(host.cwd, host.cwd, files);
    const { load } = createReader({ cwd: host.cwd, files, root: project.root });
    const config = (await readSettings(host, project, load, checkConfig))?.config;
    folders.push(project.root);
    if (project.config !== undefined) more.push(project.config);
    const { theme, sop } = config ?? {};
    for (const named of [theme, sop?.template]) {
      if (named !== undefined && /\.ya?ml$/iu.test(named)) more.push(join(project.root, named));
    }
    // With a project file that has errors, the flows are those of the folder: to set them asks nothing of it.
    return { project, ...(config && { config }), unsettled: false };
  };
  const { found: flows } = await findAll(host, paths, stdin, shown, here);
  for (const folder of folders) more.push(join(folder, projectFile));
  const own = new Set(flows.map(({ path }) => path));
  const extra = [...new Set(more)].filter((path) => !own.has(path) && files.stat(path)?.kind === 'file');
  const real = (path: string): string => files.realPath(path) ?? path;
  return {
    found: [...flows, ...extra.map((path) => ({ file: shown(path), path }))],
    drawnIn(from, named) {
      const path = absolute(dirname(from.path), named);
      const isOurs = folders.some((folder) => isInside(real(folder), real(path)));
      return isOurs && files.stat(path)?.kind === 'file' ? { file: shown(path), path } : undefined;
    },
  };
}
