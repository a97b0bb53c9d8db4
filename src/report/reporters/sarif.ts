/**
 * SARIF 2.1.0, which code scanning on GitHub, Azure DevOps and editors read.
 *
 * Columns count code points, as ours do, and the run says so. Fingerprints do not hold lines, so that a finding stays the same one when
 * somebody writes above it. Proposed edits are left out: SARIF counts them in a unit of its own per run, and no reader applies them.
 */
import { printable } from '../../base/printable.js';
import type { Diagnostic, Severity, Span } from '../../model/diagnostic.js';
import type { Reporter, ReporterOptions } from '../reporter.js';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

export const sarif: Reporter = {
  id: 'sarif',
  readers: 'programs',
  summary: 'SARIF 2.1.0, for code scanning.',
  report({ diagnostics }, options) {
    const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'trackflow',
              version: options.version,
              rules: codes.map((code) => ruleOf(code, options)),
            },
          },
          columnKind: 'unicodeCodePoints',
          invocations: [{ executionSuccessful: true }],
          results: diagnostics.map((diagnostic) => resultOf(diagnostic, codes, options)),
        },
      ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

function ruleOf(code: string, { about }: ReporterOptions): object {
  const known = about(code);
  return {
    id: code,
    ...(known && {
      shortDescription: { text: known.summary },
      fullDescription: { text: known.why },
      // Without a web site to lead to, the whole explanation, and the command that gives it with examples.
      help: { text: `${known.why}\n\ntrackflow explain ${code}` },
      defaultConfiguration: { level: levels[known.severity] },
      ...(known.group !== undefined && { properties: { tags: [known.group] } }),
    }),
  };
}

function resultOf(diagnostic: Diagnostic, codes: readonly string[], options: ReporterOptions): object {
  const { code, severity, message, hint, span, related = [] } = diagnostic;
  // `[words](address)` is a link in these messages; a joiner that does not show keeps an author's words from being one.
  const text = (said: string): { readonly text: string } => ({ text: printable(said).replaceAll('](', ']\u2060(') });
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: text(hint === undefined ? message : `${message} ${hint}`),
    ...(span && { locations: [{ physicalLocation: place(span, options) }] }),
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        message: text(other.message),
        physicalLocation: place(other.span, options),
      })),
    }),
    partialFingerprints: { 'trackflow/v1': options.fingerprint(diagnostic) },
  };
}

function place({ file, start, end }: Span, { inRepository }: ReporterOptions): object {
  return {
    artifactLocation: { uri: uriOf(inRepository(file)) },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

/** Relative as it is, absolute as a `file:` address; a colon in the first part would be read as a scheme. */
function uriOf(path: string): string {
  // Half of a pair, in a name that a disk allows, cannot be encoded.
  const encoded = printable(path).split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//u.test(path) ? `file:///${path.slice(0, 2)}${encoded.slice(4)}` : encoded;
}
