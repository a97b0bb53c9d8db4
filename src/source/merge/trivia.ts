/** Lines that say nothing to the program: comments and empty lines. Of these, both sides' are kept; they never make a conflict. */
import { stretches } from './stretches.js';

export function mergeTrivia(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const same = (a: readonly string[], b: readonly string[]): boolean =>
    a.length === b.length && a.every((line, index) => line.trim() === b[index]?.trim());
  if (same(theirs, base) || same(ours, theirs)) return ours;
  if (same(ours, base)) return theirs;
  const [b, o, t] = [base, ours, theirs].map((lines) => lines.map((line) => line.trim())) as [
    string[],
    string[],
    string[],
  ];
  const merged: string[] = [];
  for (const { ours: inOurs, theirs: inTheirs, taken } of stretches(b, o, t)) {
    if (taken !== 'theirs') merged.push(...ours.slice(...inOurs));
    if (taken === 'theirs') merged.push(...theirs.slice(...inTheirs));
    if (taken === 'clash') {
      merged.push(...theirs.slice(...inTheirs).filter((line) => line.trim() !== '' && !o.includes(line.trim())));
    }
  }
  return merged;
}
