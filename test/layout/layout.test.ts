/** The contract of a picture on random graphs: whatever the process, nothing overlaps, hides or leaves its band. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detourOf, lengthOf } from '../../src/layout/measures.js';
import { layout, quality } from '../../src/layout/index.js';
import { evenWidth } from '../../src/layout/legend-rows.js';
import type { Scene } from '../../src/model/scene.js';
import type { View, ViewNode } from '../../src/model/view.js';
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

  it('makes headers of phases as wide as it takes to keep their words whole, and no wider', async () => {
    const headers = async (...names: string[]) => {
      const view = randomView({ ...base, direction: 'down' });
      const phases = view.phases.map((phase, index) => ({ ...phase, name: names[index] ?? 'Close' }));
      const { bands } = await layout({ ...view, phases });
      return bands.flatMap(({ kind, runs, header }) =>
        kind === 'phase' ? [{ lines: runs.map(({ text }) => text), width: header.width }] : [],
      );
    };
    const long = await headers('Introduction', 'Communication plan', 'Due diligence');
    expect(long.map(({ lines }) => lines)).toEqual([['Introduction'], ['Communication', 'plan'], ['Due diligence']]);
    const short = await headers('Win', 'Keep', 'Go on');
    expect(short[0]?.width).toBeLessThan(80);
    const endless = await headers('Donaudampfschifffahrtsgesellschaftskapitän');
    expect(endless[0]?.width).toBeLessThan(170);
  });

  it('makes headers of lanes and groups as wide as their words, too, where time runs right', async () => {
    const view = randomView({ ...base, direction: 'right' });
    const lanes = view.lanes.map((lane) => ({
      ...lane,
      name: 'Telecommunications',
      group: { id: 'group', name: 'Internationalisation' },
    }));
    const scene = await layout({ ...view, lanes });
    for (const { kind, runs } of scene.bands) {
      if (kind === 'lane') expect(runs.map(({ text }) => text)).toEqual(['Telecommunications']);
      if (kind === 'group') expect(runs.map(({ text }) => text)).toEqual(['Internationalisation']);
    }
    expect(quality(scene).violations).toEqual([]);
  });

  describe('of a node', () => {
    const linesOf = async (more: Partial<ViewNode>, role: string): Promise<readonly string[]> => {
      const view = randomView({ ...base, lanes: 0, phases: 0, nodes: 2, direction: 'down' });
      const nodes = view.nodes.map((one, index) => (index === 0 ? { ...one, ...more } : one));
      const scene = await layout({ ...view, nodes });
      expect(quality(scene).violations).toEqual([]);
      const [first] = scene.nodes;
      const runs = [...(first?.runs ?? []), ...(first?.badges ?? []).flatMap((badge) => badge.runs)];
      return runs.flatMap((run) => (run.role === role ? [run.text] : []));
    };

    it.each(['task', 'decision', 'start'] as const)('gives the owner of a %s two lines', async (type) => {
      const lines = await linesOf({ type, name: 'Sign', caption: 'Prospective client and family office' }, 'caption');
      expect(lines).toEqual(['Prospective client', 'and family office']);
    });

    it('sets the title as wide as the paragraphs below may be', async () => {
      const name = 'Prepare renewal (T-90) with care';
      const details = ['Offer a smaller plan; Call the sponsor'];
      expect(await linesOf({ type: 'phase', name, details }, 'node')).toEqual([name]);
    });

    it('says of a paragraph that is too long the same in fewer words, as few as it takes', async () => {
      const details = ['long '.repeat(60), 'less long '.repeat(30), 'short enough', 'shorter'];
      const more = { caption: '', details: details.slice(0, 1), shorterDetails: [details.slice(1)] };
      expect(await linesOf({ type: 'phase', name: 'One', ...more }, 'caption')).toEqual(['short enough']);
    });

    it('makes a diamond wider before what may be a word is parted', async () => {
      const name = '甲乙丙丁戊己庚辛壬癸子？';
      expect(await linesOf({ type: 'decision', name, caption: '' }, 'node')).toEqual([name]);
    });

    it('lets a badge reach beyond the width of others in a diamond rather than cut it', async () => {
      const badge = { kind: 'data-read', text: '理赔核心业务系统', title: '' } as const;
      expect(await linesOf({ type: 'decision', name: '理赔？', caption: '', badges: [badge] }, 'badge')).toEqual([
        badge.text,
      ]);
    });
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
