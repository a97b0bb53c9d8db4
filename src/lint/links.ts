/** Links of the document and of its steps, each with the steps to the entry that holds it. */
import type { PathStep } from '../model/change.js';
import type { Process } from '../model/process.js';
import type { Placed } from './places.js';

export interface PlacedLink {
  readonly element: Placed;
  readonly steps: readonly PathStep[];
  readonly link: string;
}

export function linksOf(process: Process): readonly PlacedLink[] {
  const entries = [
    ...(process.document?.related ?? []).map((each, index) => ({
      element: process,
      steps: ['document', 'related', index],
      each,
    })),
    ...process.nodes.flatMap((node) =>
      node.links.map((each, index) => ({ element: node, steps: ['links', index], each })),
    ),
  ];
  return entries.flatMap(({ element, steps, each }) =>
    each.link === undefined ? [] : [{ element, steps, link: each.link }],
  );
}
