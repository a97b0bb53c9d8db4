/**
 * Workflow commands of GitHub Actions, which make an annotation of each finding at its line of a pull request.
 *
 * They stand among whatever else is printed. GitHub shows ten annotations of each severity for a step; the rest is in its log.
 */
import { printable } from '../../base/printable.js';
import type { Severity } from '../../model/diagnostic.js';
import type { Reporter } from '../reporter.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

export const github: Reporter = {
  id: 'github',
  readers: 'people',
  summary: 'Annotations of GitHub Actions; chosen by itself there, beside pretty.',
  report({ diagnostics }, { inRepository }) {
    return diagnostics
      .map(({ span, severity, code, message, hint }) => {
        const place = span && {
          file: inRepository(span.file),
          line: span.start.line,
          endLine: span.end.line,
          // GitHub takes columns on one line only.
          ...(span.end.line === span.start.line && { col: span.start.column, endColumn: span.end.column }),
        };
        const properties = Object.entries({ ...place, title: `trackflow: ${code}` });
        const said = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
        return `::${commands[severity]} ${said}::${data(hint === undefined ? message : `${message}\n${hint}`)}\n`;
      })
      .join('');
  },
};

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
