/**
 * The widths of our font's characters and its kerning, read from the generated table when a weight is first needed.
 *
 * Everything is in thousandths of an em and whole numbers, so that sums are exact and the same everywhere.
 */
import { kerningLeft, kerningRight, tables } from './generated/advances.js';
import { readRanges } from './ranges.js';
import { fallbackWidth } from './scripts.js';

export type FontWeight = keyof typeof tables;

export interface FontTable {
  advance(code: number): number;
  /** What comes between two characters that follow each other, on top of their advances; mostly 0 or less. */
  kerning(left: number, right: number): number;
}

const read = new Map<FontWeight, FontTable>();

export function fontTable(weight: FontWeight): FontTable {
  let table = read.get(weight);
  if (!table) {
    table = readTable(weight);
    read.set(weight, table);
  }
  return table;
}

function readTable(weight: FontWeight): FontTable {
  const advances = readAdvances(tables[weight].advances);
  const classes = (kerningClasses ??= { left: readClasses(kerningLeft), right: readClasses(kerningRight) });
  const values = readKerning(tables[weight].kerning);
  return {
    advance: (code) => advances.get(code) ?? advances.get(baseLetter(code)) ?? fallbackWidth(code),
    kerning(left, right) {
      const row = classes.left.get(left);
      const column = classes.right.get(right);
      return row === undefined || column === undefined ? 0 : (values[row]?.get(column) ?? 0);
    },
  };
}

/** `r` for `ř`: the font lacks many accented letters, and another font draws them about as wide as the plain ones. */
function baseLetter(code: number): number {
  return String.fromCodePoint(code).normalize('NFD').codePointAt(0) ?? code;
}

interface KerningClasses {
  readonly left: ReadonlyMap<number, number>;
  readonly right: ReadonlyMap<number, number>;
}

/** Shared by both weights. */
let kerningClasses: KerningClasses | undefined;

function readAdvances(text: string): Map<number, number> {
  const advances = new Map<number, number>();
  for (const run of text.split('\n')) {
    const [first = '', widths = ''] = run.split(':');
    let code = Number.parseInt(first, 16);
    for (const item of widths.split(',')) {
      const [width, count = 1] = item.split('x').map(Number);
      for (let left = count; left > 0; left--) advances.set(code++, width ?? 0);
    }
  }
  return advances;
}

function readClasses(text: string): Map<number, number> {
  const classOf = new Map<number, number>();
  for (const [index, line] of text.split('\n').entries()) {
    for (const [first, last] of readRanges(line)) {
      for (let code = first; code <= last; code++) classOf.set(code, index);
    }
  }
  return classOf;
}

/** For each left class, what each right class adds. */
function readKerning(text: string): Map<number, number>[] {
  return text.split('\n').map((line) => {
    const row = new Map<number, number>();
    for (const [, group = '', letter = '', value] of line.matchAll(/([A-Z]?)([a-z])(-?\d+)/g)) {
      const block = group === '' ? 0 : group.charCodeAt(0) - 64;
      row.set(block * 26 + letter.charCodeAt(0) - 97, Number(value));
    }
    return row;
  });
}
