/** How much small edits move pictures, added up for each view and direction: what `stability.json` holds. */
import { layout } from '../../src/layout/index.js';
import type { View } from '../../src/model/view.js';
import { project } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { largeView } from '../fixtures/large-flow.js';
import { editKinds, editOf, movement, type Movement } from './edits.js';

export const pictures = [
  ['swimlane', 'down'],
  ['swimlane', 'right'],
  ['flow', 'down'],
  ['flow', 'right'],
] as const;
type Picture = (typeof pictures)[number];

/** Per edit. Shares in percent, ways in px. */
export interface Stability {
  readonly edits: number;
  /** How far what comes before the edit moves: in all, along the flow, and without what all of it moves together. */
  readonly shift: number;
  readonly along: number;
  readonly apart: number;
  /** In how many of the edits anything before it moves, and anything moves along the flow. */
  readonly moved: number;
  readonly movedAlong: number;
  /** Pairs of steps, before and behind the edit, whose order is turned round. */
  readonly inversions: number;
}

const seeds = [11, 12, 13];
const editsOfEach = 5;

function views([view, direction]: Picture): readonly View[] {
  return [
    ...seeds.map((seed) => largeView({ seed, nodes: 40, lanes: 5 + (seed % 3), phases: 4, view, direction })),
    ...examples.map(([, process]) => project(process, view, { language: process.language, direction })),
  ];
}

export async function stability(picture: Picture): Promise<Stability> {
  const found: Movement[] = [];
  for (const [place, view] of views(picture).entries()) {
    const old = await layout(view);
    for (const kind of editKinds) {
      for (let number = 0; number < (place < seeds.length ? editsOfEach : 1); number++) {
        const edit = editOf(view, kind, 7 * number + place);
        if (edit !== undefined) found.push(movement(old, await layout(edit.view), edit.before));
      }
    }
  }
  const mean = (of: (movement: Movement) => number, digits: number): number =>
    Number((found.reduce((sum, one) => sum + of(one), 0) / found.length).toFixed(digits));
  return {
    edits: found.length,
    shift: mean(({ shift }) => shift, 1),
    along: mean(({ along }) => along, 1),
    apart: mean(({ apart }) => apart, 1),
    moved: mean(({ moved }) => (moved ? 100 : 0), 1),
    movedAlong: mean(({ movedAlong }) => (movedAlong ? 100 : 0), 1),
    inversions: mean(({ inversions }) => 100 * inversions, 2),
  };
}

/** How much a figure may grow before it counts as worse: one edit more or less of a hundred says nothing. */
const slack: Readonly<Record<Exclude<keyof Stability, 'edits'>, number>> = {
  shift: 2,
  along: 1,
  apart: 1.5,
  moved: 3,
  movedAlong: 3,
  inversions: 0.1,
};

/** What is worse than before, in words. */
export function lessStable(before: Stability, now: Stability): readonly string[] {
  return (Object.keys(slack) as (keyof typeof slack)[]).flatMap((figure) =>
    now[figure] > before[figure] + slack[figure] ? [`${figure} ${now[figure]}, was ${before[figure]}`] : [],
  );
}
