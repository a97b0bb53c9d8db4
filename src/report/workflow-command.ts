/**
 * One workflow command of GitHub Actions, which makes an annotation of a text.
 *
 * Shared by all that annotate, so that escaping is done in one place and by the rules of GitHub's runner. Invariant: whatever an author
 * wrote, the result is one line and one command, and the text of an annotation is what he wrote.
 */
import { printable } from '../base/printable.js';
import type { Span } from '../model/diagnostic.js';

/** GitHub shows ten annotations of each of these for a step; the rest is in its log. */
export type Annotation = 'error' | 'warning' | 'notice';

/** `at`: its file as seen from the top of the repository. Without it the annotation is one of the whole run. */
export function workflowCommand(annotation: Annotation, title: string, text: string, at?: Span): string {
  const place = at && {
    file: at.file,
    line: at.start.line,
    endLine: at.end.line,
    // GitHub takes columns on one line only.
    ...(at.end.line === at.start.line && { col: at.start.column, endColumn: at.end.column }),
  };
  const properties = Object.entries({ ...place, title });
  const said = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  return `::${annotation} ${said}::${data(text)}\n`;
}

/** `##[` would begin a command of the older form in the middle of a line. */
function data(text: string): string {
  return printable(text)
    .replaceAll('##[', '## [')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
