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
import { namePictures, type Drawn } from './maker.js';
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
    const inputs = own.map(({ flow, planned, record }) => {
      const read = planned && 'plan' in planned ? planned.plan.reach : (record?.inputs ?? []);
      return [nameOf(flow.file), read.map(({ file, hash }) => [planned ? nameOf(file) : file, hash])];
    });
    const key = hashOf(JSON.stringify([settings, inputs]));
    const keys = new Map(
      own.map(({ flow }, at) => [flow.file, hashOf(JSON.stringify([settings, inputs[at]]))] as const),
    );
    const folder = siteFolder(host, open);
    return [{ project, folder, key, keys, isDue: records.site !== key || !isIntact(host, open, folder) }];
  });
}

/** What has come of this run, and can go on with the site. */
export interface SiteHelp {
  readonly drawn: ReadonlyMap<Found, Drawn>;
  readonly rounds: Pick<Rounds, 'drawing'>;
}

export async function buildSite(
  host: Host,
  terminal: Terminal,
  state: SiteState,
  jobs: number | undefined,
  { drawn, rounds }: SiteHelp,
): Promise<void> {
  const { project, folder, key, isDue } = state;
  if (!isDue) {
    terminal.note(`site ${pathsFor(host)(folder)}/index.html: up to date`);
    return;
  }
  const { requests, known } = await requestsOf(host, state, true);
  for (const request of requests) {
    const pictures = new Map(
      known.flatMap(({ flow, process, version }) => {
        const own = drawn.get(flow);
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

async function requestsOf(host: Host, { project, keys }: SiteState, remember: boolean): Promise<Requests> {
  const { open, flows, nameOf } = project;
  const { languages, theme, show } = await requestFor([], {}, open);
  const ask = {
    ...(languages !== undefined && { languages }),
    ...(theme !== undefined && { theme }),
    ...(show !== undefined && { show }),
  };
  const known = flows.flatMap((flow) => {
    const { file } = flow;
    const asked = { name: nameOf(file), file, key: keys.get(file) ?? '', remember };
    const found = processOf(host, open.project, asked, () => open.check(file).process);
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
