/**
 * Where the elements of a process stand in its files: by the element itself, so that a rule names a thing and not a path.
 *
 * An element of a library stands in the library's file. A branch is found by its number among the branches of its node, in which
 * the process keeps the author's order. Where the language has a short form, the path is that of the form in the file.
 */
import type { PathStep } from '../model/change.js';
import type { Locate, Span } from '../model/diagnostic.js';
import type { AccessGrant, Edge, Element, Field, FieldGroup, Process } from '../model/process.js';

export type Placed = Process | Element | Edge | FieldGroup | Field | AccessGrant;

export interface Place {
  readonly file: string;
  readonly path: readonly PathStep[];
}

export interface Places {
  placeOf(element: Placed): Place;
  at(element: Placed, ...steps: readonly PathStep[]): Span;
}

/** `locateIn` gives the places of one file, the flow's own or that of a library. */
function isSame(one: Span, other: Span): boolean {
  return one.start.offset === other.start.offset && one.end.offset === other.end.offset;
}

export function placesOf(process: Process, locateIn: (file: string) => Locate | undefined): Places {
  const paths = new Map<Placed, readonly PathStep[]>([[process, []]]);
  for (const section of ['owners', 'phases', 'segments', 'stores', 'kpis', 'nodes'] as const) {
    for (const element of process[section]) paths.set(element, [section, element.id]);
  }
  for (const store of process.stores) {
    for (const group of store.groups) {
      paths.set(group, ['stores', store.id, 'fields', group.id]);
      for (const field of group.fields) paths.set(field, ['stores', store.id, 'fields', group.id, field.id]);
    }
    for (const grant of store.access) paths.set(grant, ['stores', store.id, 'access', grant.owner]);
  }
  const branches = new Map<string, number>();
  for (const edge of process.edges) {
    const number = branches.get(edge.from) ?? 0;
    paths.set(edge, ['nodes', edge.from, ...(edge.kind === 'timeout' ? ['timeout'] : ['next', number])]);
    if (edge.kind === 'next') branches.set(edge.from, number + 1);
  }

  /** Of the ways to write it, the one by which it stands where it stands. */
  const asWritten = (element: Placed, path: readonly PathStep[]): readonly PathStep[] => {
    const locate = locateIn(element.span.file);
    const [section, id, part, step, ...deeper] = path;
    if (locate === undefined || section === undefined || id === undefined) return path;
    // `next: won` and `next: {to: won}` have no list.
    if (section === 'nodes' && part === 'next') {
      const bare = path.slice(0, 3);
      return isSame(locate(bare), element.span) ? bare : path;
    }
    // A group with a name has its fields one level deeper.
    if (part !== 'fields' || step === undefined || deeper.length === 0) return path;
    const below = [section, id, part, step, 'fields', ...deeper];
    return isSame(locate(below, 'key'), element.span) ? below : path;
  };

  const placeOf = (element: Placed): Place => {
    const path = paths.get(element);
    if (path === undefined) throw new Error('the element is not one of this process');
    return { file: element.span.file, path: asWritten(element, path) };
  };
  return {
    placeOf,
    at(element, ...steps) {
      if (steps.length === 0) return element.span;
      const { file, path } = placeOf(element);
      return locateIn(file)?.([...path, ...steps]) ?? element.span;
    },
  };
}
