/** Which of several pictures of one view is the best: one price, made of the quality report and of how well it fits a page. */
import type { Scene } from '../model/scene.js';
import { quality, type Quality } from './quality.js';

export interface Candidate {
  readonly scene: Scene;
  readonly figures: Quality;
  readonly price: number;
  /** What of the price is for detours. */
  readonly detours: number;
}

/** A4 in CSS pixels, the long side first: pages lie as the picture wants. */
const page = { long: 1123, short: 794 };
/** Width over height of what fills a page or a screen. Beyond it a picture is a strip: small to look at, and long to follow. */
const shapely = { tall: 0.7, wide: 1.8 };

/** A slide, between the common shapes. */
const slide = 1.35;

/** How many times too long a picture is, less one; a small one may be as long as it likes. */
function stretched({ width, height }: Scene): number {
  const aspect = width / height;
  const times = Math.max(1, aspect / shapely.wide, shapely.tall / aspect) - 1;
  return Math.min(2, times) * Math.min(1, Math.max(width, height) / page.long);
}

function fitOf({ width, height }: Scene): number {
  return Math.max(Math.min(page.long / width, page.short / height), Math.min(page.short / width, page.long / height));
}

/** Weights in rough proportion to how much each thing disturbs a reader. */
export function judge(scene: Scene): Candidate {
  const figures = quality(scene);
  const detours = figures.detours * 0.1;
  const price =
    figures.violations.length * 100_000 +
    figures.crossings * 80 +
    figures.bends * 12 +
    (figures.main - figures.straightMain) * 60 +
    (figures.handoffs - figures.levelHandoffs) * 10 +
    figures.length * 0.02 +
    detours +
    260 / Math.min(1, fitOf(scene)) +
    150 * stretched(scene);
  return { scene, figures, price, detours };
}

/**
 * The price that a search will probably bring a first guess to: what crosses, turns aside or goes a long way round it mostly mends,
 * but not the shape. The weights are those that fit 200 models, examples and random flows best, in round figures.
 */
export function promise({ figures, price, detours }: Candidate): number {
  return price - 60 * figures.crossings - 20 * (figures.main - figures.straightMain) - 0.5 * detours;
}

/**
 * For pictures in rows, which differ in little but their shape: that of a slide, and few connections across. A small one may be as
 * long as it likes here, too.
 */
export function judgeRows(scene: Scene): Candidate {
  const figures = quality(scene);
  const size = Math.min(1, Math.max(scene.width, scene.height) / page.long);
  const price =
    figures.violations.length * 100_000 +
    figures.crossings * 45 +
    figures.bends * 12 +
    260 / Math.min(1, fitOf(scene)) +
    300 * Math.abs(Math.log(figures.aspect / slide)) * size;
  return { scene, figures, price, detours: 0 };
}

/** The first of the cheapest. */
export function cheapest(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>((a, b) => (a === undefined || b.price < a.price ? b : a), undefined);
}
