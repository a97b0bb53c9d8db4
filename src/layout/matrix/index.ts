/**
 * Matrix → Scene: one picture of the whole, or one for each sheet of paper.
 *
 * Pages break between rows, before the heading of a group rather than after it, and each has the headers again.
 */
import type { Matrix } from '../../model/matrix.js';
import { papersOf, type PageFormat, type Paper } from '../../model/paper.js';
import type { Scene } from '../../model/scene.js';
import { margin } from '../heading.js';
import { pagePhrases } from '../pages/phrases.js';
import { columnWidths } from './columns.js';
import { compose, heightAround, widthOf } from './compose.js';
import { itemsOf, stack, type Item } from './rows.js';

/** The widest a matrix gets on a screen or slide, px, unless its words need more. */
const widest = 1240;

export function layoutMatrix(matrix: Matrix): Scene {
  const widths = columnWidths(matrix, widest);
  return compose(matrix, widths, { items: itemsOf(matrix, widths), foot: true });
}

/** Points for each pixel: as large as on the screen. */
const natural = 72 / 96;

interface Sheets {
  readonly paper: Paper;
  readonly scale: number;
  readonly scenes: readonly Scene[];
}

export function layoutMatrixOnPaper(matrix: Matrix, format: PageFormat): readonly Scene[] {
  let best: Sheets | undefined;
  for (const paper of papersOf(format)) {
    const sheets = onPaper(matrix, paper);
    const better =
      best === undefined ||
      sheets.scale > best.scale + 1e-9 ||
      (sheets.scale > best.scale - 1e-9 && sheets.scenes.length < best.scenes.length);
    if (better) best = sheets;
  }
  const { paper, scale, scenes } = best ?? onPaper(matrix, { width: 595, height: 842, margin: 28 });
  const { named } = pagePhrases(matrix.language);
  return scenes.map((scene, index) => ({
    ...scene,
    page: {
      number: index + 1,
      count: scenes.length,
      name: named(index + 1, scene.table?.rows.find(([cell]) => cell?.kind === 'band')?.[0]?.label ?? matrix.name),
      paper,
      scale,
    },
  }));
}

function onPaper(matrix: Matrix, paper: Paper): Sheets {
  const printable = { width: paper.width - 2 * paper.margin, height: paper.height - 2 * paper.margin };
  const widths = columnWidths(matrix, printable.width / natural);
  const items = itemsOf(matrix, widths);
  const around = heightAround(matrix, widths, false) - 2 * margin;
  const tallest = Math.max(0, ...stack(items, matrix).heights);
  // What is wider than the sheet, or has a row that is taller, is printed smaller.
  const scale = Math.min(natural, printable.width / widthOf(widths), printable.height / (around + tallest));
  const room = printable.height / scale - around;
  const pages = cut(matrix, items, room);
  const below = heightAround(matrix, widths, true) - 2 * margin - around;
  const last = pages.at(-1) ?? [];
  const fits = heightOf(matrix, last) + below <= room;
  const parts = [
    ...pages.map((page, index) => ({ items: page, foot: fits && index === pages.length - 1 })),
    ...(fits ? [] : [{ items: [], foot: true }]),
  ];
  const scenes = parts.map((part) => compose(matrix, widths, part));
  const fitting = Math.min(scale, ...scenes.map(({ width }) => printable.width / (width - 2 * margin)));
  return { paper, scale: fitting, scenes };
}

const heightOf = (matrix: Matrix, items: readonly Item[]): number =>
  stack(items, matrix).heights.reduce((sum, height) => sum + height, 0);

/** As many rows on each page as fit. A group that goes on has its heading again. */
function cut(matrix: Matrix, items: readonly Item[], room: number): readonly (readonly Item[])[] {
  const pages: Item[][] = [];
  let page: Item[] = [];
  items.forEach((item, index) => {
    const next = items[index + 1];
    // A heading goes with the first row below it.
    const together = item.kind === 'band' && next?.kind === 'row' ? [...page, item, next] : [...page, item];
    if (page.length > 0 && heightOf(matrix, together) > room) {
      pages.push(page);
      page = item.kind === 'row' && item.group.heading !== '' ? [{ kind: 'band', group: item.group }] : [];
    }
    page.push(item);
  });
  return page.length > 0 || pages.length === 0 ? [...pages, page] : pages;
}
