/** What could not be compared, and why, in sentences; separate, because a picture and a page say it in the same words. */
import type { Comparison } from '../../report/difference-reporter.js';
import { differencePhrases } from '../../report/changes/phrases/index.js';
import type { Language } from '../../model/text.js';

/** More names than these are a list that nobody reads. */
const most = 12;

export function leftOut({ skipped }: Comparison, language: Language): readonly string[] {
  const phrases = differencePhrases(language);
  const shown = skipped.slice(0, most).map((file) => phrases.skipped(file));
  return skipped.length > most ? [...shown, phrases.more(skipped.length - most)] : shown;
}
