/**
 * Author's text in a comment on a pull request.
 *
 * Separate from the Markdown of documents, because this is no document of ours: on GitHub and GitLab a name such as `@everyone`, a bare web
 * address, `#1`, `GH-1`, `%1` or `:tada:` does something without any markup. Invariant: what an author wrote is shown as it is and does nothing.
 */
import { oneLine } from '../base/printable.js';

/** Does not show, and parts what would otherwise become a link or call somebody. */
const joiner = '&#8288;';

export function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()<>#+.!|~$^=&-]/gu, (sign) => (/[<>&]/u.test(sign) ? (entities[sign] ?? '') : `\\${sign}`))
    .replace(
      /@|:\/\/|www(?=\\\.)|(?:mailto|xmpp):|[#!$~%](?=["\d])|&amp;(?=\d)|GH(?=\\-\d)|:(?=[\w\\+-]+:)/giu,
      (word) => (word === '://' ? `:${joiner}//` : `${word}${joiner}`),
    );
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
