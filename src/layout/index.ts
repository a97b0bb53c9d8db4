/**
 * View → Scene. Lanes and phases by our own grid, everything else by ELK.
 *
 * Several candidates are made and the best by the quality report is kept: no hard violation first, then how well the picture
 * reads and fits a page. Candidates come in a fixed order and ties go to the first, so the result is the same everywhere.
 */
import type { Scene } from '../model/scene.js';
import type { View } from '../model/view.js';
import { measureHeaders } from './bands.js';
import { composeScene } from './frame.js';
import { gridDrawing } from './grid/index.js';
import { quality, type Quality } from './quality.js';

export { quality, hardRules, type HardRule, type Quality, type Violation } from './quality.js';

type Orientation = Scene['direction'];

interface Candidate {
  readonly scene: Scene;
  readonly figures: Quality;
  readonly price: number;
}

/** Places a view. Direction `auto` takes the one whose picture reads better and fits a page better. */
export async function layout(view: View): Promise<Scene> {
  const orientations: readonly Orientation[] = view.direction === 'auto' ? ['down', 'right'] : [view.direction];
  const banded = view.lanes.length > 0 || view.phases.length > 0;
  const firsts: Candidate[] = [];
  for (const orientation of orientations) {
    const scene = banded ? withGrid(view, orientation, 0) : await withElk(view, orientation);
    if (scene !== undefined) firsts.push(judge(scene));
  }
  let best = cheapest(firsts);
  // The orientation is settled by the first candidates: further ones differ too little in shape to change it. ELK has one
  // answer; the grid steps in where that one breaks the contract.
  const settled = best === undefined ? orientations : [best.scene.direction];
  for (const orientation of settled) {
    for (let variant = banded ? 1 : 0; best === undefined || worthTrying(best, banded); variant++) {
      const scene = withGrid(view, orientation, variant);
      if (scene === undefined) break;
      best = cheapest([...(best === undefined ? [] : [best]), judge(scene)]);
    }
  }
  if (best === undefined) throw new Error('no layout was made');
  return best.scene;
}

function worthTrying({ figures }: Candidate, banded: boolean): boolean {
  return figures.violations.length > 0 || (banded && figures.crossings > 0);
}

function cheapest(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>((a, b) => (a === undefined || b.price < a.price ? b : a), undefined);
}

function withGrid(view: View, orientation: Orientation, variant: number): Scene | undefined {
  const headers = measureHeaders(view, orientation);
  const drawing = gridDrawing(view, orientation, headers.minimum, variant);
  if (drawing === undefined) return undefined;
  const { nodes, edges, lanes, phases } = drawing;
  const [width, height] = orientation === 'down' ? [lanes.size, phases.size] : [phases.size, lanes.size];
  const graph = { nodes, edges, width, height, laneBorders: lanes.borders, phaseBorders: phases.borders };
  return composeScene(view, orientation, graph, headers);
}

/** ELK's picture, or undefined where ELK fails: it does on rare graphs, and then the grid must do. */
async function withElk(view: View, orientation: Orientation): Promise<Scene | undefined> {
  const { layoutWithElk } = await import('./elk.js');
  const graph = await layoutWithElk(view, orientation).catch(() => undefined);
  return graph === undefined ? undefined : composeScene(view, orientation, graph, measureHeaders(view, orientation));
}

/** A4 in CSS pixels, the long side first. */
const page = { long: 1123, short: 794 };

/** What a picture costs, in rough proportion to how much it disturbs a reader. */
function judge(scene: Scene): Candidate {
  const figures = quality(scene);
  const { width, height } = scene;
  const fit = Math.max(
    Math.min(page.long / width, page.short / height),
    Math.min(page.short / width, page.long / height),
  );
  const price =
    figures.violations.length * 100_000 +
    figures.crossings * 60 +
    figures.bends * 12 +
    (figures.main - figures.straightMain) * 60 +
    (figures.handoffs - figures.levelHandoffs) * 10 +
    figures.length * 0.02 +
    260 / Math.min(1, fit);
  return { scene, figures, price };
}
