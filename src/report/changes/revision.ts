/** What one commit has done to a flow, in the words that `diff` has for it. */
import type { Language } from '../../model/text.js';
import type { Revision } from '../history-reporter.js';
import { tell, type Telling } from './telling.js';

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
