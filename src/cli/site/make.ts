/**
 * The sites of a run: which flows go into which folder, made and written.
 *
 * Apart from the command, because building a whole project makes its site by the same way.
 */
import { join, relative } from 'node:path';
import type { Process } from '../../model/process.js';
import type { Language } from '../../model/text.js';
import type { Look } from '../../render/format.js';
import { siteFiles, sitePaths, type SiteFile, type SiteFlow, type SiteOptions } from '../../site/index.js';
import { editionOf, hashOf } from '../build/content.js';
import { refuseLinkOut } from '../files/output.js';
import { absolute, tidy } from '../files/paths.js';
import { pathsFor } from '../files/project.js';
import type { Batch } from '../gather.js';
import type { Host } from '../host/host.js';
import type { Terminal } from '../terminal.js';
import { drawPictures, type Helpers } from './draw.js';
import { hashOf as hashOfFile, readOwned, type Owned } from './manifest.js';
import { standingIn, type StandingSite } from './standing.js';
import { writeSite } from './write.js';

export interface SiteRequest {
  /** Absolute. */
  readonly folder: string;
  /** What names the folder. */
  readonly named: string;
  readonly flows: readonly SiteFlow[];
  readonly options: SiteOptions;
}

/** The flows of one project; without a process those that have errors. */
export interface SiteBatch extends Pick<Batch, 'project' | 'config' | 'template'> {
  readonly checked: readonly { readonly process?: Process }[];
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

/** What names that folder, and would name another. */
export function namesSiteFolder(host: Pick<Host, 'cwd' | 'files'>, { project }: Pick<Batch, 'project'>): string {
  return project.config === undefined ? '--out' : `site.out of ${pathsFor(host)(project.config)}`;
}

/** One for each folder; flows of several projects may meet in one. `versions`: as far as they are known, by `versionOf`. */
export function siteRequests(
  host: Pick<Host, 'cwd' | 'files'>,
  asked: readonly { readonly batch: SiteBatch; readonly ask: SiteAsk }[],
  versions?: ReadonlyMap<Process, string>,
): readonly SiteRequest[] {
  const sites = new Map<string, { named: string; options: SiteOptions; flows: SiteFlow[] }>();
  for (const { batch, ask } of asked) {
    const folder = ask.folder ?? siteFolder(host, batch);
    if (ask.folder === undefined) refuseLinkOut(folder, [batch.project.root], host.files, pathsFor(host)(folder));
    const named = ask.folder === undefined ? namesSiteFolder(host, batch) : '--out';
    const title = ask.title ?? batch.config?.site?.title;
    const language = batch.config?.language;
    const options = {
      ...(title !== undefined && { title }),
      ...(language !== undefined && { language }),
      ...(ask.languages !== undefined && ask.languages !== 'all' && { languages: ask.languages }),
      ...(ask.theme !== undefined && { theme: ask.theme }),
      ...(ask.show !== undefined && { show: ask.show }),
    };
    const form = formOf(batch);
    const processes = batch.checked.flatMap(({ process }): Process[] => (process === undefined ? [] : [process]));
    if (processes.length === 0) continue;
    const site = sites.get(folder) ?? { named, options, flows: [] as SiteFlow[] };
    sites.set(folder, site);
    for (const process of processes) {
      const path = tidy(relative(batch.project.root, absolute(host.cwd, process.file)));
      const version = versions?.get(process) ?? hashOf(JSON.stringify(process));
      // The same flow in another form is another page.
      const formed = form && { form, version: hashOf(JSON.stringify([version, form])) };
      site.flows.push({ process, path, version, ...formed });
    }
  }
  return [...sites].map(([folder, site]) => ({ folder, ...site }));
}

/** What the project says of procedures; undefined where it says nothing. */
function formOf({ config, template }: SiteBatch): SiteFlow['form'] {
  const terms = config?.vocabulary?.terms;
  if (template === undefined && terms === undefined) return undefined;
  return { ...(template && { template }), ...(terms && { terms }) };
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
  request: SiteRequest,
  jobs?: number,
  helpers?: Helpers,
): Promise<void> {
  const { folder, named, flows, options } = request;
  const shown = pathsFor(host)(folder);
  for (const note of missingLanguages(flows, options.languages)) terminal.note(note);
  const { owned, standing, made, site } = await prepare(host, terminal, request, jobs, helpers);
  const { wrote, unchanged, removed, kept } = await writeSite(host, folder, shown, {
    paths: sitePaths(flows, options),
    site,
    owned,
    pictures: made,
    nameOrigin: standing.nameOrigin,
    named,
  });
  for (const path of kept)
    terminal.note(`kept ${shown}/${path}: the site has no such page any more, but the file was changed by hand`);
  const rest = removed > 0 ? `, ${String(removed)} removed` : '';
  terminal.note(`site ${shown}/index.html: ${String(wrote)} written, ${String(unchanged)} unchanged${rest}`);
}

/** Paths of files, from the folder, that are not what would be made now, or that the site no longer has. */
export async function compareSite(
  host: Host,
  terminal: Terminal,
  request: SiteRequest,
  jobs?: number,
): Promise<readonly string[]> {
  const { folder } = request;
  const { owned, site } = await prepare(host, terminal, request, jobs);
  const stale: string[] = [];
  const paths = new Set<string>();
  for await (const { path, content } of site) {
    paths.add(path);
    const at = join(folder, path);
    if (content === undefined) continue;
    const hash = host.files.stat(at)?.kind === 'file' ? hashOfFile(host.files.read(at)) : undefined;
    if (hash !== hashOfFile(content)) stale.push(path);
  }
  return [...stale, ...[...owned.files.keys()].filter((path) => !paths.has(path))];
}

interface Prepared {
  readonly owned: Owned;
  readonly standing: StandingSite;
  /** What the pictures of each page were made from. */
  readonly made: ReadonlyMap<string, string>;
  readonly site: AsyncIterable<SiteFile>;
}

/** Draws what is to be drawn; the rest is made while it is asked for. */
async function prepare(
  host: Host,
  terminal: Terminal,
  { folder, named, flows, options }: SiteRequest,
  jobs: number | undefined,
  helpers?: Helpers,
): Promise<Prepared> {
  const owned = readOwned(folder, pathsFor(host)(folder), host.files, named);
  const standing = standingIn(host, folder, owned, editionOf(host));
  const full = { ...options, standing };
  const { draw, made } = await drawPictures(host, {
    folder,
    owned,
    flows,
    options: full,
    jobs,
    helpers,
    progress: (done, count) => terminal.progress(`drawing ${String(done)}/${String(count)}`),
  });
  return { owned, standing, made, site: siteFiles(flows, { ...full, draw }) };
}
