/** Document control: which document this is, whether it is in force, and when it is looked at again. */
import { nextReview } from '../../../model/calendar.js';
import { printable } from '../../../base/printable.js';
import { capital, fill, sheet, type Inline } from '../../document/blocks.js';
import { childWarnings, warned } from '../child-status.js';
import type { Section, Sop } from '../sop.js';
import { inOrder } from './procedure.js';

/** Who reads a document in a language should know that not all of it is: nothing where each step has a name in it. */
function untranslated({ process, language, phrases, parts }: Sop): Inline {
  const steps = parts.flatMap((part) =>
    inOrder(part).map(({ name, id }) => ({ name, id, own: part.process.language })),
  );
  const [base = language] = language.split('-');
  const left = steps.filter(
    ({ name, id, own }) =>
      own !== language && own !== base && ![language, base].some((tag) => Object.hasOwn(name, tag)) && name[own] !== id,
  );
  if (left.length === 0) return '';
  const { languages, partly } = phrases.translation;
  const names: Readonly<Record<string, string | undefined>> = languages;
  const original = names[process.language] ?? process.language;
  return fill(partly, { count: String(left.length), all: String(steps.length), language: original });
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
      ...warned(untranslated(sop)),
      ...childWarnings(sop).flatMap(warned),
    ];
  },
};
