/**
 * View → Scene, by our own grid; large views without lanes by ELK too, and the better one counts; data-flow diagrams in rows.
 *
 * Several candidates are made and the best by the quality report is kept: no hard violation first, then how well the picture
 * reads and fits a page. Candidates come in a fixed order and ties go to the first, so the result is the same everywhere.
 */
import type { PageFormat } from '../model/paper.js';
import type { Scene } from '../model/scene.js';
import type { View } from '../model/view.js';
import { measureHeaders } from './bands.js';
import { composeScene } from './frame.js';
import { cheapest, judge, type Candidate } from './judge.js';
import { layoutPages } from './pages/index.js';
import { layoutInRows } from './rows/index.js';
import { searchGrid } from './search.js';

export { crossings } from './crossings.js';
export { quality, hardRules, type HardRule, type Quality, type Violation } from './quality.js';

type Orientation = Scene['direction'];

/** `sketch`: the first guess, for what is only measured. */
type Effort = 'sketch' | 'full';

/** Places a view. Direction `auto` takes the one whose picture reads better and fits a page better. */
export async function layout(view: View): Promise<Scene> {
  return layOut(view, 'full');
}

/** Places a view on as many sheets of paper as it takes to be read on them: one scene for each. */
export async function layoutOnPaper(view: View, format: PageFormat): Promise<readonly Scene[]> {
  return layoutPages(view, format, layOut);
}

async function layOut(view: View, effort: Effort): Promise<Scene> {
  const orientations: readonly Orientation[] = view.direction === 'auto' ? ['down', 'right'] : [view.direction];
  if (view.id === 'data-flow') return inRows(view, orientations);
  const banded = view.lanes.length > 0 || view.phases.length > 0;
  const best = banded ? onGrid(view, orientations, effort) : await competing(view, orientations, effort);
  if (best === undefined) throw new Error('no layout was made');
  return best.scene;
}

function inRows(view: View, orientations: readonly Orientation[]): Scene {
  const candidates = orientations.map((orientation) => {
    const headers = measureHeaders(view, orientation);
    const graph = layoutInRows(view, orientation, headers.minimum.phase);
    return judge(composeScene(view, orientation, graph, headers));
  });
  const best = cheapest(candidates);
  if (best === undefined) throw new Error('no layout was made');
  return best.scene;
}

/** The orientation is settled by first guesses: what a search finds differs too little in shape to change it. */
function onGrid(view: View, orientations: readonly Orientation[], effort: Effort): Candidate | undefined {
  const searches = orientations.map((orientation) => searchGrid(view, orientation));
  const best = cheapest(searches.flatMap((search) => search.first() ?? []));
  return effort === 'sketch' ? best : searches.find((search) => search.first() === best)?.best();
}

/**
 * Up to so many nodes the search on the grid has found the better picture of 200 models but for a handful of small ones, where the
 * two differ by a bend or by pixels; and ELK takes longer to load than the search does.
 */
const searchable = 40;

/** ELK's time and memory run away on large graphs with many more connections than nodes, which nobody can read anyway. */
const tooDense = ({ nodes, edges }: View): boolean => edges.length > 150 && edges.length > 1.8 * nodes.length;

/** ELK stacks the labels of branches that share a vertex beside their common stub, where nobody can tell them apart. */
function sharesVertices(view: View): boolean {
  const branches = new Map<string, number>();
  for (const { from } of view.edges) branches.set(from, (branches.get(from) ?? 0) + 1);
  return view.nodes.some(({ id, type }) => type !== 'fork' && (branches.get(id) ?? 0) > 3);
}

/** Above this many nodes ELK, which takes seconds then, is asked for one orientation only: the one that the grid prefers. */
const manyNodes = 120;

function asked(
  { nodes }: View,
  orientations: readonly Orientation[],
  grid: Candidate | undefined,
): readonly Orientation[] {
  return nodes.length > manyNodes && grid !== undefined ? [grid.scene.direction] : orientations;
}

/**
 * Without lanes ELK and our grid compete where the grid cannot search much. ELK has one answer for each orientation, and on rare
 * graphs none; it is better where many branches run side by side, the grid where one main path has a few: the quality report
 * decides.
 */
async function competing(
  view: View,
  orientations: readonly Orientation[],
  effort: Effort,
): Promise<Candidate | undefined> {
  if (tooDense(view)) return onGrid(view, orientations.slice(0, 1), effort);
  const grid = onGrid(view, orientations, effort);
  if (view.nodes.length <= searchable || sharesVertices(view)) return grid;
  const { layoutWithElk } = await import('./elk.js');
  const candidates: Candidate[] = [];
  for (const orientation of asked(view, orientations, grid)) {
    const graph = await layoutWithElk(view, orientation).catch(() => undefined);
    if (graph !== undefined) {
      candidates.push(judge(composeScene(view, orientation, graph, measureHeaders(view, orientation))));
    }
  }
  return cheapest(grid === undefined ? candidates : [...candidates, grid]);
}
