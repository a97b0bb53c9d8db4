/** Figures of every set in every direction, and where they are worse than those that were committed. */
import type { View } from '../../../src/model/view.js';
import { addUp, rates, type Totals } from './figures.js';
import { directions, draw, subjects, type Direction, type Pictures } from './pictures.js';

/** What `baseline.json` holds, by set and direction. */
export type Baseline = Readonly<Record<string, Readonly<Record<Direction, Totals>>>>;

export interface Measured {
  readonly totals: Readonly<Record<Direction, Totals>>;
  /** Of the pictures in direction `auto`, in ascending order. */
  readonly milliseconds: readonly number[];
}

export async function measure(set: string): Promise<Measured> {
  const pictures: (Pictures & { readonly view: View })[] = [];
  for (const subject of subjects)
    if (subject.set === set) pictures.push({ ...(await draw(subject)), view: subject.view });
  const totals = (direction: Direction): Totals =>
    addUp(pictures.map((picture) => ({ view: picture.view, scene: picture[direction] })));
  return {
    totals: { auto: totals('auto'), down: totals('down'), right: totals('right') },
    milliseconds: pictures.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b),
  };
}

/** One line for each rate that has grown. */
export function worse(
  before: Readonly<Record<Direction, Totals>>,
  after: Readonly<Record<Direction, Totals>>,
): string[] {
  return directions.flatMap((direction) => {
    const now = rates(after[direction], direction === 'auto');
    return [...rates(before[direction], direction === 'auto')].flatMap(([name, was]) => {
      const is = now.get(name) ?? 0;
      return is > was + 1e-9 ? [`${direction}: ${name} ${is.toFixed(4)}, was ${was.toFixed(4)}`] : [];
    });
  });
}
