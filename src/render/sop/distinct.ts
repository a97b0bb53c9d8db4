/**
 * Elements of several flows, each once: what two flows take from one library is one thing, and what they call alike is not.
 */
import type { Element } from '../../model/process.js';
import type { Sop } from './sop.js';

/** The place where an element is defined says which it is. */
export const identity = ({ id, span }: Element): string => `${span.file}:${span.start.offset}:${id}`;

export function distinct<E extends Element>(
  parts: readonly Sop[],
  elements: (part: Sop) => readonly E[],
): readonly (readonly [Sop, E])[] {
  const found = new Map<string, readonly [Sop, E]>();
  for (const part of parts) {
    for (const element of elements(part)) {
      const key = identity(element);
      if (!found.has(key)) found.set(key, [part, element]);
    }
  }
  return [...found.values()];
}

/** The same element as other parts of the document know it, with those parts. */
export function everywhere<E extends Element>(
  parts: readonly Sop[],
  element: E,
  elements: (part: Sop) => readonly E[],
): readonly (readonly [Sop, E])[] {
  const key = identity(element);
  return parts.flatMap((part) =>
    elements(part).flatMap((one) => (identity(one) === key ? [[part, one] as const] : [])),
  );
}
