/**
 * A small edit moves little: no less than `stability.json` says was reached. After a change for the better, or for the worse with
 * a reason: `node scripts/stability-baseline.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lessStable, pictures, stability, type Stability } from './stability.js';

/** Where the script behind the baseline wants the figures. */
const wanted = process.env['TRACKFLOW_STABILITY_FIGURES'];
const minutes = 60_000;

describe('the stability of pictures', () => {
  const file = new URL('stability.json', import.meta.url);
  const baseline = (): Readonly<Record<string, Stability>> =>
    JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Stability>>;

  it.runIf(wanted === undefined).each(pictures)('%s, %s', { timeout: 5 * minutes }, async (view, direction) => {
    const before = baseline()[`${view} ${direction}`];
    expect(before && lessStable(before, await stability([view, direction]))).toEqual([]);
  });

  it.runIf(wanted === undefined)('would not pass where more moves', () => {
    const before = baseline()['swimlane down'];
    if (before === undefined) throw new Error('the baseline is gone');
    expect(lessStable(before, { ...before, along: before.along + 5 })).toEqual([
      `along ${before.along + 5}, was ${before.along}`,
    ]);
  });

  it.runIf(wanted !== undefined)('is measured', { timeout: 20 * minutes }, async () => {
    const figures: Record<string, Stability> = {};
    for (const picture of pictures) figures[picture.join(' ')] = await stability(picture);
    writeFileSync(wanted ?? '', `${JSON.stringify(figures, undefined, 2)}\n`);
  });
});
