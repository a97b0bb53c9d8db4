/**
 * Real models as judge: every BPMN model of the corpus keeps the contract in every direction, and neither they nor the examples
 * are drawn worse than what `corpus/baseline.json` says was reached. After a change for the better, or for the worse with a
 * reason: `node scripts/layout-baseline.mjs`. Without lanes they cross no more than those of ELK, given the same graphs.
 *
 * Without the corpus beside the project only the examples are compared.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/index.js';
import { measure, type Baseline, type Measured } from './corpus/baseline.js';
import { directions, worse } from './corpus/figures.js';
import { absence, present } from './corpus/files.js';
import { corpusSets, corpusViews } from './corpus/models.js';
import { besideFlat, flatCrossings, flatSets, inFlatSet, measureFlat, type FlatBaseline } from './corpus/flat-elk.js';
import { draw, faults, sets } from './corpus/pictures.js';

/** Where the script behind the baseline wants the figures; it has nothing to compare them with. */
const wanted = process.env['TRACKFLOW_LAYOUT_FIGURES'];
const minutes = 60_000;

describe.skipIf(!present)(present ? 'every model of the corpus' : absence, () => {
  it.each(corpusViews.map((subject) => [subject.id, subject] as const))('%s keeps the contract', async (_, subject) => {
    const pictures = await draw(subject);
    for (const direction of ['down', 'right'] as const) {
      expect(faults(subject.view, pictures[direction]), direction).toEqual([]);
    }
  });

  it('in direction auto is drawn as in the one that is taken', async () => {
    for (const subject of corpusViews.filter((_, index) => index % 15 === 0)) {
      const { auto } = await draw(subject);
      expect(await layout({ ...subject.view, direction: auto.direction })).toEqual(auto);
    }
  });
});

describe('the baseline', () => {
  const file = new URL('corpus/baseline.json', import.meta.url);
  const baseline = JSON.parse(readFileSync(file, 'utf8')) as Baseline;
  const known = sets.filter((set) => present || !corpusSets.some((one) => one === set));

  it('has every set', () => {
    expect(Object.keys(baseline)).toEqual(sets);
  });

  it.runIf(wanted === undefined).each(known)('holds: %s', { timeout: 2 * minutes }, async (set) => {
    const before = baseline[set];
    const { totals } = await measure(set);
    expect(before && worse(before, totals), 'node scripts/layout-baseline.mjs, if this is meant').toEqual([]);
  });

  it.runIf(wanted !== undefined)('is measured', { timeout: 5 * minutes }, async () => {
    const figures: Record<string, Measured> = {};
    for (const set of known) figures[set] = await measure(set);
    const flat: Record<string, FlatBaseline[string]> = {};
    const beside: Record<string, unknown> = {};
    for (const set of flatSets.filter((one) => known.includes(one))) {
      const crossings = (flat[set] = await measureFlat(set));
      beside[set] = Object.fromEntries(
        await Promise.all(
          directions.map(async (direction) => [direction, await besideFlat(set, crossings, direction)] as const),
        ),
      );
    }
    writeFileSync(wanted ?? '', JSON.stringify({ figures, flat, beside }));
  });
});

describe('beside ELK layered alone, without lanes', () => {
  const file = new URL('corpus/flat-elk.json', import.meta.url);
  const flat = JSON.parse(readFileSync(file, 'utf8')) as FlatBaseline;
  const known = flatSets.filter((set) => present || !corpusSets.some((one) => one === set));

  it('what is kept is what ELK draws', { timeout: minutes }, async () => {
    expect(Object.keys(flat)).toEqual([...flatSets]);
    for (const set of known) {
      const crossed = inFlatSet(set).filter(({ id }, index) => index % 25 === 0 || flat[set]?.[id] !== undefined);
      for (const { id, view } of crossed) {
        const found = { down: await flatCrossings(view, 'down'), right: await flatCrossings(view, 'right') };
        expect([id, found]).toEqual([id, flat[set]?.[id] ?? { down: 0, right: 0 }]);
      }
    }
  });

  it.each(known.flatMap((set) => directions.map((direction) => [set, direction] as const)))(
    'no more crossings: %s, %s',
    { timeout: 2 * minutes },
    async (set, direction) => {
      const crossings = await besideFlat(set, flat[set] ?? {}, direction);
      expect(crossings.ours).toBeLessThanOrEqual(crossings.flat);
    },
  );
});
