/** A matrix as rows of plain text, for forms that have neither marks nor cells over several rows. */
import type { Matrix, MatrixCell, MatrixColumn, MatrixRow } from '../../model/matrix.js';
import { inLanguage } from '../../model/words/index.js';

export interface PlainRow {
  /** The heading that the row stands under; empty for none. */
  readonly group: string;
  readonly cells: readonly string[];
}

type Words = Pick<Matrix, 'language'>;

/** Marks, then lines, with a semicolon between lines. */
function plainCell({ marks, lines }: MatrixCell, { language }: Words): string {
  const letters = marks.map(({ text }) => text).join(' ');
  return [letters, ...lines].filter((text) => text !== '').join(inLanguage(language, { zh: '；', en: '; ' }));
}

/** What names a row is one thing, and what stands below its name tells it apart. */
function plainHead({ lines: [name = '', ...more] }: MatrixCell, { language }: Words): string {
  const [open, close] = inLanguage(language, { zh: ['（', '）'], en: [' (', ')'] } as const);
  return name + more.map((line) => open + line + close).join('');
}

export function plainCells({ cells }: MatrixRow, { columns, language }: Matrix): readonly string[] {
  return cells.map((cell, index) =>
    columns[index]?.kind === 'head' && cell.marks.length === 0
      ? plainHead(cell, { language })
      : plainCell(cell, { language }),
  );
}

/** With the heading above it, but for owners: their names say enough. */
export function plainHeader({ header, group, subject }: MatrixColumn): string {
  return group === undefined || subject !== undefined ? header : `${group} · ${header}`;
}

export function plainRows(matrix: Matrix): readonly PlainRow[] {
  return matrix.groups.flatMap(({ heading, rows }) =>
    rows.map((row) => ({ group: heading, cells: plainCells(row, matrix) })),
  );
}
