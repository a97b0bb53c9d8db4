/**
 * View → Scenes, one for each sheet of paper: a large picture cut along the flow so that each page can be read when it is printed.
 *
 * The whole is laid out to find the order of steps, then cut (`cuts.ts`), and each piece is laid out as a view of its own (`split.ts`):
 * pages keep all rules of a picture, and lanes that a page does not use take no room on it. Sizes are estimated first; a piece that
 * turns out not to fit is cut again.
 */
import { papersOf, type PageFormat, type Paper } from '../../model/paper.js';
import type { Scene, SceneNode, ScenePage } from '../../model/scene.js';
import type { View } from '../../model/view.js';
import { margin } from '../heading.js';
import { cut, type Cuts, type Run } from './cuts.js';
import { pagePhrases } from './phrases.js';
import { split } from './split.js';
import { makeStrip, type Size, type Strip } from './strip.js';

/** How a single picture is made: at once, or with a search for a better one. */
export type LayOut = (view: View, effort: 'sketch' | 'full') => Promise<Scene>;

/** The smallest text of pictures, px, and how small it may be on paper, in points. */
const smallestText = 11;
const smallestPrinted = 6.5;
/** Points for each pixel: as large as on the screen, and at least. */
const natural = 72 / 96;
const least = smallestPrinted / smallestText;

/** How often a cutting is mended before it is taken as it is: each time at least one piece more is known not to fit. */
const attempts = 12;

/** Points for each pixel if the picture without its own margin fills what can be printed on. */
function scaleOn(paper: Paper, { width, height }: Size): number {
  return Math.min(
    (paper.width - 2 * paper.margin) / (width - 2 * margin),
    (paper.height - 2 * paper.margin) / (height - 2 * margin),
  );
}

/** The sheet on which a picture gets largest; the first of equals. */
function best(papers: readonly Paper[], size: Size): { readonly paper: Paper | undefined; readonly scale: number } {
  let [paper] = papers;
  let scale = paper === undefined ? natural : scaleOn(paper, size);
  for (const other of papers) {
    const larger = scaleOn(other, size);
    if (Math.min(larger, natural) > scale) [paper, scale] = [other, larger];
  }
  return { paper, scale };
}

interface Choice {
  readonly direction: Scene['direction'];
  readonly cuts: Cuts;
  readonly strip: Strip;
}

export async function layoutPages(view: View, format: PageFormat, layOut: LayOut): Promise<readonly Scene[]> {
  const papers = papersOf(format);
  const directions: readonly Scene['direction'][] = view.direction === 'auto' ? ['down', 'right'] : [view.direction];
  const wholes = await Promise.all(directions.map((direction) => layOut({ ...view, direction }, 'sketch')));
  const single = await onOneSheet(view, papers, wholes, layOut);
  if (single !== undefined) return [single];

  let choice: Choice | undefined;
  for (const whole of wholes) {
    const { direction } = whole;
    const strip = makeStrip(view, whole);
    const cuts = await cutToFit({ ...view, direction }, strip, papers, layOut);
    if (choice === undefined || cuts.price < choice.cuts.price) choice = { direction, cuts, strip };
  }
  if (choice === undefined) throw new Error('no direction was given');
  const scenes: Scene[] = [];
  for (const page of cutView({ ...view, direction: choice.direction }, choice.strip, choice.cuts.runs)) {
    const searched = await layOut(page, 'full');
    const { scale } = best(papers, searched);
    const sketch = scale < least ? await layOut(page, 'sketch') : searched;
    scenes.push(best(papers, sketch).scale > scale ? sketch : searched);
  }
  return withPaper(view, scenes, papers);
}

/** The whole picture where it can be read on one sheet: turned, and its sheet turned, as it gets largest. */
async function onOneSheet(
  view: View,
  papers: readonly Paper[],
  wholes: readonly Scene[],
  layOut: LayOut,
): Promise<Scene | undefined> {
  const ways = wholes.map((whole) => ({ whole, scale: Math.min(natural, best(papers, whole).scale) }));
  const way = ways.reduce((a, b) => (b.scale > a.scale ? b : a));
  // Rows that a sketch has in one line may be folded.
  const folds = view.id === 'data-flow';
  if (way.scale < least && !folds) return undefined;
  const searched = await layOut(folds ? view : { ...view, direction: way.whole.direction }, 'full');
  const scene = best(papers, searched).scale >= least ? searched : way.whole;
  return best(papers, scene).scale < least ? undefined : withPaper(view, [scene], papers)[0];
}

function cutView(view: View, { order }: Strip, runs: readonly Run[]): readonly View[] {
  const pageOf = view.nodes.map(() => 0);
  runs.forEach(({ from, to }, page) => {
    for (const index of order.slice(from, to)) pageOf[index] = page;
  });
  return split(view, pageOf, runs.length);
}

/** Cuts, lays out what comes of it, and cuts again where a page turned out too large, or smaller than was thought. */
async function cutToFit(view: View, strip: Strip, papers: readonly Paper[], layOut: LayOut): Promise<Cuts> {
  const tooLarge: Run[] = [];
  const known: Known[] = [];
  const share = (run: Run): number => {
    const { width, height } = strip.size(run.from, run.to);
    const by = correction(run, known);
    return least / best(papers, { width: width * by.width, height: height * by.height }).scale;
  };
  let taken: Cuts | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const cuts = cut(strip, share, tooLarge);
    const pages = cutView(view, strip, cuts.runs);
    let fits = true;
    let learned = false;
    for (const [index, run] of cuts.runs.entries()) {
      const page = pages[index];
      // What leads to and from a piece depends on the other pieces, but hardly its size.
      let seen = known.find(({ from, to }) => from === run.from && to === run.to);
      if (page !== undefined && seen === undefined) {
        const { width, height } = await layOut(page, 'sketch');
        const guess = strip.size(run.from, run.to);
        seen = { ...run, width, height, ratio: { width: width / guess.width, height: height / guess.height } };
        known.push(seen);
        learned = true;
      }
      if (seen !== undefined && best(papers, seen).scale < least && run.to - run.from > 1) {
        tooLarge.push(run);
        fits = false;
      }
    }
    if (fits && (taken === undefined || cuts.runs.length <= taken.runs.length)) taken = cuts;
    if (fits && !learned) break;
  }
  // Pieces that stay too large are drawn smaller.
  return taken ?? cut(strip, share, tooLarge);
}

/** A run that was laid out: its size, and that as a part of what was estimated. */
interface Known extends Run, Size {
  readonly ratio: Size;
}

/** How estimates of runs hereabouts turned out: those count that have the most in common with this one. */
function correction(run: Run, known: readonly Known[]): Size {
  let [width, height, weights] = [0.9, 0.9, 1];
  for (const { from, to, ratio } of known) {
    const common = Math.min(to, run.to) - Math.max(from, run.from);
    if (common <= 0) continue;
    const weight = 40 * (common / (Math.max(to, run.to) - Math.min(from, run.from))) ** 3;
    width += weight * ratio.width;
    height += weight * ratio.height;
    weights += weight;
  }
  return { width: width / weights, height: height / weights };
}

function withPaper(view: View, scenes: readonly Scene[], papers: readonly Paper[]): readonly Scene[] {
  const scale = scenes.reduce((most, scene) => Math.min(most, best(papers, scene).scale), natural);
  return scenes.map((scene, index) => {
    const { paper } = best(papers, scene);
    if (paper === undefined) throw new Error('no paper was given');
    const page: ScenePage = {
      number: index + 1,
      count: scenes.length,
      name: pagePhrases(view.language, view).named(index + 1, contents(scene)),
      paper,
      scale,
    };
    return { ...scene, nodes: scene.nodes.map(withoutClock), page };
  });
}

/** A time limit has its clock at its step, on the page of that; where the connection comes in, a connector is no step. */
function withoutClock(node: SceneNode): SceneNode {
  if (node.type !== 'connector' || node.clock === undefined) return node;
  const { clock: _, ...rest } = node;
  return rest;
}

/** The phases on a page, or its first step. */
function contents({ bands, nodes }: Scene): string {
  const phases = bands.filter(({ kind }) => kind === 'phase').map(({ full }) => full);
  const [first] = phases;
  const last = phases.at(-1);
  if (first !== undefined && last !== undefined) return first === last ? first : `${first} – ${last}`;
  const named = nodes.filter(({ type }) => type !== 'connector' && type !== 'fork' && type !== 'join');
  return (named[0] ?? nodes[0])?.tip.split('\n')[0] ?? '';
}
