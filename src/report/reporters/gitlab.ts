/** Code Quality of GitLab: findings in the diff of a merge request. */
import { printable } from '../../base/printable.js';
import type { Severity } from '../../model/diagnostic.js';
import type { Reporter } from '../reporter.js';

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

export const gitlab: Reporter = {
  id: 'gitlab',
  readers: 'programs',
  summary: 'Code Quality of GitLab, as JSON.',
  report({ diagnostics }, { fingerprint, inRepository }) {
    const issues = diagnostics.map((diagnostic) => {
      const { span, severity, code, message, hint } = diagnostic;
      return {
        description: printable(hint === undefined ? message : `${message} ${hint}`),
        check_name: code,
        fingerprint: fingerprint(diagnostic),
        severity: severities[severity],
        location: {
          path: span ? inRepository(span.file) : '.',
          lines: { begin: span?.start.line ?? 1, end: span?.end.line ?? 1 },
        },
      };
    });
    return `${JSON.stringify(issues, null, 2)}\n`;
  },
};
