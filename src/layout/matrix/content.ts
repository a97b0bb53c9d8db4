/**
 * What stands in a cell: marks side by side, then lines of text, set for the width of its column and placed in its box later.
 *
 * Separate from the table, because the height of a row follows from the contents of all its cells before any has a place.
 */
import { measure } from '../../base/text/measure.js';
import { wrap } from '../../base/text/wrap.js';
import type { ColumnKind, Mark, MatrixCell, MatrixColumn } from '../../model/matrix.js';
import type { Box, FontWeight, SceneMark, TextRun } from '../../model/scene.js';
import type { Language } from '../../model/text.js';

export const padding = { x: 9, y: 7 } as const;

/** Sizes of text, px. */
export const sizes = { text: 13, small: 11, header: 12, mark: 12 } as const;
const chip = { height: 20, least: 24, air: 12, gap: 4 } as const;

export function chipWidth({ text }: Mark): number {
  return Math.max(chip.least, Math.ceil(measure(text, sizes.mark, 700)) + chip.air);
}

/** Of marks side by side. */
export function marksWidth(marks: readonly Mark[]): number {
  return marks.reduce((sum, mark) => sum + chipWidth(mark) + chip.gap, -chip.gap);
}

interface Line {
  readonly text: string;
  readonly size: number;
  readonly weight: FontWeight;
  /** Stands back. */
  readonly faint: boolean;
  /** Begins something new: has air above. */
  readonly first: boolean;
}

export interface Content {
  readonly height: number;
  place(box: Box, align: MatrixColumn['align'], upright: 'top' | 'middle'): Placed;
}
export interface Placed {
  readonly runs: readonly TextRun[];
  readonly marks: readonly SceneMark[];
}

/** How each line of a cell is set: what follows marks, or the name of a row, is small. */
export function styleOf(kind: ColumnKind, cell: MatrixCell, index: number): Pick<Line, 'size' | 'faint'> {
  const second = cell.marks.length > 0 || (kind === 'head' && index > 0);
  return { size: second || cell.quiet === true ? sizes.small : sizes.text, faint: second || cell.quiet === true };
}

export function contentOf(cell: MatrixCell, kind: ColumnKind, width: number, language: Language): Content {
  const inner = width - 2 * padding.x;
  const lines = cell.lines.flatMap((text, index) => {
    const { size, faint } = styleOf(kind, cell, index);
    return broken(text, { size, weight: 400, faint }, inner, language);
  });
  return stacked(chipRows(cell.marks, inner), lines);
}

/** A text alone, as in headers. */
export function textContent(
  text: string,
  size: number,
  weight: FontWeight,
  width: number,
  language: Language,
): Content {
  return stacked([], broken(text, { size, weight, faint: false }, width - 2 * padding.x, language));
}

function broken(
  text: string,
  style: Pick<Line, 'size' | 'weight' | 'faint'>,
  maxWidth: number,
  language: Language,
): readonly Line[] {
  const { size, weight } = style;
  const { lines } = wrap(text, { size, weight, maxWidth, maxLines: Infinity, language });
  return lines.filter((line) => line !== '').map((line, index) => ({ ...style, text: line, first: index === 0 }));
}

/** As many side by side as there is room for. */
function chipRows(marks: readonly Mark[], width: number): readonly (readonly Mark[])[] {
  const rows: Mark[][] = [];
  for (const mark of marks) {
    const last = rows.at(-1);
    if (last !== undefined && marksWidth([...last, mark]) <= width) last.push(mark);
    else rows.push([mark]);
  }
  return rows;
}

const lineHeight = ({ size }: Line): number => Math.round(size * 1.4);
/** Above what begins anew in a list. */
const between = 3;

function stacked(chips: readonly (readonly Mark[])[], lines: readonly Line[]): Content {
  const heightOfChips = chips.length * (chip.height + chip.gap) - (chips.length > 0 ? chip.gap : 0);
  const airs = lines.filter(({ first }, index) => first && (index > 0 || chips.length > 0)).length;
  const inside = heightOfChips + lines.reduce((sum, line) => sum + lineHeight(line), 0) + airs * between;
  return {
    height: Math.ceil(inside) + 2 * padding.y,
    place(box, align, upright) {
      let y = upright === 'top' ? box.y + padding.y : box.y + (box.height - inside) / 2;
      const marks: SceneMark[] = [];
      for (const row of chips) {
        const free = box.width - 2 * padding.x - Math.min(marksWidth(row), box.width - 2 * padding.x);
        let x = box.x + padding.x + (align === 'middle' ? free / 2 : align === 'end' ? free : 0);
        for (const mark of row) {
          const width = Math.min(chipWidth(mark), box.width - 2 * padding.x);
          marks.push(placeMark(mark, { x, y, width, height: chip.height }));
          x += width + chip.gap;
        }
        y += chip.height + chip.gap;
      }
      if (chips.length > 0) y -= chip.gap;
      const runs = lines.map((line, index): TextRun => {
        if (line.first && (index > 0 || chips.length > 0)) y += between;
        const { text, size, weight, faint } = line;
        const run: TextRun = {
          text,
          x:
            align === 'middle'
              ? box.x + box.width / 2
              : align === 'end'
                ? box.x + box.width - padding.x
                : box.x + padding.x,
          y: y + Math.round(size * 1.07),
          anchor: align,
          size,
          weight,
          width: measure(text, size, weight),
          role: faint ? 'caption' : 'node',
        };
        y += lineHeight(line);
        return run;
      });
      return { runs, marks };
    },
  };
}

export function placeMark(mark: Mark, box: Box): SceneMark {
  const maxWidth = Math.max(1, box.width - 6);
  const text = wrap(mark.text, { size: sizes.mark, weight: 700, maxWidth, maxLines: 1 }).lines[0] ?? '';
  const run: TextRun = {
    text,
    x: box.x + box.width / 2,
    y: box.y + box.height / 2 + 4.3,
    anchor: 'middle',
    size: sizes.mark,
    weight: 700,
    width: measure(text, sizes.mark, 700),
    role: 'badge',
  };
  return { ...mark, box, run };
}
