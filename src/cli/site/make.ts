/**
 * The sites of a run: which flows go into which folder, made and written.
 *
 * Apart from the command, because building a whole project makes its site by the same way.
 */
import { join, relative } from 'node:path';
import type { Process } from '../../model/process.js';
import type { Language } from '../../model/text.js';
import type { Look } from '../../render/format.js';
import { buildSite, type SiteFlow, type SiteOptions } from '../../site/index.js';
import { absolute, tidy } from '../files/paths.js';
import { pathsFor } from '../files/project.js';
import type { Batch } from '../gather.js';
import type { Host } from '../host/host.js';
import type { Terminal } from '../terminal.js';
import { drawPictures } from './draw.js';
import { readOwned } from './manifest.js';
import { writeSite } from './write.js';

export interface SiteRequest {
  /** Absolute. */
  readonly folder: string;
  readonly flows: readonly SiteFlow[];
  readonly options: SiteOptions;
}

/** What is asked of the site of one project, beyond what its project file says. */
export interface SiteAsk {
  /** Absolute; all projects go there. */
  readonly folder?: string;
  readonly title?: string;
  readonly languages?: readonly string[] | 'all';
  readonly theme?: Look;
  readonly show?: SiteOptions['show'];
}

/** Where the site of a project goes, if nobody says otherwise. */
export function siteFolder({ cwd }: Pick<Host, 'cwd'>, { project, config }: Pick<Batch, 'project' | 'config'>): string {
  const base = project.config === undefined ? cwd : project.root;
  return join(base, config?.site?.out ?? `${config?.out ?? 'out'}/site`);
}

/** One for each folder; flows of several projects may meet in one. */
export function siteRequests(
  host: Pick<Host, 'cwd'>,
  asked: readonly { readonly batch: Batch; readonly ask: SiteAsk }[],
): readonly SiteRequest[] {
  const sites = new Map<string, { options: SiteOptions; flows: SiteFlow[] }>();
  for (const { batch, ask } of asked) {
    const folder = ask.folder ?? siteFolder(host, batch);
    const title = ask.title ?? batch.config?.site?.title;
    const language = batch.config?.language;
    const options = {
      ...(title !== undefined && { title }),
      ...(language !== undefined && { language }),
      ...(ask.languages !== undefined && ask.languages !== 'all' && { languages: ask.languages }),
      ...(ask.theme !== undefined && { theme: ask.theme }),
      ...(ask.show !== undefined && { show: ask.show }),
    };
    const processes = batch.checked.flatMap(({ process }): Process[] => (process === undefined ? [] : [process]));
    if (processes.length === 0) continue;
    const site = sites.get(folder) ?? { options, flows: [] as SiteFlow[] };
    sites.set(folder, site);
    for (const process of processes) {
      const path = tidy(relative(batch.project.root, absolute(host.cwd, process.file)));
      site.flows.push({ process, path });
    }
  }
  return [...sites].map(([folder, { options, flows }]) => ({ folder, flows, options }));
}

/** What whoever asks for languages should know. A flow that has one of them is listed in the others, which needs no word. */
function missingLanguages(flows: readonly SiteFlow[], asked: readonly Language[] | undefined): readonly string[] {
  if (asked === undefined) return [];
  const has =
    (language: Language) =>
    (flow: SiteFlow): boolean =>
      flow.process.languages.includes(language);
  const rest = 'what is not translated stays as it is';
  const unknown = asked.filter((language) => !flows.some(has(language)));
  const [top] = asked.filter((language) => !unknown.includes(language));
  const untranslated = top === undefined ? [] : flows.filter((flow) => !asked.some((language) => has(language)(flow)));
  return [
    ...unknown.map((language) => `no flow has a title in ${language}; ${rest}`),
    ...untranslated.map(({ process }) => `${process.file} has no title in ${asked.join(', ')}; ${rest}`),
  ];
}

export async function makeSite(
  host: Host,
  terminal: Terminal,
  { folder, flows, options }: SiteRequest,
  jobs?: number,
): Promise<void> {
  const shown = pathsFor(host)(folder);
  for (const note of missingLanguages(flows, options.languages)) terminal.note(note);
  const owned = readOwned(folder, shown, host.files);
  const { draw, made } = await drawPictures(host, {
    folder,
    owned,
    flows,
    options,
    jobs,
    progress: (done, count) => terminal.progress(`drawing ${String(done)}/${String(count)}`),
  });
  const site = await buildSite(flows, { ...options, draw });
  const { wrote, unchanged, removed, kept } = writeSite(host, folder, shown, { site, owned, pictures: made });
  for (const path of kept)
    terminal.note(`kept ${shown}/${path}: the site has no such page any more, but the file was changed by hand`);
  const rest = removed > 0 ? `, ${String(removed)} removed` : '';
  terminal.note(`site ${shown}/index.html: ${String(wrote)} written, ${String(unchanged)} unchanged${rest}`);
}
