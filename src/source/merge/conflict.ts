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

// No text that is merged holds one: `isMergeable`.
const open = '\u0001ours';
const base = '\u0001base';
const between = '\u0001theirs';
const close = '\u0001end';

const signs: readonly string[] = [open, base, between, close];

type TextPart = 'all' | 'ours' | 'base' | 'theirs';

function partAfter(line: string, part: TextPart): TextPart {
  if (line === open) return 'ours';
  if (line === base) return 'base';
  if (line === between) return 'theirs';
  return line === close ? 'all' : part;
}

export function conflictLines({ base: before, ours, theirs }: Conflict): readonly string[] {
  return [open, ...ours, ...(before === undefined ? [] : [base, ...before]), between, ...theirs, close];
}

export function isConflict(line: string): boolean {
  return line === open;
}

/** What a side has in the conflicts of a text. */
export function tornLines(text: string, side: 'ours' | 'theirs'): readonly string[] {
  const kept: string[] = [];
  let part: TextPart = 'all';
  for (const line of text.split('\n')) {
    part = partAfter(line, part);
    if (part === side && !signs.includes(line)) kept.push(line);
  }
  return kept;
}

/** The text with every conflict decided for one side. */
export function decided(text: string, side: 'ours' | 'theirs'): string {
  const kept: string[] = [];
  let part: TextPart = 'all';
  for (const line of text.split('\n')) {
    part = partAfter(line, part);
    if ((part === 'all' || part === side) && !signs.includes(line)) kept.push(line);
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
