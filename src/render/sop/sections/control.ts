/** Document control: which document this is, whether it is in force, and when it is looked at again. */
import { nextReview } from '../../../model/calendar.js';
import { printable } from '../../../base/printable.js';
import { capital, fill, sheet, type Inline } from '../../document/blocks.js';
import { childWarnings, warned } from '../child-status.js';
import type { Section, Sop } from '../sop.js';
import { untranslated } from '../untranslated.js';

/** Who reads a document in a language should know that not all of it is. */
function partly({ language, phrases, parts }: Sop): Inline {
  const left = untranslated(
    parts.map(({ process }) => process),
    language,
  );
  if (left === undefined) return '';
  const { languages, partly: sentence } = phrases.translation;
  const names: Readonly<Record<string, string | undefined>> = languages;
  return fill(sentence, {
    count: String(left.count),
    all: String(left.all),
    language: names[left.language] ?? left.language,
  });
}

export const control: Section = {
  id: 'control',
  summary: 'number, version, status, dates, owner, reviewers, approvers and review cycle',
  blocks(sop) {
    const { words, phrases, process } = sop;
    const { document } = process;
    if (document === undefined) return [];
    const label = phrases.control;
    const plain = (text: string | undefined): string => printable(text ?? '', { singleLine: true });
    const { every, last } = document.review ?? {};
    return [
      ...sheet([
        [label.name, sop.name({ id: process.id, name: process.title })],
        [label.kind, label.sop],
        [label.number, plain(document.number)],
        [label.version, plain(document.version)],
        [label.status, document.status === undefined ? '' : capital(words.statuses[document.status])],
        [label.effective, plain(document.effective)],
        [label.owner, sop.owners([document.owner])],
        [label.reviewers, sop.owners(document.reviewers)],
        [label.approvers, sop.owners(document.approvers)],
        [label.review, every === undefined ? '' : capital(words.every(every))],
        [label.lastReview, plain(last)],
        [label.nextReview, nextReview(document) ?? ''],
      ]),
      ...warned(partly(sop)),
      ...childWarnings(sop).flatMap(warned),
    ];
  },
};
