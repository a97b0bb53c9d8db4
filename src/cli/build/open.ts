/** What `trackflow build`, and `trackflow check` of outputs, have to do with: the projects here and below, and their flows. */
import { dirname } from 'node:path';
import { createExaminer, type OpenProject } from '../examine.js';
import { UsageError } from '../exit.js';
import type { Found } from '../files/find.js';
import { pathsFor } from '../files/project.js';
import { findAll } from '../gather.js';
import type { Host } from '../host/host.js';
import { requestFor } from '../render-options.js';
import { buildProjects, type BuildProject } from './project.js';

export interface Opened {
  /** Those that list outputs. */
  readonly projects: readonly BuildProject[];
  /** All of them, the one here first. */
  readonly opened: readonly OpenProject[];
}

/** Throws `UsageError` where no project file says what to make. */
export async function openProjects(host: Host): Promise<Opened> {
  const examiner = await createExaminer(host, {});
  const shown = pathsFor(host);
  const here = await examiner.open(host.cwd);
  const { config: file } = here.project;
  const found: readonly Found[] =
    here.unsettled || file === undefined ? [] : await findAll(host, [], undefined, shown, () => Promise.resolve(here));
  const projects = await buildProjects(host, examiner, found);
  for (const { open } of projects) await requestFor(open.config?.outputs ?? [], {}, open); // refuses what cannot be made
  const opened = [...new Set([here, ...(await Promise.all(found.map(({ path }) => examiner.open(dirname(path)))))])];
  if (projects.length > 0 || opened.some(({ unsettled }) => unsettled)) return { projects, opened };
  if (file === undefined)
    throw new UsageError('There is no project file trackflow.config.yaml, which would list what to make.', advice);
  throw new UsageError(`${shown(file)} lists no outputs.`, advice);
}

const advice =
  'For example: outputs: [{format: svg, view: swimlane}, {format: sop}]. To make some just once: trackflow render';
