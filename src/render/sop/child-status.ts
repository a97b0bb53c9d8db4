/**
 * Child flows whose procedure is part of the document have documents of their own, with versions and statuses of their own: an approved
 * document must not pass off a draft as approved.
 */
import { documentStatuses, type DocumentStatus } from '../../model/process.js';
import { printable } from '../../base/printable.js';
import { capital, fill, inline, properties, type Inline } from '../document/blocks.js';
import type { RootContent } from 'mdast';
import type { Sop } from './sop.js';

/** Number, version and status, where the child flow says them. */
export function childControl(part: Sop): RootContent[] {
  const { number, version, status, effective } = part.process.document ?? {};
  const label = part.phrases.control;
  const plain = (text = ''): string => printable(text, { singleLine: true }).trim();
  return properties(
    [
      [label.number, plain(number)],
      [label.version, plain(version)],
      [label.status, status === undefined ? '' : capital(part.words.statuses[status])],
      [label.effective, plain(effective)],
    ],
    part.phrases.colon,
  );
}

const rank = (status: DocumentStatus): number => documentStatuses.indexOf(status);

/** A warning where the child flow is less approved than the document that it is in; nothing where either says no status. */
export function childWarning(main: Sop, part: Sop): Inline {
  const status = part.process.document?.status;
  const around = main.process.document?.status;
  if (status === undefined || around === undefined || part.chapter === undefined) return '';
  const { open, retired } = part.phrases.child;
  if (status === 'retired') return around === 'retired' ? '' : fill(retired, { title: part.title });
  if (around === 'retired' || rank(status) >= rank(around)) return '';
  return fill(open, { title: part.title, status: capital(part.words.statuses[status]) });
}

/** One paragraph for each, in bold: nobody may read past it. */
export function warned(warning: Inline): RootContent[] {
  return warning.length === 0 ? [] : [{ type: 'paragraph', children: [{ type: 'strong', children: inline(warning) }] }];
}
