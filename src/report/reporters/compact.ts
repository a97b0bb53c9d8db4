/** One line for each finding, as grep and compilers write them: for editors, scripts and long lists. */
import { visible } from '../../base/cells.js';
import type { Reporter } from '../reporter.js';

export const compact: Reporter = {
  id: 'compact',
  readers: 'people',
  summary: 'One line each: file:line:column: severity code message.',
  report({ diagnostics }) {
    return diagnostics
      .map(({ span, severity, code, message }) => {
        const place = span ? `${visible(span.file)}:${String(span.start.line)}:${String(span.start.column)}: ` : '';
        return `${place}${severity} ${code} ${visible(message)}\n`;
      })
      .join('');
  },
};
