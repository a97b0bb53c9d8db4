/** Lines of the scene as labels: their text, and the style that puts them where the scene has them. */
import { oneLine } from '../../base/printable.js';
import type { Box, TextRun } from '../../model/scene.js';
import type { Style } from './cell.js';

/** draw.io sets text this far from the border of its cell unless told otherwise, and more below a cell's lower border. */
const spacing = 2;
const spacingBelow = 5;

/** How far above the baseline the middle of a line is, as a part of its size. */
const middle = 0.36;

/** Lines stay as they are measured: draw.io breaks no plain text by itself. */
export function labelOf(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => oneLine(text)).join('\n');
}

export function fontOf(runs: readonly TextRun[], colour: string | undefined): Style {
  const [first] = runs;
  return first === undefined
    ? {}
    : { fontSize: first.size, fontStyle: first.weight === 700 ? 1 : 0, fontColor: colour };
}

export const anchors = { start: 'left', middle: 'center', end: 'right' } as const;

/** The height of the middle of a block of lines. */
export function middleOf(runs: readonly TextRun[]): number {
  const [first, last] = [runs[0], runs.at(-1)];
  return first === undefined || last === undefined ? 0 : (first.y + last.y) / 2 - middle * first.size;
}

/** What the lines cover, by and large. */
export function boundsOf(runs: readonly TextRun[]): Box {
  const left = runs.map(({ x, width, anchor }) =>
    anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x,
  );
  const x = Math.min(...left);
  const right = Math.max(...runs.map(({ width }, index) => (left[index] ?? 0) + width));
  const y = Math.min(...runs.map((run) => run.y - run.size));
  return { x, y, width: right - x, height: Math.max(...runs.map((run) => run.y + run.size * 0.25)) - y };
}

/** Puts a cell's label in the cell, or beside it, as far from its middle as the scene has it. */
export function placeLabel(runs: readonly TextRun[], box: Box): Style {
  const [first] = runs;
  if (first === undefined) return {};
  const text = boundsOf(runs);
  const down = Math.round(2 * (middleOf(runs) - box.y - box.height / 2));
  const level: Style = {
    verticalAlign: 'middle',
    spacingTop: down > 0 ? down : undefined,
    spacingBottom: down < 0 ? -down : undefined,
  };
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  if (text.x >= right)
    return { labelPosition: 'right', align: 'left', ...level, spacingLeft: text.x - right - spacing };
  if (text.x + text.width <= box.x)
    return {
      labelPosition: 'left',
      align: 'right',
      ...level,
      spacingRight: box.x - text.x - text.width - spacing,
    };
  if (text.y >= bottom)
    return {
      verticalLabelPosition: 'bottom',
      verticalAlign: 'top',
      spacingTop: Math.round(text.y - bottom - spacing - spacingBelow),
    };
  if (text.y + text.height <= box.y)
    return {
      verticalLabelPosition: 'top',
      verticalAlign: 'bottom',
      spacingBottom: Math.round(box.y - text.y - text.height),
    };
  return { align: 'center', ...level };
}
