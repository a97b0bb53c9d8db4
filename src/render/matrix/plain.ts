/** A matrix as rows of plain text, for forms that have neither marks nor cells over several rows. */
import type { Matrix, MatrixCell, MatrixColumn } from '../../model/matrix.js';
import { inLanguage } from '../../model/words/index.js';

export interface PlainRow {
  /** The heading that the row stands under; empty for none. */
  readonly group: string;
  readonly cells: readonly string[];
}

/** Marks, then lines, with a semicolon between lines. */
export function plainCell({ marks, lines }: MatrixCell, { language }: Pick<Matrix, 'language'>): string {
  const letters = marks.map(({ text }) => text).join(' ');
  return [letters, ...lines].filter((text) => text !== '').join(inLanguage(language, { zh: '；', en: '; ' }));
}

/** With the heading above it, but for owners: their names say enough. */
export function plainHeader({ header, group, subject }: MatrixColumn): string {
  return group === undefined || subject !== undefined ? header : `${group} · ${header}`;
}

export function plainRows(matrix: Matrix): readonly PlainRow[] {
  return matrix.groups.flatMap(({ heading, rows }) =>
    rows.map(({ cells }) => ({ group: heading, cells: cells.map((cell) => plainCell(cell, matrix)) })),
  );
}
