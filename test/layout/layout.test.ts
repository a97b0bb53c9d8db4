/** The contract of a picture on random graphs: whatever the process, nothing overlaps, hides or leaves its band. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detourOf, lengthOf } from '../../src/layout/measures.js';
import { layout, quality } from '../../src/layout/index.js';
import { evenWidth } from '../../src/layout/legend-rows.js';
import type { Scene } from '../../src/model/scene.js';
import type { View } from '../../src/model/view.js';
import { project } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { edge, node, process } from '../fixtures/process.js';
import { randomView } from './random-view.js';

function complete(view: View, scene: Scene): void {
  expect(scene.nodes.map(({ id }) => id)).toEqual(view.nodes.map(({ id }) => id));
  expect(scene.edges.map(({ id }) => id)).toEqual(view.edges.map(({ id }) => id));
  expect(scene.bands.filter(({ kind }) => kind === 'lane').map(({ id }) => id)).toEqual(view.lanes.map(({ id }) => id));
  expect(scene.bands.filter(({ kind }) => kind === 'phase').map(({ id }) => id)).toEqual(
    view.phases.map(({ id }) => id),
  );
}

async function holds(view: View): Promise<void> {
  const scene = await layout(view);
  complete(view, scene);
  expect(quality(scene).violations, `seed ${view.title}`).toEqual([]);
}

const direction = fc.constantFrom('right' as const, 'down' as const);

describe('random graphs keep the contract', () => {
  it('with lanes and phases', { timeout: 120_000 }, async () => {
    const options = fc.record({
      seed: fc.nat(),
      nodes: fc.integer({ min: 2, max: 30 }),
      lanes: fc.integer({ min: 1, max: 6 }),
      phases: fc.integer({ min: 0, max: 4 }),
      direction,
    });
    await fc.assert(
      fc.asyncProperty(options, (option) => holds(randomView(option))),
      { numRuns: 60, seed: 1 },
    );
  });

  it('without lanes', { timeout: 120_000 }, async () => {
    const options = fc.record({ seed: fc.nat(), nodes: fc.integer({ min: 2, max: 24 }), direction });
    await fc.assert(
      fc.asyncProperty(options, (option) => holds(randomView({ ...option, lanes: 0, phases: 0 }))),
      { numRuns: 25, seed: 1 },
    );
  });

  it('at 200 nodes', { timeout: 60_000 }, async () => {
    await holds(randomView({ seed: 7, nodes: 200, lanes: 6, phases: 4, direction: 'down' }));
  });
});

describe('a way round', () => {
  const at = (...corners: readonly (readonly [number, number])[]) => corners.map(([x, y]) => ({ x, y }));

  it('is no detour while it is short, or while its ends are far apart', () => {
    expect(detourOf(at([0, 0], [0, 900]))).toBe(0);
    expect(detourOf(at([0, 0], [-100, 0], [-100, 300], [0, 300]))).toBe(0);
    expect(detourOf(at([0, 0], [0, -200], [900, -200], [900, 0]))).toBe(0);
  });

  it('round the whole picture is one, by what it is longer than a plain way', () => {
    expect(detourOf(at([0, 0], [-500, 0], [-500, 1000], [0, 1000]))).toBe(50);
    expect(detourOf(at([0, 0], [0, -500], [900, -500], [900, 700], [100, 700]))).toBe(3400 - 1.5 * 800 - 450);
  });

  it('is not taken to save a crossing', async () => {
    const flow = examples.find(([path]) => path.endsWith('after-sales.flow.yaml'))?.[1];
    if (flow === undefined) throw new Error('the example is gone');
    const { edges } = await layout(project(flow, 'flow', { language: 'zh', direction: 'right' }));
    const outlook = edges.find(({ id }) => id === 'care->outlook');
    expect(lengthOf(outlook?.points ?? [])).toBeLessThan(800);
  });
});

describe('layout', () => {
  const base = { seed: 11, nodes: 25, lanes: 4, phases: 3 };

  it('gives the same scene again', async () => {
    const view = randomView({ ...base, direction: 'auto' });
    expect(await layout(view)).toEqual(await layout(structuredClone(view)));
  });

  it('keeps the wanted direction: lanes side by side when it runs down, one below the other when it runs right', async () => {
    for (const [wanted, axis] of [
      ['down', 'x'],
      ['right', 'y'],
    ] as const) {
      const scene = await layout(randomView({ ...base, direction: wanted }));
      expect(scene.direction).toBe(wanted);
      const lanes = scene.bands.filter(({ kind }) => kind === 'lane');
      lanes
        .slice(1)
        .forEach((lane, index) => expect(lane.box[axis]).toBeGreaterThan(lanes[index]?.box[axis] ?? Infinity));
    }
  });

  it('draws a view without any node', async () => {
    const view = { ...randomView({ ...base, lanes: 0, phases: 0, direction: 'auto' }), nodes: [], edges: [] };
    const scene = await layout(view);
    expect(scene.nodes).toEqual([]);
    expect(scene.width).toBeGreaterThan(0);
  });

  it('writes beside a bar what its author calls it, and nothing where it has no name', async () => {
    const words = async (name?: string): Promise<readonly string[]> => {
      const split = node('split', { type: 'fork', ...(name === undefined ? {} : { name: { en: name } }) });
      const flow = process({
        nodes: [split, node('a', { type: 'task' }), node('b', { type: 'task' })],
        edges: [edge('split', 'a'), edge('split', 'b')],
      });
      const scene = await layout(project(flow, 'flow', { language: 'en', direction: 'down' }));
      return (scene.nodes.find(({ id }) => id === 'split')?.runs ?? []).map(({ text }) => text);
    };
    expect(await words('Start the reviews')).toEqual(['Start the reviews']);
    expect(await words('split')).toEqual([]);
    expect(await words()).toEqual([]);
  });

  it('places a node without phase in the band of what leads to it', async () => {
    const view = randomView({ ...base, direction: 'down' });
    const nodes = view.nodes.map(({ phase, ...node }, index) =>
      index === 1 || phase === undefined ? node : { ...node, phase },
    );
    expect(quality(await layout({ ...view, nodes })).violations).toEqual([]);
  });
});

describe('the rows of a legend', () => {
  it.each([
    // No entry is left alone where the row before can give some.
    [[50, 50, 50, 50, 50], 10, 240, 170],
    [[50, 50, 50], 10, 170, 170],
    [[50, 50, 50], 10, 1000, 170],
    [[300, 20], 10, 310, 300],
    [[], 10, 100, 100],
  ])('%j with gaps of %i in %i px break at %i', (lengths, gap, width, expected) => {
    expect(evenWidth(lengths, gap, width)).toBe(expected);
  });

  it('are drawn even', async () => {
    const kinds = ['start', 'end', 'task', 'decision', 'wait', 'fork', 'join'] as const;
    const view = project(process({ nodes: [node('a', { type: 'task' })], edges: [] }), 'flow', {
      language: 'en',
      direction: 'down',
    });
    const { legend } = await layout({ ...view, legend: kinds.map((kind) => ({ kind, text: 'About ten m' })) });
    const rows = [...new Set(legend.map(({ swatch }) => swatch.y))];
    const counts = rows.map((y) => legend.filter(({ swatch }) => swatch.y === y).length);
    expect(counts.length).toBeGreaterThan(1);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(3);
  });
});
