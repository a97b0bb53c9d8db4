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
import { sizes } from './content.js';
import { itemsOf, stack, type Item } from './rows.js';

/** The widest a matrix gets on a screen or slide, px, unless its words need more. */
const widest = 1240;

export function layoutMatrix(matrix: Matrix): Scene {
  const widths = columnWidths(matrix, widest);
  return compose(matrix, widths, { items: itemsOf(matrix, widths), foot: true });
}

/** Points for each pixel: as large as on the screen, and as small as can be read on paper. */
const natural = 72 / 96;
const least = 6.5 / sizes.small;

interface Sheets {
  readonly paper: Paper;
  readonly scale: number;
  readonly scenes: readonly Scene[];
}

/** On one sheet where it can be read there, as large as it gets; else on as many as it takes. */
export function layoutMatrixOnPaper(matrix: Matrix, format: PageFormat): readonly Scene[] {
  const papers = papersOf(format);
  const { paper, scale, scenes } = onOneSheet(matrix, papers) ?? onSeveral(matrix, papers);
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

function onOneSheet(matrix: Matrix, papers: readonly Paper[]): Sheets | undefined {
  for (let wanted = natural; wanted >= least; wanted -= 0.02) {
    const sheets = papers
      .map((paper) => onPaper(matrix, paper, wanted))
      .filter(({ scenes, scale }) => scenes.length === 1 && scale >= least);
    const [first] = sheets;
    if (first !== undefined) return sheets.reduce((a, b) => (b.scale > a.scale + 1e-9 ? b : a), first);
  }
  return undefined;
}

/** The sheet on which it gets largest; of equals the one that needs fewer. */
function onSeveral(matrix: Matrix, papers: readonly Paper[]): Sheets {
  const sheets = papers.map((paper) => onPaper(matrix, paper, natural));
  return sheets.reduce((a, b) => {
    const larger = b.scale > a.scale + 1e-9;
    return larger || (b.scale > a.scale - 1e-9 && b.scenes.length < a.scenes.length) ? b : a;
  });
}

function onPaper(matrix: Matrix, paper: Paper, wanted: number): Sheets {
  const printable = { width: paper.width - 2 * paper.margin, height: paper.height - 2 * paper.margin };
  const widths = columnWidths(matrix, printable.width / wanted);
  const items = itemsOf(matrix, widths);
  const around = heightAround(matrix, widths, false) - 2 * margin;
  const tallest = Math.max(0, ...stack(items, matrix).heights);
  // What is wider than the sheet, or has a row that is taller, is printed smaller.
  const scale = Math.min(wanted, printable.width / widthOf(widths), printable.height / (around + tallest));
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
  return { paper, scale: Math.min(scale, ...scenes.map((scene) => scaleOn(scene, printable))), scenes };
}

/** Points for each pixel if the picture without its own margin fills what can be printed on. */
function scaleOn(scene: Scene, printable: { readonly width: number; readonly height: number }): number {
  return Math.min(printable.width / (scene.width - 2 * margin), printable.height / (scene.height - 2 * margin));
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
