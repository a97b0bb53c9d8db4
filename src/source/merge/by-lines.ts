/** Merging texts line by line, as git does by itself: for files that are no sound YAML, and wherever the merge by ids cannot promise enough. */
import { conflictLines } from './conflict.js';
import { stretches } from './stretches.js';

/** With the signs of `conflict.ts`. */
export function mergeLines(base: string, ours: string, theirs: string): string {
  const [b, o, t] = [base, ours, theirs].map((text) => text.split('\n')) as [string[], string[], string[]];
  const lines: string[] = [];
  for (const { base: inBase, ours: inOurs, theirs: inTheirs, taken } of stretches(b, o, t)) {
    if (taken === 'theirs') lines.push(...t.slice(...inTheirs));
    else if (taken !== 'clash') lines.push(...o.slice(...inOurs));
    else {
      const sides = { base: b.slice(...inBase), ours: o.slice(...inOurs), theirs: t.slice(...inTheirs) };
      lines.push(...conflictLines(sides));
    }
  }
  return lines.join('\n');
}

/** One conflict from the first to the last line: nothing is lost, and nothing is done. */
export function wholeConflict(base: string, ours: string, theirs: string): string {
  const [b, o, t] = [base, ours, theirs].map((text) => text.replace(/\n$/u, '').split('\n'));
  return `${conflictLines({ base: b, ours: o ?? [], theirs: t ?? [] }).join('\n')}\n`;
}
