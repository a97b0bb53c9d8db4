/** Flows without lanes as pages: long ones fold, parts stand apart, and large ones keep the contract with ELK as their guide. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, quality } from '../../src/layout/index.js';
import type { View } from '../../src/model/view.js';
import { randomView } from './random-view.js';

const empty = randomView({ seed: 1, nodes: 2, lanes: 0, phases: 0, direction: 'auto' });

/** Steps in a row, by the ids of each row. */
function rows(direction: View['direction'], ...chains: readonly (readonly string[])[]): View {
  const step = (id: string) => ({ id, type: 'task', name: `步骤 ${id}`, caption: '', badges: [], tip: id }) as const;
  return {
    ...empty,
    direction,
    nodes: chains.flat().map(step),
    edges: chains.flatMap((chain) =>
      chain.slice(1).map((to, index) => {
        const from = chain[index] ?? '';
        return { id: `${from}->${to}`, from, to, kind: 'next', label: '', main: true, otherwise: false } as const;
      }),
    ),
  };
}

const chain = (count: number, prefix = 's'): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe('a long flow', () => {
  it.each(['auto', 'down', 'right'] as const)('of 40 steps fills a page in direction %s', async (direction) => {
    const scene = await layout(rows(direction, chain(40)));
    const { aspect, violations, crossings } = quality(scene);
    expect(violations).toEqual([]);
    expect(crossings).toBe(0);
    expect(aspect).toBeGreaterThan(0.5);
    expect(aspect).toBeLessThan(2.2);
  });

  it('goes the same way in each of its columns, and on to the next but a few times', async () => {
    const scene = await layout(rows('down', chain(40)));
    const steps = scene.nodes
      .slice(1)
      .map((node, index) => ({ before: scene.nodes[index]?.box ?? node.box, box: node.box }));
    const turns = steps.filter(({ before, box }) => box.y <= before.y);
    expect(turns.length).toBeGreaterThan(0);
    expect(turns.length).toBeLessThan(6);
    for (const { before, box } of turns) expect(box.x).toBeGreaterThan(before.x);
    for (const { before, box } of steps) if (box.y > before.y) expect(box.x).toBe(before.x);
  });

  it('is not folded while it fits', async () => {
    const { nodes } = await layout(rows('down', chain(6)));
    expect(new Set(nodes.map(({ box }) => box.x)).size).toBe(1);
  });
});

it('parts that nothing connects stand side by side, none between the steps of another', async () => {
  const scene = await layout(rows('down', chain(4, 'a'), chain(4, 'b'), chain(3, 'c')));
  const across = ['a', 'b', 'c'].map((part) => {
    const own = scene.nodes.filter(({ id }) => id.startsWith(part)).map(({ box }) => box.x);
    return { low: Math.min(...own), high: Math.max(...own) };
  });
  across.slice(1).forEach(({ low }, index) => {
    expect(low).toBeGreaterThan(across[index]?.high ?? Infinity);
  });
});

it('large views without lanes keep the contract', { timeout: 120_000 }, async () => {
  const options = fc.record({ seed: fc.nat(), nodes: fc.integer({ min: 61, max: 70 }) });
  await fc.assert(
    fc.asyncProperty(options, async (option) => {
      const view = randomView({ ...option, lanes: 0, phases: 0, direction: 'down' });
      expect(quality(await layout(view)).violations).toEqual([]);
    }),
    { numRuns: 3, seed: 3 },
  );
});
