/**
 * Looks for a better picture on the grid: by how the whole is arranged, by how readily lanes open further columns, by placing
 * single nodes otherwise, by moving them where all stand, and by leading single connections round what they cross; last, what
 * goes round half the picture is led across after all, and what turns too often a plainer way.
 *
 * Only nodes where something is wrong are moved: ends of connections that cross or of main branches that are not straight. Each
 * try is drawn and judged for real, so the search cannot improve an estimate and spoil the picture; how many tries there are
 * depends on the size of the graph and on whether connections still cross, never on the clock.
 */
import type { Point, Scene, SceneEdge } from '../model/scene.js';
import type { View } from '../model/view.js';
import { measureHeaders } from './bands.js';
import { composeScene } from './frame.js';
import {
  createGrid,
  down,
  everySide,
  left,
  right,
  type Direction4,
  type Manner,
  type Nudge,
  type PlaceOptions,
  type Routed,
} from './grid/index.js';
import { judge, promise, type Candidate } from './judge.js';
import { countCrossings } from './crossings.js';
import { crooked, crossing, improvable, roundabout, suspects } from './suspects.js';

/** Best guess first. */
const variants: readonly PlaceOptions[] = [
  { sideColumns: 1, columnPrice: 70 },
  { sideColumns: 1, columnPrice: 20 },
  { sideColumns: 2, columnPrice: 40 },
  { sideColumns: 0, columnPrice: 0 },
];

/** What else bars may do than reach over their branches where these stand anyway. */
const bars: readonly Arrangement[] = [{ sideBySide: true }, { shortBars: true }];

/** What it is worth to have branches in their order about the fork, in the units of the judge. */
const inOrder = 30;

const nudges: readonly Nudge[] = [{ sub: 0 }, { sub: 1 }, { sub: -1 }, { delay: 1 }, { sub: 2 }, { delay: 2 }];

/** Width over height that a folded flow should come to: a sheet upright, and a screen. */
const sheets = [0.75, 1.5];
/** What would need more is for several pages. */
const mostColumns = 6;

/** A crossing that the same flow in one strip does without looks like a mistake: what it is worth to have it so, in the units of the judge. */
const needless = 50;

type Way = readonly [Direction4 | undefined, Manner];

/** By which sides a way may leave that is to be shorter or plainer: against the flow it would look like a loop. */
const exits = [undefined, down, right, left] as const;

const shortWays: readonly Way[] = exits.flatMap((side) =>
  (['brisk', 'bold'] as const).map((manner): Way => [side, manner]),
);

const plainerWays: readonly Way[] = (['plain', 'bold', 'wary'] as const).flatMap((manner) =>
  exits.map((side): Way => [side, manner]),
);

/** What detours may cost without nodes being moved for them, in the units of the judge: each move is drawn. */
const bearable = 60;

/** A try that is given up after its first routes, as a part of a full one. */
const hopelessShare = 0.25;

interface Tries {
  readonly variants: number;
  readonly nudges: number;
  readonly shifts: number;
  readonly detours: number;
  /** How often all this is done once more at most, where connections still cross. Between lanes much must cross, and it takes long to find out. */
  readonly rounds: number;
}

/** `weight`: nodes, or half the connections of a dense graph: what a try costs grows with both. */
function tries(weight: number, banded: boolean): Tries {
  if (weight > 600) return { variants: 1, nudges: 0, shifts: 0, detours: 0, rounds: 0 };
  if (weight > 120) return { variants: 1, nudges: 0, shifts: 0, detours: 8, rounds: 0 };
  if (weight > 60) return { variants: 2, nudges: 8, shifts: 20, detours: 60, rounds: banded ? 0 : 3 };
  return { variants: variants.length, nudges: weight > 30 ? 12 : 20, shifts: 20, detours: 80, rounds: 3 };
}

/** Nudges in each further round. */
const oneMoreRound = 40;

/** How the whole is arranged, settled before columns and single nodes are. */
type Arrangement = Pick<PlaceOptions, 'fold' | 'partsInTurn' | 'sideBySide' | 'shortBars' | 'standing'>;

/** A picture, and what it takes to make others from it. */
interface Try {
  readonly candidate: Candidate;
  readonly options: PlaceOptions;
  readonly drawing: Routed;
}

export interface GridSearch {
  /** The best guess. */
  first(): Candidate | undefined;
  /** About what the best will cost, told by the best guess. */
  promise(): number;
  /** The best that can be found from there. */
  best(): Candidate | undefined;
}

/**
 * `corners`: where nodes stand after somebody else's order, as `grid/guided` reads it. `inOneStrip`: never folded into columns, for
 * what is to be cut into pages.
 */
export function searchGrid(
  view: View,
  orientation: Scene['direction'],
  corners?: readonly Point[],
  inOneStrip = false,
): GridSearch {
  const headers = measureHeaders(view, orientation);
  const grid = createGrid(view, orientation, headers.minimum);
  const banded = view.lanes.length > 0 || view.phases.length > 0;
  const limit = tries(Math.max(view.nodes.length, view.edges.length / 2), banded);
  let first: Try | undefined;
  /** The first guess, not folded. */
  let strip: Try | undefined;

  const judged = (drawing: Routed, options: PlaceOptions): Try => {
    const { nodes, edges, lanes, phases } = drawing;
    const [width, height] = orientation === 'down' ? [lanes.size, phases.size] : [phases.size, lanes.size];
    const placed = { nodes, edges, width, height, laneBorders: lanes.borders, phaseBorders: phases.borders };
    return { candidate: judge(composeScene(view, orientation, placed, headers)), options, drawing };
  };
  const attempt = (options: PlaceOptions): Try | 'known' | 'hopeless' => {
    const drawing = grid.draw(options);
    return typeof drawing === 'string' ? drawing : judged(drawing, options);
  };
  /** Whether detours count: they are seen to when all else is settled, because what avoids them on the way there crosses more in the end. */
  let shuns = false;
  const priceOf = ({ candidate }: Try): number => candidate.price - (shuns ? 0 : candidate.detours);
  const better = (standing: Try, other: Try | string): other is Try =>
    typeof other !== 'string' && priceOf(other) < priceOf(standing);

  const start = (): Try | undefined => {
    const [options] = variants;
    if (first !== undefined || options === undefined) return first;
    let guess = attempt(options);
    if (typeof guess === 'string') return undefined;
    for (const arrangement of grid.barred ? bars : []) {
      if (arrangement.shortBars === true && guess.candidate.figures.crossings === 0) continue;
      const other = attempt({ ...options, ...arrangement });
      if (typeof other === 'string') continue;
      // What the search then makes of a guess depends more on its crossings than on its price.
      const worth = arrangement.sideBySide === true ? inOrder : 0;
      const crossings = other.candidate.figures.crossings - guess.candidate.figures.crossings;
      if (crossings <= 0 && other.candidate.price < guess.candidate.price + worth) guess = other;
    }
    const inTurn: Arrangement[] = grid.inParts ? [{ partsInTurn: true }] : [];
    const folded = (inOneStrip ? [] : folds(guess.candidate.scene)).map((fold): Arrangement => ({ fold }));
    const standing = corners && grid.guided(corners);
    const guided: Arrangement[] =
      standing === undefined ? [] : [{}, ...folded].map((other) => ({ ...other, standing }));
    const others = banded ? inTurn : [...folded, ...guided];
    first = strip = guess;
    for (const arrangement of others) {
      const other = attempt({ ...guess.options, ...arrangement });
      if (better(first, other)) first = other;
    }
    return first;
  };

  const columns = (from: Try): Try => {
    const { fold, partsInTurn, sideBySide, shortBars, standing: guided } = from.options;
    if (guided !== undefined) return from;
    let standing = from;
    for (const variant of variants.slice(1, limit.variants)) {
      if (!improvable(standing.candidate.figures)) break;
      const other = attempt({
        ...variant,
        ...(fold !== undefined && { fold }),
        ...(partsInTurn !== undefined && { partsInTurn }),
        ...(sideBySide !== undefined && { sideBySide }),
        ...(shortBars !== undefined && { shortBars }),
      });
      if (better(standing, other)) standing = other;
    }
    return standing;
  };

  /** Tries what `ways` has for each node at fault, until nothing gets better or the tries are used up. */
  const settle = (
    from: Try,
    count: number,
    ways: (options: PlaceOptions, node: number) => Iterable<PlaceOptions>,
  ): Try => {
    let standing = from;
    let left = count;
    for (let moved = true; moved && left > 0;) {
      moved = false;
      for (const id of suspects(standing.candidate.scene, shuns)) {
        const node = grid.indexOf(id);
        if (node === undefined) continue;
        for (const options of ways(standing.options, node)) {
          if (left <= 0) break;
          const other = attempt(options);
          if (other === 'known') continue;
          left -= other === 'hopeless' ? hopelessShare : 1;
          if (!better(standing, other)) continue;
          standing = other;
          moved = true;
          break;
        }
      }
    }
    return standing;
  };

  /** Leads one connection after the other round what it crosses. */
  const untangle = (from: Try): Try => {
    let standing = from;
    let left = limit.detours;
    for (let moved = true; moved && left > 0;) {
      moved = false;
      for (const id of crossing(standing.candidate.scene.edges)) {
        for (const side of [undefined, ...everySide]) {
          const drawing = left > 0 ? standing.drawing.otherwise(id, side, 'wary') : undefined;
          if (drawing === undefined) continue;
          left--;
          if (countCrossings(drawing.edges) >= standing.candidate.figures.crossings) continue;
          const other = judged(drawing, standing.options);
          if (!better(standing, other)) continue;
          standing = other;
          moved = true;
          break;
        }
      }
    }
    return standing;
  };

  /** Leads one connection after the other of those at fault another way, and keeps what is better and crosses no more than it may. */
  const reroute = (
    from: Try,
    atFault: (edges: readonly SceneEdge[]) => readonly SceneEdge[],
    ways: Iterable<Way>,
    method: 'otherwise' | 'plainer',
    mayCross: boolean,
  ): Try => {
    let standing = from;
    let tries = limit.detours;
    for (let moved = true; moved && tries > 0;) {
      moved = false;
      for (const { id } of atFault(standing.candidate.scene.edges)) {
        for (const [side, manner] of ways) {
          const drawing = tries > 0 ? standing.drawing[method](id, side, manner) : undefined;
          if (drawing === undefined) continue;
          tries--;
          if (!mayCross && countCrossings(drawing.edges) > standing.candidate.figures.crossings) continue;
          const other = judged(drawing, standing.options);
          if (!better(standing, other)) continue;
          standing = other;
          moved = true;
        }
      }
    }
    return standing;
  };

  /** Leads what goes round half the picture the short way, across what it shuns. */
  const shorten = (from: Try): Try => reroute(from, roundabout, shortWays, 'otherwise', true);

  /** Leads what turns more often than it must a plainer way. */
  const straighten = (from: Try): Try => reroute(from, crooked, plainerWays, 'plainer', false);

  const placed = (from: Try, count: number): Try =>
    untangle(settle(settle(from, count, nudged), limit.shifts, grid.shifted));

  const searched = (from: Try): Try => {
    let standing = placed(columns(from), limit.nudges);
    for (let round = 0; round < limit.rounds && standing.candidate.figures.crossings > 0; round++) {
      const other = placed(standing, oneMoreRound);
      if (!better(standing, other)) break;
      standing = other;
    }
    return standing;
  };

  /** Leads what goes round half the picture the short way, and where that is not enough moves what it connects. */
  const withoutDetours = (from: Try): Try => {
    if (from.candidate.detours === 0) return from;
    shuns = true;
    const short = shorten(from);
    const found =
      short.candidate.detours < bearable
        ? short
        : shorten(untangle(settle(settle(short, limit.nudges, nudged), limit.shifts, grid.shifted)));
    shuns = false;
    return found;
  };

  function* beginnings({ options }: Try): Generator<Try> {
    if (options.fold !== undefined && strip !== undefined) yield strip;
    if (banded || limit.rounds === 0) return;
    for (const variant of variants.slice(1)) {
      const other = attempt(variant);
      if (typeof other !== 'string') yield other;
    }
    for (const guess of new Set([first, strip])) {
      const other = guess && settle(guess, limit.shifts, grid.shiftedWays);
      if (other !== undefined && other !== guess) yield other;
    }
  }

  /**
   * What crosses may only do so on a folded flow's way from column to column, or because the search began where it did: without lanes
   * hardly anything must, so it begins elsewhere, too, and last with whole ways moved.
   */
  const fromElsewhere = (found: Try): Try => {
    let standing = found;
    for (const beginning of beginnings(found)) {
      const { crossings } = standing.candidate.figures;
      if (crossings === 0) break;
      const other = withoutDetours(searched(beginning));
      const fewer = crossings - other.candidate.figures.crossings;
      if (other.candidate.price < standing.candidate.price + needless * fewer) standing = other;
    }
    return standing;
  };

  return {
    first: () => start()?.candidate,
    promise() {
      const guess = start()?.candidate;
      if (guess === undefined) return Infinity;
      return limit.nudges > 0 ? promise(guess) : guess.price;
    },
    best() {
      const guess = start();
      if (guess === undefined) return undefined;
      if (!improvable(guess.candidate.figures)) return straighten(withoutDetours(guess)).candidate;
      return straighten(fromElsewhere(withoutDetours(searched(guess)))).candidate;
    },
  };
}

function nudged(options: PlaceOptions, node: number): PlaceOptions[] {
  return nudges.map((nudge) => ({ ...options, nudges: new Map([...(options.nudges ?? []), [node, nudge]]) }));
}

/** In how many columns a strip may look like a page or a screen: as many as give it about the shape of a sheet, upright or not. */
function folds({ width, height, direction }: Scene): number[] {
  const strip = direction === 'down' ? height / width : width / height;
  const counts = sheets.map((sheet) => Math.round(Math.sqrt(strip * (direction === 'down' ? sheet : 1 / sheet))));
  return [...new Set(counts)].filter((count) => count > 1 && count <= mostColumns);
}
