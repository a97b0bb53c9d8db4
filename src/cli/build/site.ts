/**
 * The site of a project, where the project file has one: made when anything that a page is made of has changed, or a page on the disk.
 *
 * Apart from the outputs of single flows, because every flow is on its first page and in its search.
 */
import { join } from 'node:path';
import { pathsFor } from '../files/project.js';
import type { Host } from '../host/host.js';
import { requestFor } from '../render-options.js';
import { makeSite, siteFolder, siteRequests } from '../site/make.js';
import { hashOf as hashOfPage, readManifest } from '../site/manifest.js';
import type { Terminal } from '../terminal.js';
import { hashOf } from './content.js';
import type { BuildProject, Standing } from './project.js';
import { readRecords, writeRecords } from './records.js';
import type { Planned } from './rounds.js';

export interface SiteState {
  readonly project: BuildProject;
  /** Absolute. */
  readonly folder: string;
  /** Of all that its pages are made of. */
  readonly key: string;
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
    const folder = siteFolder(host, open);
    return [{ project, folder, key, isDue: records.site !== key || !isIntact(host, folder) }];
  });
}

export async function buildSite(
  host: Host,
  terminal: Terminal,
  { project, folder, key, isDue }: SiteState,
  jobs: number | undefined,
): Promise<void> {
  if (!isDue) {
    terminal.note(`site ${pathsFor(host)(folder)}/index.html: up to date`);
    return;
  }
  const { open, flows } = project;
  const { languages, theme, show } = await requestFor([], {}, open);
  const ask = {
    ...(languages !== undefined && { languages }),
    ...(theme !== undefined && { theme }),
    ...(show !== undefined && { show }),
  };
  const batch = { ...open, checked: flows.map(({ file }) => open.check(file)) };
  for (const request of siteRequests(host, [{ batch, ask }])) await makeSite(host, terminal, request, jobs);
  writeRecords(open.project, host, { ...readRecords(open.project, host), site: key });
}

/** Every page is there, and as it was written. */
function isIntact(host: Host, folder: string): boolean {
  const pages = readManifest(folder, pathsFor(host)(folder), host.files);
  return (
    pages.size > 0 &&
    [...pages].every(([path, hash]) => {
      const at = join(folder, path);
      return host.files.stat(at)?.kind === 'file' && hashOfPage(host.files.read(at)) === hash;
    })
  );
}
