/**
 * Findings for programs. The shape is a promise, told in `docs/diagnostics.md`: properties may be added, none removed or
 * renamed while `version` is 1.
 */
import type { Diagnostic, Fix, Position, Related, Severity, Span } from '../../model/diagnostic.js';
import type { Reporter } from '../reporter.js';
import { tally } from '../tally.js';

export interface JsonReport {
  readonly version: 1;
  readonly summary: {
    /** Files looked at, those without findings included. */
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
  };
  readonly diagnostics: readonly JsonDiagnostic[];
}

export interface JsonDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  /** Lines and columns are 1-based, columns count code points, offsets count UTF-16 units from 0; `end` is exclusive. */
  readonly span?: Span;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
}

export const json: Reporter = {
  id: 'json',
  readers: 'programs',
  summary: 'For programs: one JSON object with a summary and every finding.',
  report({ files, diagnostics }) {
    const { errors, warnings, infos } = tally(diagnostics);
    const report: JsonReport = {
      version: 1,
      summary: { files: files.length, errors, warnings, infos },
      diagnostics: diagnostics.map(plain),
    };
    return `${JSON.stringify(report, null, 2)}\n`;
  },
};

/** Copied property by property, so that the order of the keys does not depend on who made the finding. */
function plain({ code, severity, message, hint, span, related, fix }: Diagnostic): JsonDiagnostic {
  return {
    code,
    severity,
    message,
    ...(hint !== undefined && { hint }),
    ...(span && { span: plainSpan(span) }),
    ...(related?.length && {
      related: related.map((other) => ({ message: other.message, span: plainSpan(other.span) })),
    }),
    ...(fix && {
      fix: {
        title: fix.title,
        safe: fix.safe,
        edits: fix.edits.map(({ file, from, to, text }) => ({ file, from, to, text })),
      },
    }),
  };
}

function plainSpan({ file, start, end }: Span): Span {
  return { file, start: plainPosition(start), end: plainPosition(end) };
}

function plainPosition({ line, column, offset }: Position): Position {
  return { line, column, offset };
}
