/** The difference leaves nothing out: put to the process before it gives the process after, on random pairs. */
import { describe, expect, test } from 'vitest';
import { apply, compare } from '../../../src/analyse/diff/index.js';
import { isEmpty } from '../../../src/model/difference.js';
import type { Process } from '../../../src/model/process.js';
import { largeProcess } from '../../fixtures/large-flow.js';
import { rich } from '../../fixtures/process.js';
import { canonical } from './canonical.js';
import { dice, edited, edits } from './edits.js';

const bases: readonly Process[] = [rich, largeProcess({ nodes: 24, seed: 3 }), largeProcess({ nodes: 40, seed: 8 })];

describe('apply(compare(a, b), a) = b', () => {
  test.each(Object.keys(edits))('%s', (name) => {
    for (const base of bases) {
      for (let seed = 1; seed <= 6; seed++) {
        const after = edits[name]?.(base, dice(seed));
        if (after === undefined) continue;
        const difference = compare(base, after);
        expect(canonical(apply(difference, base)), `${name} ${String(seed)}`).toEqual(canonical(after));
        expect(isEmpty(difference), `${name} ${String(seed)}`).toBe(
          JSON.stringify(canonical(base)) === JSON.stringify(canonical(after)),
        );
      }
    }
  });

  test('300 random pairs', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const base = bases[seed % bases.length] ?? rich;
      const before = edited(base, seed, 4);
      const after = edited(base, seed * 31 + 7, 8);
      expect(canonical(apply(compare(before, after), before)), String(seed)).toEqual(canonical(after));
    }
  });
});
