/** The XML of Checkstyle, which Jenkins and many review tools read. */
import { block, element, xmlDocument } from '../../base/xml.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Reporter } from '../reporter.js';

export const checkstyle: Reporter = {
  id: 'checkstyle',
  readers: 'programs',
  summary: 'XML as Checkstyle writes it, for Jenkins and review tools.',
  report({ files, diagnostics }, { version, inRepository }) {
    const byFile = new Map<string, Diagnostic[]>(files.map((file) => [file, []]));
    for (const diagnostic of diagnostics) {
      const file = diagnostic.span?.file ?? '';
      const known = byFile.get(file) ?? [];
      known.push(diagnostic);
      byFile.set(file, known);
    }
    const reported = [...byFile].map(([file, found]) =>
      block('file', { name: file === '' ? '.' : inRepository(file) }, ...found.map(error)),
    );
    return xmlDocument(block('checkstyle', { version }, ...reported));
  },
};

function error({ span, severity, code, message, hint }: Diagnostic): ReturnType<typeof element> {
  return element('error', {
    line: span?.start.line,
    column: span?.start.column,
    severity,
    message: hint === undefined ? message : `${message} ${hint}`,
    source: `trackflow.${code}`,
  });
}
