/**
 * `use`: what a file and its libraries define, merged into one set of entries.
 *
 * Separate from compiling a flow, because a library is merged and judged in the same way when it is itself at hand. A library that
 * several ways lead to counts once. Two definitions of one id are a clash; it is told where the two come together, which is the file
 * that uses both or defines one of them.
 */
import { quote, quotePath } from '../base/quote.js';
import type { LibraryDefinition } from '../schema/index.js';
import type { Link } from './circles.js';
import { complain, type Complaints } from './context.js';
import { sectionsOf, type Entries, type Entry, type Home, type Sections } from './entries.js';
import type { Opened } from './files.js';
import { namedFile, type Project } from './named-files.js';
import { resolveFrom } from './paths.js';
import { lostSections, sectionNames, type SectionName } from './salvaged.js';

const nouns: Readonly<Record<SectionName, string>> = {
  owners: 'owner',
  phases: 'phase',
  segments: 'segment',
  stores: 'store',
  kpis: 'KPI',
};

/** A library that can be used. */
export interface Library {
  readonly file: string;
  readonly sections: Sections;
  readonly partial: ReadonlySet<SectionName>;
  readonly links: readonly Link[];
}

export interface Merged {
  readonly sections: Sections;
  readonly partial: ReadonlySet<SectionName>;
  /** Every library that takes part, those that others build on first. */
  readonly libraries: readonly string[];
}

/** What stays the same of a library whoever uses it. */
export function toLibrary({ file, definition, data, locate }: Opened<LibraryDefinition>): Library {
  const home = { file, locate, language: definition?.language };
  const links = (definition?.use ?? []).map((path, index) => ({
    to: resolveFrom(file, path),
    span: locate(['use', index]),
  }));
  return { file, sections: sectionsOf(home, definition ?? {}, data), partial: lostSections(definition, data), links };
}

/** A file at hand, with what it defines itself. */
export interface User {
  readonly home: Home;
  readonly use: readonly string[] | undefined;
  readonly own: Sections;
  readonly lost: ReadonlySet<SectionName>;
}

/** Definitions that come in one after the other: by one path of `use`, or the file's own at the end. */
interface Source {
  readonly sections: Sections;
  readonly file: string;
  /** Which path of `use` brought it; undefined for the file's own. */
  readonly index: number | undefined;
}

export function merge(
  context: Complaints,
  { home, use = [], own, lost }: User,
  project: Project,
  libraryOf: (file: string) => Library,
): Merged {
  const partial = new Set(lost);
  const sources: Source[] = [];
  const libraries = new Set<string>();
  for (const [index, written] of use.entries()) {
    const file = usable(context, home, written, ['use', index], project);
    for (const library of file === undefined ? [] : reach(file, libraryOf)) {
      for (const section of library.partial) partial.add(section);
      // The file at hand in a circle: its own entries come last, and once.
      if (library.file === home.file || libraries.has(library.file)) continue;
      libraries.add(library.file);
      sources.push({ sections: library.sections, file: library.file, index });
    }
    if (file === undefined) for (const section of sectionNames) partial.add(section);
  }
  sources.push({ sections: own, file: home.file, index: undefined });

  const section = <D>(name: SectionName, pick: (sections: Sections) => Entries<D>): Entries<D> =>
    mergeSection(sources, pick, (entry, source, before) => clash(context, home, name, entry, source, before));
  return {
    sections: {
      owners: section('owners', ({ owners }) => owners),
      phases: section('phases', ({ phases }) => phases),
      segments: section('segments', ({ segments }) => segments),
      stores: section('stores', ({ stores }) => stores),
      kpis: section('kpis', ({ kpis }) => kpis),
    },
    partial,
    libraries: [...libraries],
  };
}

function usable(
  context: Complaints,
  home: Home,
  written: string,
  path: readonly (string | number)[],
  project: Project,
): string | undefined {
  if (!isFlowPath(written)) return namedFile(context, home, written, path, project);
  complain(context, home, 'use-flow', `${quotePath(written)} is a flow, and "use" is for libraries.`, path, {
    hint: 'A flow that is part of this one is named in a node: {type: subflow, flow: …}.',
  });
  return undefined;
}

export function isFlowPath(path: string): boolean {
  return /\.flow\.ya?ml$/u.test(path);
}

/** A library and all that it builds on, those first; each once, circles or not. */
function reach(file: string, libraryOf: (file: string) => Library): readonly Library[] {
  const found: Library[] = [];
  const seen = new Set<string>();
  const visit = (at: string): void => {
    if (seen.has(at)) return;
    seen.add(at);
    const library = libraryOf(at);
    for (const { to } of library.links) visit(to);
    found.push(library);
  };
  visit(file);
  return found;
}

/** The first definition of an id stays. */
function mergeSection<D>(
  sources: readonly Source[],
  pick: (sections: Sections) => Entries<D>,
  onClash: (entry: Entry<D>, source: Source, before: { readonly entry: Entry<D>; readonly source: Source }) => void,
): Entries<D> {
  const merged = new Map<string, { readonly entry: Entry<D>; readonly source: Source }>();
  for (const source of sources) {
    for (const [id, entry] of pick(source.sections)) {
      const before = merged.get(id);
      if (before === undefined) merged.set(id, { entry, source });
      else onClash(entry, source, before);
    }
  }
  return new Map(Array.from(merged, ([id, { entry }]) => [id, entry]));
}

function clash(
  context: Complaints,
  home: Home,
  name: SectionName,
  entry: Entry<unknown>,
  source: Source,
  before: { readonly entry: Entry<unknown>; readonly source: Source },
): void {
  const what = `The ${nouns[name]} ${quote(entry.id)}`;
  const hint = 'Delete one of the two, or give it an id of its own.';
  if (source.index === undefined) {
    const message = `${what} is defined here and in the library ${quotePath(before.source.file)}.`;
    const related = [{ message: 'also defined here', span: before.entry.span }];
    complain(context, home, 'use-clash', message, entry.path, { atKey: true, hint, related });
    return;
  }
  // Below one path of `use`, the library there is the one to complain.
  if (source.index === before.source.index) return;
  const message = `${what} is defined in both ${quotePath(before.source.file)} and ${quotePath(source.file)}.`;
  const related = [
    { message: 'defined here', span: before.entry.span },
    { message: 'and here', span: entry.span },
  ];
  complain(context, home, 'use-clash', message, ['use', source.index], { hint, related });
}
