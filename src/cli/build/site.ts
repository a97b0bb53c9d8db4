/**
 * The site of a project, where the project file has one: made when anything that a page is made of has changed, or a page on the disk.
 *
 * Apart from the outputs of single flows, because every flow is on its first page and in its search.
 */
import { join } from 'node:path';
import type { Found } from '../files/find.js';
import { pathsFor } from '../files/project.js';
import type { Host } from '../host/host.js';
import { requestFor } from '../render-options.js';
import { compareSite, makeSite, namesSiteFolder, siteFolder, siteRequests, type SiteRequest } from '../site/make.js';
import { hashOf as hashOfPage, readManifest } from '../site/manifest.js';
import type { Terminal } from '../terminal.js';
import { hashOf } from './content.js';
import { namePictures, type ForSite, type Read } from './maker.js';
import { processOf, type KnownProcess } from './processes.js';
import type { BuildProject, Standing } from './project.js';
import { readRecords, writeRecords } from './records.js';
import type { Planned, Rounds } from './rounds.js';

export interface SiteState {
  readonly project: BuildProject;
  /** Absolute. */
  readonly folder: string;
  /** Of all that its pages are made of. */
  readonly key: string;
  /** Of each flow, by its file: of all that it depends on. */
  readonly keys: ReadonlyMap<string, string>;
  readonly isDue: boolean;
}

/** How the site of each project stands that has one. */
export function sitesOf(
  host: Host,
  projects: readonly BuildProject[],
  flows: readonly (Standing & { readonly planned: Planned | undefined })[],
): readonly SiteState[] {
  return projects.flatMap((project) => {
    const { open, settings, records, nameOf } = project;
    if (open.config?.site === undefined) return [];
    const own = flows.filter((flow) => flow.project === project);
    const inputs = own.map(({ flow, planned, record }): Inputs => {
      if (planned && 'plan' in planned) return inputsOf(project, flow, planned.plan.reach);
      return [nameOf(flow.file), (record?.inputs ?? []).map(({ file, hash }) => [planned ? nameOf(file) : file, hash])];
    });
    const key = hashOf(JSON.stringify([settings, inputs]));
    const keys = new Map(own.map(({ flow }, at) => [flow.file, keyOf(project, inputs[at])] as const));
    const folder = siteFolder(host, open);
    return [{ project, folder, key, keys, isDue: records.site !== key || !isIntact(host, open, folder) }];
  });
}

/** A flow, and all that it depends on, each with what it held. */
type Inputs = readonly [flow: string, read: readonly (readonly [file: string, hash: string])[]];

function inputsOf({ nameOf }: BuildProject, flow: Found, reach: readonly Read[]): Inputs {
  return [nameOf(flow.file), reach.map(({ file, hash }) => [nameOf(file), hash])];
}

function keyOf({ settings }: BuildProject, inputs: Inputs | undefined): string {
  return hashOf(JSON.stringify([settings, inputs]));
}

/** What the site can have of a flow whose outputs were made in this run. */
export interface MadeForSite extends ForSite {
  readonly reach: readonly Read[];
}

/** What has come of this run, and can go on with the site. */
export interface SiteHelp {
  readonly made: ReadonlyMap<Found, MadeForSite>;
  readonly rounds: Pick<Rounds, 'drawing'>;
}

export async function buildSite(
  host: Host,
  terminal: Terminal,
  state: SiteState,
  jobs: number | undefined,
  { made, rounds }: SiteHelp,
): Promise<void> {
  const { project, folder, key, isDue } = state;
  if (!isDue) {
    terminal.note(`site ${pathsFor(host)(folder)}/index.html: up to date`);
    return;
  }
  const { requests, known } = await requestsOf(host, state, true, made);
  for (const request of requests) {
    const pictures = new Map(
      known.flatMap(({ flow, process, version }) => {
        const own = made.get(flow);
        return own?.from === namePictures(version, request.options.show) ? [[process, own.pictures] as const] : [];
      }),
    );
    await makeSite(host, terminal, request, jobs, { pictures, drawing: rounds.drawing });
  }
  const { open } = project;
  writeRecords(open.project, host, { ...readRecords(open.project, host), site: key });
}

/**
 * Paths of files, from the folder of the site, that are not what would be made now. None for a site that has never been made here, which is
 * kept elsewhere, and none if a flow has errors, which is told of the flow. Writes nothing.
 */
export async function staleSite(
  host: Host,
  terminal: Terminal,
  state: SiteState,
  jobs: number | undefined,
): Promise<readonly string[]> {
  const { folder, isDue } = state;
  const { open } = state.project;
  if (!isDue || readManifest(folder, pathsFor(host)(folder), host.files, namesSiteFolder(host, open)).size === 0)
    return [];
  const { requests, isWhole } = await requestsOf(host, state, false);
  const found: string[] = [];
  for (const request of isWhole ? requests : []) found.push(...(await compareSite(host, terminal, request, jobs)));
  return found;
}

interface Requests {
  readonly requests: readonly SiteRequest[];
  /** No flow has errors. */
  readonly isWhole: boolean;
  readonly known: readonly (KnownProcess & { readonly flow: Found })[];
}

async function requestsOf(
  host: Host,
  { project, keys }: SiteState,
  remember: boolean,
  made?: SiteHelp['made'],
): Promise<Requests> {
  const { open, flows, nameOf } = project;
  const { languages, theme, show } = await requestFor([], {}, open);
  const ask = {
    ...(languages !== undefined && { languages }),
    ...(theme !== undefined && { theme }),
    ...(show !== undefined && { show }),
  };
  const known = flows.flatMap((flow) => {
    const { file } = flow;
    const key = keys.get(file) ?? '';
    const before = made?.get(flow);
    // It may have been saved in between.
    const isSame = before !== undefined && keyOf(project, inputsOf(project, flow, before.reach)) === key;
    const found = processOf(host, open.project, { name: nameOf(file), file, key, remember }, () =>
      isSame ? before.process : open.check(file).process,
    );
    return found === undefined ? [] : [{ ...found, flow }];
  });
  const checked = known.map(({ process }) => ({ process }));
  const versions = new Map(known.map(({ process, version }) => [process, version]));
  const requests = siteRequests(host, [{ batch: { ...open, checked }, ask }], versions);
  return { requests, isWhole: known.length === flows.length, known };
}

/** Every page is there, and as it was written. */
function isIntact(host: Host, open: BuildProject['open'], folder: string): boolean {
  const pages = readManifest(folder, pathsFor(host)(folder), host.files, namesSiteFolder(host, open));
  return (
    pages.size > 0 &&
    [...pages].every(([path, hash]) => {
      const at = join(folder, path);
      return host.files.stat(at)?.kind === 'file' && hashOfPage(host.files.read(at)) === hash;
    })
  );
}
