/**
 * What stands of a site from the last time, and is taken over where all that it was made from is the same.
 *
 * The pages themselves are the memory: a page that is kept is not read, of one that is not, parts may be. What a page is made from is said by
 * a text, its origin; whoever writes the site puts that down beside it. Invariant: an origin names everything that the bytes depend on, so a
 * site is the same with what stands and without.
 */
import { dirname, join } from 'node:path/posix';
import type { Language } from '../model/text.js';
import { searchPath } from './page.js';
import { pageLanguage, pathOf, type PlannedFlow, type SitePlan } from './plan.js';
import { entriesIn, type SearchEntry } from './search.js';

export interface Standing {
  /** A short name for a text: the same name, the same text. */
  digest(text: string): string;
  /** Whether the file is there as it was written, and was made from this. Parts of pages have a path with an anchor. */
  isMadeFrom(path: string, origin: string): boolean;
  /** A file as it was written; undefined if it is not there, or somebody has changed it. */
  text(path: string): string | undefined;
}

export interface SiteFile {
  readonly path: string;
  /** Absent for one that is to stay as it stands. */
  readonly content?: string;
  /** What it was made from, and parts of it: path, perhaps with an anchor → origin. */
  readonly origins?: ReadonlyMap<string, string>;
}

/** What all pages are made from: what stands around their content, and what pictures show. */
export function frameOrigin(
  plan: SitePlan,
  title: (language: Language) => string,
  show: readonly string[] | undefined,
): string {
  const { languages } = plan;
  return JSON.stringify([languages.map((language) => [language, title(language), pageLanguage(plan, language)]), show]);
}

/**
 * What the page of a flow is made from: itself, and the pages that it leads to, which others may name otherwise. Undefined for a flow that is
 * not said to be the same as before by any means.
 */
export function flowOrigin(frame: string, plan: SitePlan, flow: PlannedFlow, language: Language): string | undefined {
  const { name, languages, version, process } = flow;
  if (version === undefined) return undefined;
  const files = new Set(
    process.nodes.flatMap((node) => (node.type === 'subflow' && node.child ? [node.child.file] : [])),
  );
  const children = plan.flows.filter((other) => files.has(other.process.file));
  return JSON.stringify([
    'flow',
    frame,
    name,
    languages,
    version,
    language,
    children.map((child) => [child.process.file, child.name, child.languages]),
    process.owners.map(({ id }) => plan.roleOf(flow, id)?.name),
  ]);
}

/** What the search knows of each page of a flow, by the path of the page. */
export function standingEntries(
  plan: SitePlan,
  standing: Pick<Standing, 'text'>,
): ReadonlyMap<string, readonly SearchEntry[]> {
  const entries = new Map<string, SearchEntry[]>();
  for (const language of plan.languages) {
    const script = standing.text(searchPath(language));
    if (script === undefined) continue;
    const base = dirname(pathOf(plan, language, { kind: 'search' }));
    const own = new Map<string, SearchEntry[]>();
    for (const entry of entriesIn(script)) {
      const path = join(base, entry.path);
      const [page = ''] = path.split('#');
      const found = own.get(page) ?? [];
      own.set(page, found);
      found.push({ ...entry, path });
    }
    for (const [page, found] of own) if (!entries.has(page)) entries.set(page, found);
  }
  return entries;
}
