/**
 * Workflow commands of GitHub Actions, which make an annotation of each finding at its line of a pull request.
 *
 * They stand among whatever else is printed.
 */
import type { Severity } from '../../model/diagnostic.js';
import type { Reporter } from '../reporter.js';
import { workflowCommand, type Annotation } from '../workflow-command.js';

const annotations: Readonly<Record<Severity, Annotation>> = { error: 'error', warning: 'warning', info: 'notice' };

export const github: Reporter = {
  id: 'github',
  readers: 'people',
  summary: 'Annotations of GitHub Actions; chosen by itself there, beside pretty.',
  report({ diagnostics }, { inRepository }) {
    return diagnostics
      .map(({ span, severity, code, message, hint }) =>
        workflowCommand(
          annotations[severity],
          `trackflow: ${code}`,
          hint === undefined ? message : `${message}\n${hint}`,
          span && { ...span, file: inRepository(span.file) },
        ),
      )
      .join('');
  },
};
