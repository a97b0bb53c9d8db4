/**
 * Entries: what stands under one id in one section of one file, with the place to talk about it.
 *
 * Separate because everything that libraries can share is an entry first and an element of the process after; only an entry knows
 * which file it comes from, and so in which language its texts are and who may complain about it.
 */
import type { Locate, Span } from '../model/diagnostic.js';
import type { Language } from '../model/text.js';
import type {
  KpiDefinition,
  LibraryDefinition,
  NodeDefinition,
  OwnerDefinition,
  PhaseDefinition,
  SegmentDefinition,
  StoreDefinition,
} from '../schema/index.js';

import { written } from './salvaged.js';

export type Path = readonly (string | number)[];

/** A file that entries come from. */
export interface Home {
  readonly file: string;
  readonly locate: Locate;
  /** Of its plain texts; undefined means the language of the flow that uses it. */
  readonly language: Language | undefined;
}

export interface Entry<D> {
  readonly id: string;
  readonly definition: D;
  readonly home: Home;
  readonly path: Path;
  /** The id where it is defined. */
  readonly span: Span;
  /** False if something faulty was taken out of it: what it lacks may be only that. */
  readonly intact: boolean;
}

/** By id, in the order of the file. */
export type Entries<D> = ReadonlyMap<string, Entry<D>>;

/** What libraries can share. */
export interface Sections {
  readonly owners: Entries<OwnerDefinition>;
  readonly phases: Entries<PhaseDefinition>;
  readonly segments: Entries<SegmentDefinition>;
  readonly stores: Entries<StoreDefinition>;
  readonly kpis: Entries<KpiDefinition>;
}

export type SectionName = keyof Sections;
export const sectionNames = [
  'owners',
  'phases',
  'segments',
  'stores',
  'kpis',
] as const satisfies readonly SectionName[];

export type NodeEntries = Entries<NodeDefinition>;

/** Ids have a letter, so data keeps them in the order of the file, which it would not do with numbers. */
export function entriesOf<D>(
  home: Home,
  section: string,
  definitions: Readonly<Record<string, D>> | undefined,
  data: unknown,
): Entries<D> {
  const before = written(data, section);
  const entries = new Map<string, Entry<D>>();
  for (const [id, definition] of Object.entries(definitions ?? {})) {
    const path = [section, id];
    const intact = definitions === before || written(before, id) === definition;
    entries.set(id, { id, definition, home, path, span: home.locate(path, 'key'), intact });
  }
  return entries;
}

/** `data`: what the definition was before anything faulty was taken out. */
export function sectionsOf(home: Home, definition: Pick<LibraryDefinition, keyof Sections>, data: unknown): Sections {
  return {
    owners: entriesOf(home, 'owners', definition.owners, data),
    phases: entriesOf(home, 'phases', definition.phases, data),
    segments: entriesOf(home, 'segments', definition.segments, data),
    stores: entriesOf(home, 'stores', definition.stores, data),
    kpis: entriesOf(home, 'kpis', definition.kpis, data),
  };
}
