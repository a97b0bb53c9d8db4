/**
 * Where the elements of a process stand in its files: by the element itself, so that a rule names a thing and not a path.
 *
 * An element of a library stands in the library's file. A branch is found by its number among the branches of its node, in which
 * the process keeps the author's order.
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

  const placeOf = (element: Placed): Place => {
    const path = paths.get(element);
    if (path === undefined) throw new Error('the element is not one of this process');
    return { file: element.span.file, path };
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
