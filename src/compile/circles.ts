/**
 * Circles of files: libraries that use each other, flows that contain each other.
 *
 * Separate because both are found and told in the same way. Invariant: whichever file of a circle is asked about, the answer is the
 * same finding at the same place, so that checking all of them reports it once.
 */
import type { Span } from '../model/diagnostic.js';

/** One file names another. */
export interface Link {
  readonly to: string;
  /** Where the path is written. */
  readonly span: Span;
}

export interface Circle {
  /** From the alphabetically first file round to itself. */
  readonly files: readonly string[];
  /** The path that closes it. */
  readonly span: Span;
}

/** The shortest way from a file back to itself. */
export function circleThrough(start: string, linksOf: (file: string) => readonly Link[]): Circle | undefined {
  const cameBy = new Map<string, { readonly from: string; readonly span: Span }>();
  const queue = [start];
  for (const file of queue) {
    for (const { to, span } of linksOf(file)) {
      if (cameBy.has(to)) continue;
      cameBy.set(to, { from: file, span });
      if (to === start) return told(start, cameBy);
      queue.push(to);
    }
  }
  return undefined;
}

function told(
  start: string,
  cameBy: ReadonlyMap<string, { readonly from: string; readonly span: Span }>,
): Circle | undefined {
  const files: string[] = [];
  for (let at = start; files.length === 0 || at !== start; at = cameBy.get(at)?.from ?? start) files.unshift(at);
  // `files` ends with the start; turned so that it begins with the first by name.
  const first = files.reduce((least, file) => (file < least ? file : least));
  const turn = files.indexOf(first);
  const closing = cameBy.get(first);
  return closing && { files: [...files.slice(turn), ...files.slice(0, turn), first], span: closing.span };
}
