/** What a place in a flow file is, as far as a merge must know: where ids are the keys, and where order says something. */
import type { PathStep } from '../../model/change.js';

export type Path = readonly PathStep[];

const elements: ReadonlySet<PathStep> = new Set(['owners', 'phases', 'segments', 'stores', 'kpis', 'nodes']);

/** A map whose keys are ids of things: two sides that both begin it do not contradict each other. */
export function holdsElements(path: Path): boolean {
  const [section, , part] = path;
  if (path.length === 1) return section !== undefined && elements.has(section);
  return section === 'stores' && part === 'fields' && path.length <= 4;
}

/** Lanes and phases follow each other as they stand in the file; so do steps of a task, and the ways out of a decision. */
export function isOrdered(path: Path, kind: 'map' | 'list'): boolean {
  const last = path.at(-1);
  if (kind === 'map') return path.length === 1 && (last === 'owners' || last === 'phases');
  return last === 'next' || last === 'steps';
}
