/**
 * Processes to a site: every file of it, by its path below the folder of the site.
 *
 * Pure but for being asynchronous: the caller writes, and keeps what it wrote apart from what is not the site's (`cli/site/`). The same
 * flows give the same bytes, whatever else happens on the machine.
 */
import type { Language } from '../model/text.js';
import type { ShowId } from '../model/view.js';
import type { Look } from '../render/format.js';
import { drawPicture, viewsFor, type Draw, type PictureRequest } from './drawings.js';
import { script, start } from './generated/client.js';
import { createHandbooks } from './handbooks.js';
import { assets, searchPath, type SiteFrame } from './page.js';
import { flowPage } from './pages/flow.js';
import { indexPage } from './pages/index-page.js';
import { rolePage } from './pages/role.js';
import { searchPage } from './pages/search-page.js';
import { sitePhrases } from './phrases/index.js';
import { languageFor, linkBetween, pathOf, planSite, type SiteFlow, type SitePlan } from './plan.js';
import { searchScript, type SearchEntry } from './search.js';
import { flowOrigin, frameOrigin, standingEntries, type SiteFile, type Standing } from './standing.js';
import { styleSheetOf } from './styles.js';

export { drawKnown, drawPicture, type Draw, type DrawnPicture, type PictureRequest } from './drawings.js';
export { picturesOf } from './html.js';
export type { SiteFlow } from './plan.js';
export type { SiteFile, Standing } from './standing.js';

export interface SiteOptions {
  /** Of the whole site. Default: what the language calls such a thing. */
  readonly title?: string;
  /** The first one stands at the top. Default: all languages of the flows, that of most of them at the top. */
  readonly languages?: readonly Language[];
  /** Of the project; stands at the top where as many flows are written in it as in another. */
  readonly language?: Language;
  readonly theme?: Look;
  readonly show?: readonly ShowId[];
  /** Draws a picture. Default: here and now. */
  readonly draw?: Draw;
  /** Where the same site was made before. */
  readonly standing?: Standing;
}

/** Path → content. */
export type SiteFiles = ReadonlyMap<string, string>;

export async function buildSite(flows: readonly SiteFlow[], options: SiteOptions = {}): Promise<SiteFiles> {
  const { standing: _, ...fresh } = options;
  const files = new Map<string, string>();
  for await (const { path, content } of siteFiles(flows, fresh)) if (content !== undefined) files.set(path, content);
  return files;
}

/** One file after the other, so that nobody needs to hold a whole site. */
export async function* siteFiles(flows: readonly SiteFlow[], options: SiteOptions = {}): AsyncGenerator<SiteFile> {
  const { theme = 'auto', show, draw = drawPicture, standing } = options;
  const { plan, frame, origin } = begin(flows, options);
  yield { path: assets.style, content: styleSheetOf(theme) };
  yield { path: assets.start, content: start };
  yield { path: assets.script, content: script };
  const known = standing && standingEntries(plan, standing);
  const entries = new Map<string, readonly SearchEntry[]>();
  for (const flow of plan.flows) {
    for (const language of flow.languages) {
      const path = pathOf(plan, language, { kind: 'flow', flow });
      const from = flowOrigin(origin, plan, flow, language);
      const origins = from === undefined ? undefined : new Map([[path, from]]);
      const before = from !== undefined && standing?.isMadeFrom(path, from) === true ? known?.get(path) : undefined;
      if (before !== undefined) {
        entries.set(path, before);
        yield { path, ...(origins && { origins }) };
        continue;
      }
      const page = await flowPage(frame, flow, language, { draw, ...(show && { show }) });
      entries.set(path, page.entries);
      yield { path, content: page.html, ...(origins && { origins }) };
    }
  }
  const roles = new Map(plan.languages.map((language): [Language, SearchEntry[]] => [language, []]));
  const handbooksOfNext = createHandbooks();
  for (const role of plan.roles) {
    const handbooks = handbooksOfNext();
    for (const language of plan.languages) {
      const page = rolePage(frame, role, language, { handbooks, origin, standing });
      roles.get(language)?.push(...page.entries);
      yield page.file;
    }
  }
  for (const language of plan.languages) {
    const found: readonly SearchEntry[] = [
      ...plan.flows.flatMap(
        (flow) => entries.get(pathOf(plan, languageFor(flow, language), { kind: 'flow', flow })) ?? [],
      ),
      ...(roles.get(language) ?? []),
    ];
    yield { path: pathOf(plan, language, { kind: 'index' }), content: indexPage(frame, language) };
    const path = pathOf(plan, language, { kind: 'search' });
    const listed = found.map(({ kind, title, path: to }) => [kind, title, to]);
    const from = JSON.stringify(['search', origin, language, listed]);
    const isKept = standing?.isMadeFrom(path, from) === true;
    yield { path, ...(!isKept && { content: searchPage(frame, language, found) }), origins: new Map([[path, from]]) };
    yield { path: searchPath(language), content: searchScript(language, found, (to) => linkBetween(path, to)) };
  }
}

function begin(
  flows: readonly SiteFlow[],
  { title, languages, language: declared, show, standing }: SiteOptions,
): { readonly plan: SitePlan; readonly frame: SiteFrame; readonly origin: string } {
  const plan = planSite(flows, languages, declared);
  const frame: SiteFrame = { plan, title: (language) => title ?? sitePhrases(language).site };
  return { plan, frame, origin: standing ? standing.digest(frameOrigin(plan, frame.title, show)) : '' };
}

/** Every path of the site. */
export function sitePaths(flows: readonly SiteFlow[], options: SiteOptions): readonly string[] {
  const { plan } = begin(flows, options);
  return [
    ...Object.values(assets),
    ...plan.flows.flatMap((flow) => flow.languages.map((language) => pathOf(plan, language, { kind: 'flow', flow }))),
    ...plan.languages.flatMap((language) => [
      ...plan.roles.map((role) => pathOf(plan, language, { kind: 'role', role })),
      pathOf(plan, language, { kind: 'index' }),
      pathOf(plan, language, { kind: 'search' }),
      searchPath(language),
    ]),
  ];
}

/** All pictures that a site will ask for, page by page. */
export function picturesFor(
  flows: readonly SiteFlow[],
  options: SiteOptions,
): readonly { readonly path: string; readonly requests: readonly PictureRequest[] }[] {
  const { show, standing } = options;
  const { plan, origin } = begin(flows, options);
  return plan.flows.flatMap((flow) =>
    flow.languages.flatMap((language) => {
      const path = pathOf(plan, language, { kind: 'flow', flow });
      const from = flowOrigin(origin, plan, flow, language);
      if (from !== undefined && standing?.isMadeFrom(path, from) === true) return [];
      const requests = viewsFor(flow.process).map((view) => ({
        process: flow.process,
        view,
        language,
        ...(show && { show }),
      }));
      return [{ path, requests }];
    }),
  );
}
