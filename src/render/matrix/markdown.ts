/** A matrix as a Markdown document: a table of GitHub's kind, what its marks mean, and notes. */
import type { Root, Table } from 'mdast';
import type { Matrix } from '../../model/matrix.js';
import { bullets, heading, inline, paragraph, type Inline } from '../document/blocks.js';
import { toMarkdown } from '../document/markdown.js';
import { plainCells, plainHeader } from './plain.js';

const aligns = { start: 'left', middle: 'center', end: 'right' } as const;

/** Tables have no cells over several columns: what rows stand under is a column, filled in the first of them. */
export function matrixTable(matrix: Matrix): Table {
  const { columns, groups, groupHeader } = matrix;
  const grouped = groupHeader !== '';
  const row = (cells: readonly Inline[]): Table['children'][number] => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: inline(cell) })),
  });
  const strong = (text: string): Inline => (text === '' ? '' : [{ type: 'strong', children: inline(text) }]);
  const body = groups.flatMap(({ heading: name, rows }) =>
    rows.map((one, index) => row([...(grouped ? [index === 0 ? strong(name) : ''] : []), ...plainCells(one, matrix)])),
  );
  return {
    type: 'table',
    align: [...(grouped ? ['left' as const] : []), ...columns.map(({ align }) => aligns[align])],
    children: [row([...(grouped ? [groupHeader] : []), ...columns.map(plainHeader)]), ...body],
  };
}

export function matrixDocument(matrix: Matrix): Root {
  const { title, subtitle, status, description, empty, groups, legend, notes } = matrix;
  const control = [status?.text ?? '', subtitle].filter((text) => text !== '').join(' · ');
  const details = groups.flatMap(({ heading: name, detail }): Inline[] =>
    detail === '' ? [] : [[{ type: 'strong', children: inline(name) }, ...inline(` · ${detail}`)]],
  );
  return {
    type: 'root',
    children: [
      heading(1, title),
      ...paragraph(control),
      ...paragraph(empty ?? description),
      // Not below the table, where the legend would be a second list right behind it: then Markdown needs another sign for its items.
      ...bullets(details),
      ...(empty === undefined ? [matrixTable(matrix)] : []),
      ...bullets(
        legend.map(({ mark, text }) => [{ type: 'strong', children: inline(mark.text) }, ...inline(` · ${text}`)]),
      ),
      ...notes.flatMap((note) => paragraph(note)),
    ],
  };
}

export async function matrixMarkdown(matrix: Matrix): Promise<string> {
  return toMarkdown(matrixDocument(matrix));
}
