/** Revision history: the versions before, where they are asked for. */
import { printable } from '../../../base/printable.js';
import { table } from '../../document/blocks.js';
import type { Section } from '../sop.js';

export const history: Section = {
  id: 'history',
  summary: 'earlier versions with date, change and author, from git (`--history`)',
  blocks(sop) {
    const { version, date, summary, author } = sop.phrases.history;
    const plain = (text = ''): string => printable(text, { singleLine: true }).trim();
    return table(
      [version, date, summary, author],
      (sop.options.history ?? []).map((one) => [
        plain(one.version),
        plain(one.date),
        plain(one.summary),
        plain(one.author),
      ]),
    );
  },
};
