/**
 * A part of a process to draw: what one segment of customers can reach, one phase, or the work of one owner.
 *
 * In the model, because the command line asks for it, the view obeys it, and names of outputs say it.
 */
export const rests = ['hide', 'dim'] as const;
export type Rest = (typeof rests)[number];

export interface Filter {
  /** Segment id. */
  readonly segment?: string;
  /** Phase id. */
  readonly phase?: string;
  /** Owner id; with a department, its members. */
  readonly owner?: string;
  /** What becomes of what a segment cannot reach. Default: `hide`. */
  readonly rest?: Rest;
}

/** What can be filtered by, and where a process lists it. */
export const filterKeys = ['segment', 'phase', 'owner'] as const;
export type FilterKey = (typeof filterKeys)[number];

/** Whether anything is left out, or paler. */
export function isFiltering(filter: Filter | undefined): filter is Filter {
  return filter !== undefined && filterKeys.some((key) => filter[key] !== undefined);
}
