/** The libraries that a file names under `use`, as it names them. From its text alone, so that it is known of a file with errors, too. */
import type { Source } from '../source/index.js';

export function usesOf({ data }: Pick<Source, 'data'>): readonly string[] {
  const uses: unknown = typeof data === 'object' && data !== null && 'use' in data ? data.use : undefined;
  return Array.isArray(uses) ? uses.filter((each): each is string => typeof each === 'string') : [];
}
