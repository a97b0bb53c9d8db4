/** What stands below a matrix: what its marks mean, and notes. */
import { measure } from '../../base/text/measure.js';
import { wrap } from '../../base/text/wrap.js';
import type { Matrix } from '../../model/matrix.js';
import type { SceneTable, TextRun } from '../../model/scene.js';
import { evenWidth } from '../legend-rows.js';
import { chipWidth, placeMark, sizes } from './content.js';

export interface Foot extends Pick<SceneTable, 'legend' | 'notes'> {
  readonly height: number;
}

const size = sizes.small;
const line = 16;

export function footOf({ legend, notes, language }: Matrix, left: number, top: number, width: number): Foot {
  const run = (text: string, x: number, y: number): TextRun => ({
    text,
    x,
    y,
    anchor: 'start',
    size,
    weight: 400,
    width: measure(text, size, 400),
    role: 'legend',
  });
  const entries: { mark: ReturnType<typeof placeMark>; run: TextRun }[] = [];
  const gap = 22;
  const fitted = legend.map(({ mark, text }) => {
    const chip = chipWidth(mark);
    return { mark, text, chip, length: Math.ceil(chip + 7 + measure(text, size, 400)) };
  });
  const right =
    left +
    evenWidth(
      fitted.map(({ length }) => length),
      gap,
      width,
    );
  let x = left;
  let y = top + (legend.length + notes.length > 0 ? 14 : 0);
  for (const { mark, text, chip, length } of fitted) {
    if (x > left && x + length > right + 0.01) {
      x = left;
      y += 26;
    }
    entries.push({
      mark: placeMark(mark, { x, y, width: chip, height: 20 }),
      run: run(text, x + chip + 7, y + 14),
    });
    x += length + gap;
  }
  if (legend.length > 0) y += 20 + (notes.length > 0 ? 10 : 0);
  const runs = notes.flatMap((note) =>
    wrap(note, { size, weight: 400, maxWidth: width, maxLines: Infinity, language }).lines.map((text) => {
      y += line;
      return run(text, left, y - 4);
    }),
  );
  return { legend: entries, notes: runs, height: Math.ceil(y - top) };
}
