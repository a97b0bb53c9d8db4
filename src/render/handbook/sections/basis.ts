/** Which version of which document the handbook is an extract of. */
import { printable } from '../../../base/printable.js';
import { capital, externalLink, paragraph, sheet } from '../../document/blocks.js';
import type { HandbookSection } from '../handbook.js';

export const basis: HandbookSection = {
  id: 'basis',
  summary: 'the procedure that the handbook is an extract of, with its number, version and status',
  unnumbered: true,
  blocks({ sop, phrases }) {
    const { document } = sop.process;
    const label = sop.phrases.control;
    const plain = (text = ''): string => printable(text, { singleLine: true }).trim();
    const { status } = document ?? {};
    return [
      ...sheet([
        [phrases.basis, externalLink(sop.title, sop.options.procedureLink)],
        [label.number, plain(document?.number)],
        [label.version, plain(document?.version)],
        [label.status, status === undefined ? '' : capital(sop.words.statuses[status])],
        [label.effective, plain(document?.effective)],
      ]),
      ...paragraph(phrases.note),
    ];
  },
};
