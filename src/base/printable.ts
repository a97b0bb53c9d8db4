/**
 * Author's text made fit to stand in any output: the one place that decides what happens to characters which XML forbids,
 * which a reader cannot see, or which would break a line.
 *
 * Separate from the writers so that SVG, Mermaid and Markdown show the same characters. Invariant: `printable` is idempotent,
 * its result is well-formed UTF-16 and allowed in XML 1.0, and text without such characters comes back unchanged.
 */

// Form feed and vertical tab are forbidden in XML; NEL and U+2028/2029 break lines for some readers only.
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;

// C0 but for tab and newline, DEL and C1 (HTML reads &#x80; as another character), noncharacters, lone surrogates.
const forbidden = /[^\t\n\P{Cc}]|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

// Direction overrides, embeddings and isolates can show a label as what it does not say, or leak into the text around it;
// the marks that right-to-left words need (U+200E, U+200F, U+061C) stay. A byte order mark is no part of a text.
const dropped = /[\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

export interface PrintableOptions {
  /** Runs of spaces, tabs and newlines become one space, and none is left at either end. */
  readonly singleLine?: boolean;
}

/** Line breaks become `\n`, characters that no output may hold become U+FFFD, direction overrides and byte order marks go. */
export function printable(text: string, options: PrintableOptions = {}): string {
  const clean = text.replace(lineBreaks, '\n').replace(forbidden, '\uFFFD').replace(dropped, '');
  // Only ASCII white space: a no-break or an ideographic space is the author's typography.
  return options.singleLine === true ? clean.replace(/[ \t\n]+/gu, ' ').replace(/^ | $/gu, '') : clean;
}

/** `printable` on a single line, for labels, headings and table cells. */
export function oneLine(text: string): string {
  return printable(text, { singleLine: true });
}
