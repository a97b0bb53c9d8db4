/**
 * View → Scene, by our own grid, which ELK guides in large views without lanes; data-flow diagrams in rows.
 *
 * Several candidates are made and the best by the quality report is kept: no hard violation first, then how well the picture
 * reads and fits a page. Candidates come in a fixed order and ties go to the first, so the result is the same everywhere.
 */
import type { PageFormat } from '../model/paper.js';
import type { Point, Scene } from '../model/scene.js';
import type { View } from '../model/view.js';
import { measureHeaders } from './bands.js';
import { composeScene } from './frame.js';
import { layoutDifference as differenceLaidOut } from './difference.js';
import { buildGraph } from './graph.js';
import { cheapest, judgeRows, type Candidate } from './judge.js';
import { layoutPages } from './pages/index.js';
import { layoutInRows } from './rows/index.js';
import { searchGrid, type GridSearch } from './search.js';

export { redrawn, type Redrawing } from './redrawn.js';
export { withClocks } from './difference.js';
export { withHead, type Head, type Panel } from './head.js';
export { layoutMatrix, layoutMatrixOnPaper } from './matrix/index.js';
export { crossings } from './crossings.js';
export { quality, hardRules, type HardRule, type Quality, type Violation } from './quality.js';

type Orientation = Scene['direction'];
const everyOrientation: readonly Orientation[] = ['down', 'right'];

/** `sketch`: the first guess, in one strip along the flow, for what is measured and cut. */
type Effort = 'sketch' | 'full';

/** Places a view. Direction `auto` takes the one whose picture reads better and fits a page better. */
export async function layout(view: View): Promise<Scene> {
  return layOut(view, 'full');
}

/** Places a view of a difference: what is gone keeps to itself, and every sign has a place. */
export async function layoutDifference(view: View): Promise<Scene> {
  return differenceLaidOut(view, layout);
}

/** Which way `layout` lets the flow run: what the view says, or for `auto` what it chooses. */
export async function directionOf(view: View): Promise<Orientation> {
  if (view.direction !== 'auto') return view.direction;
  if (banded(view)) {
    const [first, second] = promising(everyOrientation.map((orientation) => searchGrid(view, orientation)));
    const settled = second === undefined ? first?.first()?.scene.direction : undefined;
    if (settled !== undefined) return settled;
  }
  return (await layOut(view, 'full')).direction;
}

/** Places a view on as many sheets of paper as it takes to be read on them: one scene for each. */
export async function layoutOnPaper(view: View, format: PageFormat): Promise<readonly Scene[]> {
  return layoutPages(view, format, layOut);
}

const banded = ({ lanes, phases }: View): boolean => lanes.length > 0 || phases.length > 0;

async function layOut(view: View, effort: Effort): Promise<Scene> {
  const orientations: readonly Orientation[] = view.direction === 'auto' ? everyOrientation : [view.direction];
  if (view.id === 'data-flow') return inRows(view, orientations, effort);
  const best = banded(view) ? onGrid(view, orientations, effort) : await guidedOnGrid(view, orientations, effort);
  if (best === undefined) throw new Error('no layout was made');
  return best.scene;
}

/** Into how many columns the rows of a data-flow diagram are folded at most: those of 300 processes are a page. */
const mostColumns = 10;

/** For going on in columns at all: whoever reads has to find the next one. */
const folded = 12;

/** A sketch is not folded: pages are cut along the flow. */
function inRows(view: View, orientations: readonly Orientation[], effort: Effort): Scene {
  const candidates = orientations.flatMap((orientation) => {
    const headers = measureHeaders(view, orientation);
    const fold = layoutInRows(view, orientation, headers.phaseDepth, headers.minimum.phase);
    const made: Candidate[] = [];
    for (let columns = 1; columns <= (effort === 'sketch' ? 1 : mostColumns); columns++) {
      const graph = fold(columns);
      const candidate = graph && judgeRows(composeScene(view, orientation, graph, headers));
      if (candidate) made.push({ ...candidate, price: candidate.price + (columns > 1 ? folded : 0) });
      if (candidate && overfolded(candidate)) break;
    }
    return made;
  });
  const best = cheapest(candidates);
  if (best === undefined) throw new Error('no layout was made');
  return best.scene;
}

/** Whether more columns would only make a strip of the other kind. */
const overfolded = ({ scene, figures: { aspect } }: Candidate): boolean =>
  scene.direction === 'down' ? aspect > 2.2 : aspect < 0.6;

/** Searches of which one promises so much less than the other cannot change places: 1 is equal. */
const close = 1.025;

/** Of searches in several orientations those that may find the best picture, by what their first guesses promise. */
function promising(searches: readonly GridSearch[]): readonly GridSearch[] {
  if (searches.length < 2) return searches;
  const promises = searches.map((search) => search.promise());
  const limit = Math.min(...promises) * close;
  return searches.filter((_, index) => (promises[index] ?? Infinity) <= limit);
}

function onGrid(
  view: View,
  orientations: readonly Orientation[],
  effort: Effort,
  corners?: readonly Point[],
): Candidate | undefined {
  const searches = orientations.map((orientation) => searchGrid(view, orientation, corners, effort === 'sketch'));
  if (effort === 'sketch') return cheapest(searches.flatMap((search) => search.first() ?? []));
  return cheapest(promising(searches).flatMap((search) => search.best() ?? []));
}

/**
 * Up to so many nodes the search on the grid needs no guide: over 200 models and flows it found as good a picture or, with forks,
 * a better one, and ELK takes long to load.
 */
const searchable = 60;

/** Above this many each further picture to choose from takes a second and more. */
const drawable = 120;

/** ELK's time and memory run away on large graphs with many more connections than nodes, which nobody can read anyway. */
const tooDense = ({ nodes, edges }: View): boolean => edges.length > 150 && edges.length > 1.8 * nodes.length;

/**
 * Without lanes an order that ELK finds is one more place to begin at, where there is too much for the search to find it. On rare
 * graphs ELK fails, and the grid does without.
 */
async function guidedOnGrid(
  view: View,
  orientations: readonly Orientation[],
  effort: Effort,
): Promise<Candidate | undefined> {
  if (tooDense(view)) return onGrid(view, orientations.slice(0, 1), effort);
  const { length } = view.nodes;
  if (effort === 'sketch' || length <= searchable || length > drawable) return onGrid(view, orientations, effort);
  const { orderWithElk } = await import('./elk.js');
  const corners = await orderWithElk(buildGraph(view)).catch(() => undefined);
  return onGrid(view, orientations, effort, corners);
}
