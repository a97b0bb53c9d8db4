/**
 * Author's text made fit to stand in any output: the one place that decides what happens to characters which XML forbids,
 * which a reader cannot see, or which would break a line.
 *
 * Separate from the writers so that SVG, Mermaid and Markdown show the same characters. Invariant: `printable` is idempotent,
 * its result is well-formed UTF-16 and allowed in XML 1.0, and text without such characters comes back unchanged.
 */

// U+2028/2029 and NEL break lines for some readers only; vertical tab and form feed are forbidden in XML but are line breaks to YAML authors' tools.
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;

// C0 controls but for tab and newline, DEL and C1 controls (HTML reads &#x80; as another character), noncharacters, lone surrogates.
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\p{Cs}]/gu;

/** Line breaks become `\n`; each character that XML 1.0 forbids, and each invisible control character, becomes U+FFFD. */
export function printable(text: string): string {
  return text.replace(lineBreaks, '\n').replace(forbidden, '\uFFFD');
}

/** `printable`, on one line: runs of spaces, tabs and newlines become one space and none is left at either end. */
export function oneLine(text: string): string {
  // Only ASCII white space: a no-break or an ideographic space is the author's typography.
  return printable(text)
    .replace(/[ \t\n]+/gu, ' ')
    .replace(/^ | $/gu, '');
}
