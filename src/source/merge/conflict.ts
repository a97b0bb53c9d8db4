/**
 * A place where a person must decide, in the text: written with signs that no flow file can hold, so that they are never mistaken for
 * the author's words, until the text is done; then they become the markers that git and every editor know.
 */

export interface Conflict {
  readonly base: readonly string[] | undefined;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

export interface Labels {
  readonly ours: string;
  readonly base: string;
  readonly theirs: string;
}

export interface MarkerStyle {
  /** How many signs a marker has; git says so where conflicts of conflicts are merged. */
  readonly size: number;
  /** Also show what both began with, as `merge.conflictStyle = diff3` asks. */
  readonly withBase: boolean;
  readonly labels: Labels;
}

// Control characters are refused by the reader, so that no text that is merged holds one.
const open = '\u0001ours';
const base = '\u0001base';
const between = '\u0001theirs';
const close = '\u0001end';

export function conflictLines({ base: before, ours, theirs }: Conflict): readonly string[] {
  return [open, ...ours, ...(before === undefined ? [] : [base, ...before]), between, ...theirs, close];
}

export function isConflict(line: string): boolean {
  return line === open;
}

/** The text with every conflict decided for one side. */
export function decided(text: string, side: 'ours' | 'theirs'): string {
  const kept: string[] = [];
  let part: 'all' | 'ours' | 'base' | 'theirs' = 'all';
  for (const line of text.split('\n')) {
    if (line === open) part = 'ours';
    else if (line === base) part = 'base';
    else if (line === between) part = 'theirs';
    else if (line === close) part = 'all';
    else if (part === 'all' || part === side) kept.push(line);
  }
  return kept.join('\n');
}

/** The text with git's markers, and how many conflicts there are. */
export function marked(text: string, { size, withBase, labels }: MarkerStyle): { text: string; conflicts: number } {
  const marker = (sign: string, label = ''): string => `${sign.repeat(size)}${label === '' ? '' : ` ${label}`}`;
  const kept: string[] = [];
  let conflicts = 0;
  let inBase = false;
  for (const line of text.split('\n')) {
    if (line === open) {
      conflicts++;
      kept.push(marker('<', labels.ours));
    } else if (line === base) {
      inBase = true;
      if (withBase) kept.push(marker('|', labels.base));
    } else if (line === between) {
      inBase = false;
      kept.push(marker('='));
    } else if (line === close) kept.push(marker('>', labels.theirs));
    else if (!inBase || withBase) kept.push(line);
  }
  return { text: kept.join('\n'), conflicts };
}
