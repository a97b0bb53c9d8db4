/** Document control: which document this is, whether it is in force, and when it is looked at again. */
import { later } from '../../../model/calendar.js';
import { printable } from '../../../base/printable.js';
import { capital, sheet } from '../../document/blocks.js';
import { childWarnings, warned } from '../child-status.js';
import type { Section } from '../sop.js';

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
        [label.nextReview, every === undefined || last === undefined ? '' : (later(last, every) ?? '')],
      ]),
      ...childWarnings(sop).flatMap(warned),
    ];
  },
};
