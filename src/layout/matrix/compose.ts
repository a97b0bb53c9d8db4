/** A matrix, or some of its rows, as a Scene: title block, headers, rows, and what stands below. */
import { measure } from '../../base/text/measure.js';
import { wrap } from '../../base/text/wrap.js';
import type { Matrix, MatrixCell, MatrixGroup } from '../../model/matrix.js';
import type { Box, Scene, SceneCell, SceneTable, TextRun } from '../../model/scene.js';
import { makeHeading, margin } from '../heading.js';
import { padding, sizes } from './content.js';
import { footOf } from './foot.js';
import { headersOf } from './headers.js';
import { stack, type Item } from './rows.js';

export interface Part {
  readonly items: readonly Item[];
  /** Whether legend and notes stand below. */
  readonly foot: boolean;
}

/** Below this the title is broken rather than the picture made wider. */
const leastWidth = 420;

export const widthOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** How much of the height is not rows. */
export function heightAround(matrix: Matrix, widths: readonly number[], foot: boolean): number {
  const width = Math.max(widthOf(widths), leastWidth);
  const heading = makeHeading(matrix, width).height;
  return heading + headersOf(matrix, widths).height + (foot ? footOf(matrix, 0, 0, width).height : 0) + margin;
}

export function compose(matrix: Matrix, widths: readonly number[], { items, foot: withFoot }: Part): Scene {
  const tableWidth = matrix.empty === undefined ? widthOf(widths) : 0;
  const heading = makeHeading(matrix, Math.max(tableWidth, leastWidth));
  const contentWidth = Math.max(tableWidth, Math.ceil(heading.width), leastWidth);
  const table =
    matrix.empty === undefined
      ? rowsOf(matrix, widths, items, heading.height)
      : sentence(matrix.empty, contentWidth, heading.height);
  const bottom = table.frame.y + table.frame.height;
  const foot = footOf(withFoot ? matrix : { ...matrix, legend: [], notes: [] }, margin, bottom, contentWidth);
  return {
    view: matrix.id,
    processId: matrix.processId,
    language: matrix.language,
    direction: 'down',
    width: Math.ceil(contentWidth + 2 * margin),
    height: Math.ceil(bottom + foot.height + margin),
    title: matrix.title,
    description: matrix.empty ?? matrix.description,
    ...(matrix.author !== undefined && { author: matrix.author }),
    heading: heading.runs,
    ...(heading.status && { status: heading.status }),
    frames: [],
    bands: [],
    nodes: [],
    edges: [],
    legend: [],
    table: { ...table, legend: foot.legend, notes: foot.notes },
  };
}

type Rows = Pick<SceneTable, 'frame' | 'rows'>;

function rowsOf(matrix: Matrix, widths: readonly number[], items: readonly Item[], top: number): Rows {
  const { columns } = matrix;
  const width = widthOf(widths);
  if (items.length === 0) return { frame: { x: margin, y: top, width, height: 0 }, rows: [] };
  const headers = headersOf(matrix, widths);
  const { heights, spans } = stack(items, matrix);
  // A text of several lines is read from its top; marks stand in the middle of their row.
  const upright = columns.some(({ kind }) => kind === 'text') ? 'top' : 'middle';
  let y = top + headers.height;
  const rows = items.map((item, index): SceneCell[] => {
    const height = heights[index] ?? 0;
    const at = y;
    y += height;
    if (item.kind === 'band') return [band(item.group, { x: margin, y: at, width, height })];
    let x = margin;
    return item.contents.flatMap((content, column): SceneCell[] => {
      const left = x;
      x += widths[column] ?? 0;
      const span = spans[index]?.[column] ?? 1;
      const cell = item.row.cells[column];
      const of = columns[column];
      if (span === 0 || cell === undefined || of === undefined) return [];
      const over = heights.slice(index, index + span).reduce((sum, each) => sum + each, 0);
      const box: Box = { x: left, y: at, width: widths[column] ?? 0, height: over };
      return [
        {
          kind: of.kind === 'head' ? 'head' : 'cell',
          box,
          ...content.place(box, of.align, upright),
          label: sayAll(cell),
          ...(cell.title !== undefined && { title: cell.title }),
          ...(cell.subject && { subject: cell.subject }),
        },
      ];
    });
  });
  return {
    frame: { x: margin, y: top, width, height: y - top },
    rows: [...headers.place(margin, top), ...rows],
  };
}

function sayAll({ marks, lines, title }: MatrixCell): string {
  return title ?? [...marks.map((mark) => mark.title), ...lines].join('; ');
}

/** The heading of a group, and what there is to say of it, as far as it fits on its line. */
function band({ heading, detail, subject }: MatrixGroup, box: Box): SceneCell {
  const inner = box.width - 2 * padding.x;
  const baseline = box.y + box.height / 2 + 4.5;
  const runs: TextRun[] = [];
  const add = (text: string, x: number, size: number, weight: 400 | 700, role: TextRun['role']): number => {
    const maxWidth = box.x + padding.x + inner - x;
    const cut = maxWidth < 30 ? '' : (wrap(text, { size, weight, maxWidth, maxLines: 1 }).lines[0] ?? '');
    const width = measure(cut, size, weight);
    if (cut !== '') runs.push({ text: cut, x, y: baseline, anchor: 'start', size, weight, width, role });
    return x + width;
  };
  const after = add(heading, box.x + padding.x, sizes.text, 700, 'node');
  add(detail, after + 12, sizes.small, 400, 'caption');
  const label = [heading, detail].filter((text) => text !== '').join(': ');
  return { kind: 'band', box, runs, marks: [], label, title: label, ...(subject && { subject }) };
}

/** In place of a table: that there is nothing to list. */
function sentence(text: string, width: number, top: number): Rows {
  const inner = width - 4 * padding.x;
  const { lines } = wrap(text, { size: sizes.text, weight: 400, maxWidth: inner, maxLines: Infinity });
  const height = lines.length * 19 + 28;
  const box: Box = { x: margin, y: top, width, height };
  const runs = lines.map((line, index): TextRun => ({
    text: line,
    x: margin + width / 2,
    y: top + 14 + 14 + index * 19,
    anchor: 'middle',
    size: sizes.text,
    weight: 400,
    width: measure(line, sizes.text, 400),
    role: 'node',
  }));
  return { frame: box, rows: [[{ kind: 'cell', box, runs, marks: [], label: text }]] };
}
