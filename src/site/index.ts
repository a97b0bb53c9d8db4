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
import { languageFor, linkBetween, pathOf, planSite, type SiteFlow } from './plan.js';
import { searchScript, type SearchEntry } from './search.js';
import { styleSheetOf } from './styles.js';

export { drawPicture, type Draw, type PictureRequest } from './drawings.js';
export { picturesOf } from './html.js';
export type { SiteFlow } from './plan.js';

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
}

/** Path → content. */
export type SiteFiles = ReadonlyMap<string, string>;

export async function buildSite(flows: readonly SiteFlow[], options: SiteOptions = {}): Promise<SiteFiles> {
  const { title, theme = 'auto', show, draw = drawPicture } = options;
  const plan = planSite(flows, options.languages, options.language);
  const frame: SiteFrame = { plan, title: (language) => title ?? sitePhrases(language).site };
  const files = new Map<string, string>([
    [assets.style, styleSheetOf(theme)],
    [assets.start, start],
    [assets.script, script],
  ]);
  const entries = new Map<string, readonly SearchEntry[]>();
  for (const flow of plan.flows) {
    for (const language of flow.languages) {
      const page = await flowPage(frame, flow, language, { draw, ...(show && { show }) });
      files.set(page.path, page.html);
      entries.set(page.path, page.entries);
    }
  }
  const handbooks = createHandbooks();
  for (const language of plan.languages) {
    const found: SearchEntry[] = plan.flows.flatMap(
      (flow) => entries.get(pathOf(plan, languageFor(flow, language), { kind: 'flow', flow })) ?? [],
    );
    for (const role of plan.roles) {
      const page = rolePage(frame, role, language, handbooks);
      files.set(page.path, page.html);
      found.push(...page.entries);
    }
    const search = pathOf(plan, language, { kind: 'search' });
    files.set(pathOf(plan, language, { kind: 'index' }), indexPage(frame, language));
    files.set(search, searchPage(frame, language, found));
    files.set(
      searchPath(language),
      searchScript(language, found, (path) => linkBetween(search, path)),
    );
  }
  return files;
}

/** All pictures that a site will ask for, page by page. */
export function picturesFor(
  flows: readonly SiteFlow[],
  { languages, language: declared, show }: Pick<SiteOptions, 'languages' | 'language' | 'show'>,
): readonly { readonly path: string; readonly requests: readonly PictureRequest[] }[] {
  const plan = planSite(flows, languages, declared);
  return plan.flows.flatMap((flow) =>
    flow.languages.map((language) => ({
      path: pathOf(plan, language, { kind: 'flow', flow }),
      requests: viewsFor(flow.process).map((view) => ({
        process: flow.process,
        view,
        language,
        ...(show && { show }),
      })),
    })),
  );
}
