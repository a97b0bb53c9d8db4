/** What `trackflow build`, and `trackflow check` of outputs, have to do with: the projects here and below, and their flows. */
import { dirname } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.js';
import { createExaminer, type OpenProject } from '../examine.js';
import { NothingFound, UsageError } from '../exit.js';
import { findByGlobs, findInputs, type FoundByGlobs } from '../files/find.js';
import { pathsFor } from '../files/project.js';
import { unmatchedFlows } from '../gather.js';
import type { Host } from '../host/host.js';
import { requestFor } from '../render-options.js';
import { buildProjects, type BuildProject } from './project.js';

export interface Opened {
  /** Those that list outputs. */
  readonly projects: readonly BuildProject[];
  /** All of them, the one here first. */
  readonly opened: readonly OpenProject[];
  /** What there is to say about which flows there are. */
  readonly findings: readonly Diagnostic[];
}

/** Throws `UsageError` where no project file says what to make. */
export async function openProjects(host: Host): Promise<Opened> {
  const examiner = await createExaminer(host, {});
  const shown = pathsFor(host);
  const here = await examiner.open(host.cwd);
  const { config: file } = here.project;
  const { found, unmatched } =
    here.unsettled || file === undefined ? { found: [], unmatched: [] } : await flowsOf(host, here);
  const projects = await buildProjects(host, examiner, found);
  for (const { open } of projects) await requestFor(open.config?.outputs ?? [], {}, open); // refuses what cannot be made
  const opened = [...new Set([here, ...(await Promise.all(found.map(({ path }) => examiner.open(dirname(path)))))])];
  if (projects.length > 0 || opened.some(({ unsettled }) => unsettled))
    return { projects, opened, findings: await unmatchedFlows(here, unmatched) };
  if (file === undefined)
    throw new UsageError('There is no project file trackflow.config.yaml, which would list what to make.', advice);
  throw new UsageError(`${shown(file)} lists no outputs.`, advice);
}

/** One project, whose file is known to list outputs, with all of its flows. */
export async function openProject(host: Host, root: string): Promise<BuildProject | undefined> {
  const examiner = await createExaminer(host, {});
  const { found } = await flowsOf(host, await examiner.open(root));
  const projects = await buildProjects(host, examiner, found);
  return projects.find(({ open }) => open.project.root === root);
}

/** Every flow of the project, wherever in it the command is run: pictures link to one another. */
async function flowsOf(host: Host, { project, config }: OpenProject): Promise<FoundByGlobs> {
  const shown = pathsFor(host);
  const search = { cwd: host.cwd, files: host.files };
  if (config?.flows === undefined) return { found: await findInputs([shown(project.root)], search), unmatched: [] };
  const found = await findByGlobs(config.flows, project.root, search, shown);
  if (found.found.length > 0) return found;
  const file = project.config === undefined ? '' : shown(project.config);
  throw new NothingFound(`No flow file matches the flows of ${file}: ${config.flows.join(', ')}.`);
}

const advice =
  'For example: outputs: [{format: svg, view: swimlane}, {format: sop}]. To make some just once: trackflow render';
