/**
 * One seed for every property, so that a test fails because of the change at hand and not because of the day.
 *
 * `TRACKFLOW_SEED=random npm test` looks for counterexamples elsewhere; one that it finds belongs into the `examples` of its property.
 */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

const asked = process.env['TRACKFLOW_SEED'] ?? '20260801';
const { testPath = '' } = expect.getState();

// Loading fast-check takes longer than many a test file runs.
if (asked !== 'random' && readFileSync(testPath, 'utf8').includes("'fast-check'")) {
  const { configureGlobal } = await import('fast-check');
  configureGlobal({ seed: Number(asked) });
}
