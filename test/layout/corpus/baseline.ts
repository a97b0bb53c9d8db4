/** The figures of a set of models or examples in every direction. */
import type { View } from '../../../src/model/view.js';
import { addUp, type Direction, type Totals } from './figures.js';
import { draw, subjects, type Pictures } from './pictures.js';

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
