/** Findings for the reporters' tests, made from a text in which 【 】 stand around the place. */
import type { Diagnostic, Position, Span } from '../../src/model/diagnostic.js';

export interface Marked {
  readonly lines: readonly string[];
  readonly span: Span;
}

export function marked(file: string, text: string): Marked {
  const from = text.indexOf('【');
  const to = text.indexOf('】') - 1;
  const clean = text.replace(/[【】]/gu, '');
  return { lines: clean.split('\n'), span: { file, start: position(clean, from), end: position(clean, to) } };
}

function position(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: Array.from(before.at(-1) ?? '').length + 1, offset };
}

export function finding(span: Span | undefined, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'unknown-owner',
    severity: 'error',
    message: 'No owner is called "销售".',
    ...(span && { span }),
    ...more,
  };
}
