/**
 * Looks for a better picture on the grid: first by how readily lanes open further columns, then by moving single nodes.
 *
 * Only nodes where something is wrong are moved: ends of connections that cross or of main branches that are not straight. Each
 * try is drawn and judged for real, so the search cannot improve an estimate and spoil the picture; how many tries there are
 * depends on the size of the graph alone, never on the clock.
 */
import type { Scene } from '../model/scene.js';
import type { View } from '../model/view.js';
import { measureHeaders } from './bands.js';
import { composeScene } from './frame.js';
import { createGrid, type Nudge, type PlaceOptions } from './grid/index.js';
import { cheapest, judge, type Candidate } from './judge.js';
import { forCrossings, isStraight } from './measures.js';

/** Best guess first. */
const variants: readonly PlaceOptions[] = [
  { sideColumns: 1, columnPrice: 70 },
  { sideColumns: 1, columnPrice: 20 },
  { sideColumns: 2, columnPrice: 40 },
  { sideColumns: 0, columnPrice: 0 },
];

const moves: readonly Nudge[] = [{ sub: 0 }, { sub: 1 }, { sub: -1 }, { delay: 1 }, { sub: 2 }, { delay: 2 }];

/** A try that is given up after its first routes, as a part of a full one. */
const hopelessShare = 0.25;

/** `weight`: nodes, or half the connections of a dense graph: what a try costs grows with both. */
function tries(weight: number): { variants: number; moves: number } {
  if (weight > 120) return { variants: 1, moves: 0 };
  if (weight > 60) return { variants: 2, moves: 8 };
  return { variants: variants.length, moves: weight > 30 ? 12 : 20 };
}

export interface GridSearch {
  /** The best guess. */
  first(): Candidate | undefined;
  /** The best that can be found from there. */
  best(): Candidate | undefined;
}

export function searchGrid(view: View, orientation: Scene['direction']): GridSearch {
  const headers = measureHeaders(view, orientation);
  const grid = createGrid(view, orientation, headers.minimum);
  const limit = tries(Math.max(view.nodes.length, view.edges.length / 2));
  let first: { candidate: Candidate; options: PlaceOptions } | undefined;

  const attempt = (options: PlaceOptions): Candidate | 'known' | 'hopeless' => {
    const drawing = grid.draw(options);
    if (typeof drawing === 'string') return drawing;
    const { nodes, edges, lanes, phases } = drawing;
    const [width, height] = orientation === 'down' ? [lanes.size, phases.size] : [phases.size, lanes.size];
    const placed = { nodes, edges, width, height, laneBorders: lanes.borders, phaseBorders: phases.borders };
    return judge(composeScene(view, orientation, placed, headers));
  };
  const start = (): typeof first => {
    const options = variants[0];
    if (first !== undefined || options === undefined) return first;
    const candidate = attempt(options);
    if (typeof candidate !== 'string') first = { candidate, options };
    return first;
  };

  return {
    first: () => start()?.candidate,
    best() {
      let standing = start();
      if (standing === undefined) return undefined;
      for (const options of variants.slice(1, limit.variants)) {
        if (!improvable(standing.candidate)) return standing.candidate;
        const candidate = attempt(options);
        if (typeof candidate !== 'string' && candidate.price < standing.candidate.price)
          standing = { candidate, options };
      }
      let left = limit.moves;
      for (let moved = true; moved && left > 0;) {
        moved = false;
        for (const id of suspects(standing.candidate.scene)) {
          const index = grid.indexOf(id);
          if (index === undefined) continue;
          for (const move of moves) {
            if (left <= 0) break;
            const options: PlaceOptions = {
              ...standing.options,
              nudges: new Map([...(standing.options.nudges ?? []), [index, move]]),
            };
            const candidate = attempt(options);
            if (candidate === 'known') continue;
            left -= candidate === 'hopeless' ? hopelessShare : 1;
            if (candidate === 'hopeless') continue;
            if (cheapest([standing.candidate, candidate]) !== candidate) continue;
            standing = { candidate, options };
            moved = true;
          }
        }
      }
      return standing.candidate;
    },
  };
}

function improvable({ figures }: Candidate): boolean {
  return figures.violations.length > 0 || figures.crossings > 0 || figures.straightMain < figures.main;
}

/** Nodes at the ends of what disturbs, the most involved first. */
function suspects(scene: Scene): string[] {
  const blame = new Map<string, number>();
  const accuse = (id: string, by: number): void => {
    blame.set(id, (blame.get(id) ?? 0) + by);
  };
  const lane = new Map(scene.nodes.map((node) => [node.id, node.lane]));
  forCrossings(scene.edges, (one, two, times) => {
    for (const id of [one.from, one.to, two.from, two.to]) accuse(id, times);
  });
  for (const edge of scene.edges) {
    if (edge.main && !edge.back && !isStraight(edge.points) && lane.get(edge.from) === lane.get(edge.to)) {
      accuse(edge.from, 1);
      accuse(edge.to, 2);
    }
  }
  const order = new Map(scene.nodes.map((node, index) => [node.id, index]));
  return [...blame.entries()]
    .sort((a, b) => b[1] - a[1] || (order.get(a[0]) ?? 0) - (order.get(b[0]) ?? 0))
    .map(([id]) => id);
}
