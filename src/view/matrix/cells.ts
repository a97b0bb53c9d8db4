/** The few building blocks of matrices: cells of text, of marks, and of nothing. */
import type { Mark, MarkTone, MatrixCell, MatrixColumn, MatrixSubject } from '../../model/matrix.js';

/** The lines that say something. */
export function text(lines: string | readonly string[], subject?: MatrixSubject): MatrixCell {
  const said = (typeof lines === 'string' ? [lines] : lines).filter((line) => line !== '');
  return { marks: [], lines: said, ...(subject && { subject }) };
}

export const nothing: MatrixCell = { marks: [], lines: [] };

/** What is not said where it could be. */
export function quiet(line: string): MatrixCell {
  return { marks: [], lines: [line], quiet: true };
}

/** The lines, or that nothing is said. */
export function textOr(lines: string | readonly string[], otherwise: string, subject?: MatrixSubject): MatrixCell {
  const cell = text(lines, subject);
  return cell.lines.length === 0 ? quiet(otherwise) : cell;
}

export function mark(words: string, tone: MarkTone, title = words): Mark {
  return { text: words, tone, title };
}

export function marked(marks: readonly Mark[], rest: Partial<Pick<MatrixCell, 'lines' | 'title'>> = {}): MatrixCell {
  return { marks, lines: [], ...rest };
}

export function column(
  kind: MatrixColumn['kind'],
  id: string,
  header: string,
  rest: Partial<Omit<MatrixColumn, 'id' | 'header' | 'kind'>> = {},
): MatrixColumn {
  return { id, header, kind, align: kind === 'mark' ? 'middle' : 'start', ...rest };
}

/** The first letter as a capital, for words of ours at the beginning of a cell. Chinese has none and stays. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
