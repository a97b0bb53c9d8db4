/**
 * What is left of a definition after its faults were taken out, compared with what was written.
 *
 * Separate because judging what is left as if it were all would report a second mistake for every first one. Whatever nothing was
 * taken out of is the very same object as in the data.
 */
import { suggest } from '../base/suggest.js';
import type { LibraryDefinition } from '../schema/index.js';

export const sectionNames = ['owners', 'phases', 'segments', 'stores', 'kpis'] as const;
export type SectionName = (typeof sectionNames)[number];

export function isMap(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** One property of what was written, if it is a map. */
export function written(data: unknown, key: string): unknown {
  return isMap(data) && Object.hasOwn(data, key) ? data[key] : undefined;
}

/** Sections that lack an entry, or that stand under a name which is not theirs: an id that is not in them may be right. */
export function lostSections(
  definition: Pick<LibraryDefinition, SectionName> | undefined,
  data: unknown,
): ReadonlySet<SectionName> {
  if (definition === undefined) return new Set(sectionNames);
  if (definition === data) return new Set();
  const lacking = sectionNames.filter((name) => lacksEntries(definition[name], written(data, name)));
  const unknown = Object.keys(isMap(data) ? data : {}).filter((key) => !Object.hasOwn(definition, key));
  const misspelt = unknown.map((key) => suggest(key, sectionNames));
  return new Set(sectionNames.filter((name) => lacking.includes(name) || misspelt.includes(name)));
}

/** Whether a map has lost an entry. */
export function lacksEntries(definition: unknown, before: unknown): boolean {
  return definition !== before && size(definition) !== size(before);
}

function size(section: unknown): number {
  if (section === undefined) return 0;
  return isMap(section) ? Object.keys(section).length : -1;
}
