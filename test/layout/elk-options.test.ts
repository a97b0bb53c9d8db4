/** ELK ignores option names it does not know: ours must be known. */
import { expect, it } from 'vitest';
import elkModule from 'elkjs/lib/elk.bundled.js';
import { orderOptions } from '../../src/layout/elk.js';

it('every ELK option we set exists', async () => {
  const known = new Set((await new elkModule.default().knownLayoutOptions()).map(({ id }) => id));
  const ours = Object.keys(orderOptions);
  const exists = (name: string): boolean => known.has(name.replace(/^elk\./, 'org.eclipse.elk.'));
  expect(ours.filter((name) => !exists(name))).toEqual([]);
  expect(exists('elk.layered.noSuchOption')).toBe(false);
});
