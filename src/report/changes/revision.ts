/** What one commit has done to a flow, in the words that `diff` has for it. */
import type { Language } from '../../model/text.js';
import type { Revision } from '../history-reporter.js';
import { tell, type Detail, type Telling } from './telling.js';

/** Undefined where the process is the same, or could not be read. */
export function tellRevision(
  { change }: Revision,
  spoken: Language | undefined,
  content?: Language,
): Telling | undefined {
  if (change.kind !== 'changed') return undefined;
  const own = (change.difference.after ?? change.difference.before)?.language ?? 'en';
  return tell(change.difference, { language: spoken ?? own, content: content ?? own, wording: true });
}

export function birth({ change }: Revision): 'added' | 'removed' | undefined {
  if (change.kind !== 'changed') return undefined;
  if (change.difference.before === undefined) return 'added';
  return change.difference.after === undefined ? 'removed' : undefined;
}

/** What a whole flow that is new or gone has, in a line: the first counts are enough. */
export function wholeFlow({ summary }: Telling): readonly string[] {
  return summary.slice(1, 4);
}

/** With the values, where they are short. */
export function briefly({ label, before, after, added, removed }: Detail): string {
  if (added !== undefined || removed !== undefined) {
    const parts = [...(removed ?? []).map((item) => `− ${item}`), ...(added ?? []).map((item) => `+ ${item}`)];
    const words = parts.join(' ');
    return words.length > longest ? label : `${label} ${words}`;
  }
  if (before === undefined && after === undefined) return label;
  const words =
    before === undefined ? `+ ${after ?? ''}` : after === undefined ? `− ${before}` : `${before} → ${after}`;
  return words.length > longest ? label : `${label} ${words}`;
}

const longest = 60;
