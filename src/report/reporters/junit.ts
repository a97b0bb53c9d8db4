/**
 * JUnit XML, which every CI shows as tests: a suite for each file, a failed test for each finding, a passed one for a file
 * without. Notes pass: a build does not fail by them.
 */
import { block, element, xmlDocument, type XmlElement } from '../../base/xml.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Reporter } from '../reporter.js';

export const junit: Reporter = {
  id: 'junit',
  readers: 'programs',
  summary: 'JUnit XML: each file a suite, each finding a failed test.',
  report({ files, diagnostics }, { inRepository }) {
    const all = new Set([...files, ...diagnostics.map(({ span }) => span?.file ?? '')]);
    const suites = [...all].map((file) => {
      const found = diagnostics.filter(({ span }) => (span?.file ?? '') === file);
      const name = file === '' ? 'trackflow' : inRepository(file);
      const cases =
        found.length === 0 ? [element('testcase', { name: 'trackflow', classname: name })] : found.map(told(name));
      return block('testsuite', { name, ...counts(found, cases.length) }, ...cases);
    });
    const total = suites.reduce((sum, { children }) => sum + children.length, 0);
    return xmlDocument(block('testsuites', { name: 'trackflow', ...counts(diagnostics, total) }, ...suites));
  },
};

function counts(
  found: readonly Diagnostic[],
  tests: number,
): { readonly tests: number; readonly failures: number; readonly errors: number } {
  return { tests, failures: found.filter(fails).length, errors: 0 };
}

function fails({ severity }: Diagnostic): boolean {
  return severity !== 'info';
}

const told =
  (file: string) =>
  (diagnostic: Diagnostic): XmlElement => {
    const { span, severity, code, message, hint } = diagnostic;
    const place = span ? `${file}:${String(span.start.line)}:${String(span.start.column)}` : file;
    const text = [`${place}: ${message}`, ...(hint === undefined ? [] : [hint])].join('\n');
    const name = span ? `${code} ${String(span.start.line)}:${String(span.start.column)}` : code;
    const outcome = fails(diagnostic)
      ? element('failure', { type: severity, message }, text)
      : element('system-out', {}, text);
    return element('testcase', { name, classname: file }, outcome);
  };
