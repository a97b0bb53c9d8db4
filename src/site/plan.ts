/**
 * Which pages a site has: languages, flows and roles, and the path of each page.
 *
 * Separate from making pages, because every page links to others and needs their paths before any of them is made.
 */
import { dirname, relative } from 'node:path/posix';
import type { Owner, Process } from '../model/process.js';
import { say, type Language } from '../model/text.js';
import { spokenLanguage } from '../model/words/index.js';
import type { RenderOptions } from '../render/format.js';
import { fileNames } from './names.js';

/** A flow, and its path below a folder that all flows are in: what tells flows of one name apart. */
export interface SiteFlow {
  readonly process: Process;
  readonly path: string;
  /** A short name for the whole process: the same name, the same process. Lets pages that stand from the last time be kept. */
  readonly version?: string;
  /** What its project says of procedures: a step has the same number here as in the documents. */
  readonly form?: SiteForm;
}

export type SiteForm = Pick<RenderOptions, 'template' | 'terms'>;

/** What a procedure is made with here. A form that leaves out the steps is none for a page that leads to them. */
export function procedureForm({ form = {} }: Pick<SiteFlow, 'form'>): SiteForm {
  const { template, ...rest } = form;
  return template?.sections.some(({ section }) => section === 'procedure') === true ? form : rest;
}

export interface PlannedFlow extends SiteFlow {
  readonly name: string;
  /** In which it has pages, never none. */
  readonly languages: readonly [Language, ...Language[]];
}

/** Who takes part, in one flow or in several: the same id, and at least one name that is the same. */
export interface PlannedRole {
  readonly name: string;
  readonly parts: readonly { readonly flow: PlannedFlow; readonly owner: Owner }[];
}

export interface SitePlan {
  /** The first is the one whose pages stand at the top. */
  readonly languages: readonly [Language, ...Language[]];
  readonly flows: readonly PlannedFlow[];
  readonly roles: readonly PlannedRole[];
  /** Of an owner of a flow. */
  roleOf(flow: PlannedFlow, owner: string): PlannedRole | undefined;
}

/** `asked`: the languages to make, the first at the top. Else every language of every flow; `declared` is that of their project. */
export function planSite(
  flows: readonly SiteFlow[],
  asked: readonly Language[] | undefined,
  declared?: Language,
): SitePlan {
  const languages = asked === undefined ? languagesOf(flows, declared) : [...new Set(asked)];
  const [top = 'en', ...others] = languages;
  const names = fileNames(flows.map(({ process, path }) => ({ name: process.id, key: path })));
  const planned = flows.map((flow, index): PlannedFlow => {
    const [own = top, ...more] = languages.filter((language) => flow.process.languages.includes(language));
    return { ...flow, name: names[index] ?? '', languages: [own, ...more] };
  });
  const roles = rolesOf(planned);
  const known = new Map<PlannedFlow, Map<string, PlannedRole>>();
  for (const role of roles) {
    for (const { flow, owner } of role.parts) {
      const own = known.get(flow) ?? new Map<string, PlannedRole>();
      known.set(flow, own);
      own.set(owner.id, role);
    }
  }
  return {
    languages: [top, ...others],
    flows: planned,
    roles,
    roleOf: (flow, owner) => known.get(flow)?.get(owner),
  };
}

/**
 * At the top the language that most flows are written in; of two with as many, the declared one, then the one that more flows can be read
 * in. The order of the flows decides last: it is that of their paths, which says nothing of languages.
 */
function languagesOf(flows: readonly SiteFlow[], declared: Language | undefined): readonly Language[] {
  const all = new Set(flows.flatMap(({ process }) => [process.language, ...process.languages]));
  const count = (has: (process: Process, language: Language) => boolean): ReadonlyMap<Language, number> =>
    new Map(
      [...all].map((language) => [language, flows.filter(({ process }) => has(process, language)).length] as const),
    );
  const written = count((process, language) => process.language === language);
  const readable = count((process, language) => process.languages.includes(language));
  const rank = (language: Language): readonly number[] => [
    written.get(language) ?? 0,
    language === declared ? 1 : 0,
    readable.get(language) ?? 0,
  ];
  return [...all].sort((one, other) => {
    const theirs = rank(other);
    return (
      rank(one)
        .map((value, index) => (theirs[index] ?? 0) - value)
        .find((difference) => difference !== 0) ?? 0
    );
  });
}

function rolesOf(flows: readonly PlannedFlow[]): readonly PlannedRole[] {
  const roles: { id: string; parts: { flow: PlannedFlow; owner: Owner }[] }[] = [];
  for (const flow of flows) {
    for (const owner of flow.process.owners) {
      const same = roles.find(
        ({ id, parts }) => id === owner.id && parts.some((part) => sharesName(part.owner, owner)),
      );
      if (same === undefined) roles.push({ id: owner.id, parts: [{ flow, owner }] });
      else same.parts.push({ flow, owner });
    }
  }
  const names = fileNames(
    roles.map(({ id, parts }) => ({ name: id, key: JSON.stringify([id, parts[0]?.owner.name]) })),
  );
  return roles.map(({ parts }, index) => ({ name: names[index] ?? '', parts }));
}

function sharesName(one: Owner, other: Owner): boolean {
  return Object.entries(one.name).some(([language, name]) =>
    Object.entries(other.name).some(([l, n]) => l === language && n === name),
  );
}

export type PageId =
  | { readonly kind: 'index' | 'search' }
  | { readonly kind: 'flow'; readonly flow: PlannedFlow }
  | { readonly kind: 'role'; readonly role: PlannedRole };

/** Paths of pages and files below the folder of the site. */
export function pathOf({ languages: [top] }: SitePlan, language: Language, page: PageId): string {
  const below = language === top ? '' : `${language.toLowerCase()}/`;
  switch (page.kind) {
    case 'index':
      return `${below}index.html`;
    case 'search':
      return `${below}search.html`;
    case 'flow':
      return `${below}flows/${page.flow.name}.html`;
    case 'role':
      return `${below}roles/${page.role.name}.html`;
  }
}

/** The language in which a flow is shown to readers of another. */
export function languageFor({ languages }: PlannedFlow, wanted: Language): Language {
  return languages.includes(wanted) ? wanted : languages[0];
}

/** In which a text of the flow stands on a page in `language`: a flow that has none of the asked languages is shown as it is. */
export function textLanguage({ process }: Pick<SiteFlow, 'process'>, language: Language): Language {
  return process.languages.includes(language) ? language : process.language;
}

/** What a page in `language` is in, for browsers and voices: around flows that are in no such language, the words are another's. */
export function pageLanguage({ flows }: SitePlan, language: Language): Language {
  return flows.some(({ process }) => process.languages.includes(language)) ? language : spokenLanguage(language);
}

/** From one file of the site to another. */
export function linkBetween(from: string, to: string): string {
  return relative(dirname(from), to);
}

/** What a role is called in a language: by the first of its flows that has a name for it there, else by the first flow. */
export function roleName({ parts }: PlannedRole, language: Language): string {
  const [first] = parts;
  const named = parts.find(({ owner }) => Object.hasOwn(owner.name, language)) ?? first;
  return named === undefined ? '' : say(named.owner.name, language, named.flow.process.language);
}
