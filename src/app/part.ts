/**
 * Whether a process has the part that a filter asks for.
 *
 * Separate from narrowing, which takes the answer for granted: whoever asks wants to say it in their own words before anything is drawn.
 */
import { filterKeys, type Filter, type FilterKey } from '../model/filter.js';
import type { Process } from '../model/process.js';
import { narrow } from '../view/narrow/index.js';

export interface NoPart {
  /** `unknown`: nothing is called so; `empty`: it has no step of its own. */
  readonly kind: 'unknown' | 'empty';
  readonly key: FilterKey;
  readonly id: string;
  /** What could be asked for instead, in the order of the file. */
  readonly known: readonly string[];
}

/** Why there is nothing to draw, or undefined if there is. */
export function missingPart(process: Process, filter: Filter): NoPart | undefined {
  const lists = { segment: process.segments, phase: process.phases, owner: process.owners };
  for (const key of filterKeys) {
    const id = filter[key];
    if (id === undefined) continue;
    const known = lists[key].map((one) => one.id);
    if (!known.includes(id)) return { kind: 'unknown', key, id, known };
    const only: Filter = { [key]: id };
    if (isEmpty(process, only))
      return { kind: 'empty', key, id, known: known.filter((other) => !isEmpty(process, { [key]: other })) };
  }
  if (!isEmpty(process, filter)) return undefined;
  // Each part has steps, but none is in all of them.
  const key = filterKeys.filter((one) => filter[one] !== undefined).at(-1) ?? 'owner';
  const others = lists[key].map(({ id }) => id).filter((id) => !isEmpty(process, { ...filter, [key]: id }));
  return { kind: 'empty', key, id: filter[key] ?? '', known: others };
}

function isEmpty(process: Process, filter: Filter): boolean {
  const { process: part, dimmed } = narrow(process, filter);
  return part.nodes.every(({ id }) => dimmed.has(id));
}
