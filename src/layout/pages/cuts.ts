/**
 * Where a strip is cut into pages: few pages, few connections cut, no end apart from what leads to it, at the borders of phases, none
 * nearly empty.
 *
 * By estimates first. What a page really needs is known when it is laid out: what was found not to fit is given to `cut` again as
 * `tooLarge`, and nothing that contains it is tried any more.
 */
import type { Strip } from './strip.js';

/** Positions from `from` to before `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

export interface Cuts {
  readonly runs: readonly Run[];
  readonly price: number;
}

const price = { page: 70, crossing: 16, end: 60, phase: -24, level: 30, empty: 40, misfit: 10_000 };

/**
 * `share`: which part of a page a picture of that run takes, along its tighter side. A run of a single row that fits no page is
 * taken all the same, for there is nothing left to cut.
 */
export function cut(strip: Strip, share: (run: Run) => number, tooLarge: readonly Run[]): Cuts {
  const count = strip.order.length;
  const best: { readonly price: number; readonly from: number }[] = [{ price: 0, from: 0 }];
  // The last run found too large that begins at or behind a position ends here.
  const barrier = new Int32Array(count + 1).fill(count + 1);
  for (const { from, to } of tooLarge) barrier[from] = Math.min(barrier[from] ?? to, to);
  for (let at = count - 1; at >= 0; at--) barrier[at] = Math.min(barrier[at] ?? 0, barrier[at + 1] ?? 0);

  for (let from = 0; from < count; from++) {
    const before = best[from];
    if (before === undefined) continue;
    for (let to = from + 1; to <= count; to++) {
      const taken = share({ from, to });
      const fits = taken <= 1 && to < (barrier[from] ?? Infinity);
      if (!fits && to > from + 1) break;
      const seam = strip.seams[to];
      const last = to === count;
      const sum =
        before.price +
        price.page +
        (fits ? price.empty * (1 - Math.min(1, taken)) ** 2 : price.misfit) +
        (last || seam === undefined
          ? 0
          : price.crossing * seam.crossing +
            price.end * seam.ends +
            (seam.phase ? price.phase : 0) +
            (seam.level ? price.level : 0));
      const standing = best[to];
      if (standing === undefined || sum < standing.price) best[to] = { price: sum, from };
    }
  }
  const runs: Run[] = [];
  for (let to = count; to > 0;) {
    const from = best[to]?.from ?? 0;
    runs.unshift({ from, to });
    to = from;
  }
  return { runs, price: best[count]?.price ?? 0 };
}
