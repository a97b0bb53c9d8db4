/** A summary for people in Markdown: the comment on a pull request, the summary of a job. */
import type { Diagnostic, Severity } from '../../model/diagnostic.js';
import { plain } from '../markdown-text.js';
import type { Reporter } from '../reporter.js';
import { plural, summarise } from '../tally.js';

/** A comment on GitHub has at most 65,536 characters, and nobody reads a table of more rows. */
const most = 100;

const marks: Readonly<Record<Severity, string>> = { error: '❌ error', warning: '⚠️ warning', info: 'ℹ️ note' };

export const markdown: Reporter = {
  id: 'markdown',
  readers: 'programs',
  summary: 'Markdown, for the comment on a pull request or the summary of a job.',
  report({ files, diagnostics }, { inRepository }) {
    if (diagnostics.length === 0) return `### trackflow\n\n✅ ${plural(files.length, 'file')}, nothing to mend\n`;
    const rows = diagnostics.slice(0, most).map((diagnostic) => row(diagnostic, inRepository));
    const rest = diagnostics.length - rows.length;
    return [
      '### trackflow',
      '',
      `**${summarise(diagnostics)}**`,
      '',
      '| | where | what | rule |',
      '| --- | --- | --- | --- |',
      ...rows,
      ...(rest > 0 ? ['', `and ${String(rest)} more`] : []),
      '',
    ].join('\n');
  },
};

function row({ span, severity, code, message, hint }: Diagnostic, inRepository: (file: string) => string): string {
  const where = span ? `${inRepository(span.file)}:${String(span.start.line)}` : '';
  const what = hint === undefined ? plain(message) : `${plain(message)}<br>${plain(hint)}`;
  return `| ${marks[severity]} | ${plain(where)} | ${what} | ${plain(code)} |`;
}
