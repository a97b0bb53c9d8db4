/** Bars span their branches: what they cover is met straight, and the block keeps the contract whatever stands in it. */
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/index.js';
import { quality } from '../../src/layout/quality.js';
import type { Scene, SceneNode } from '../../src/model/scene.js';
import type { View, ViewEdge, ViewNode } from '../../src/model/view.js';

interface Block {
  readonly direction: 'down' | 'right';
  readonly lanes: number;
  /** How many steps each branch has. */
  readonly branches: readonly number[];
  /** The lane of each branch; bars and what is around them stand in lane 0. */
  readonly laneOf?: (branch: number) => number;
}

function block({ direction, lanes, branches, laneOf = () => 0 }: Block): View {
  const nodes: ViewNode[] = [];
  const edges: ViewEdge[] = [];
  const node = (id: string, type: ViewNode['type'], lane = 0, name = id): void => {
    const own = lanes === 0 ? {} : { lane: `l${lane}` };
    nodes.push({ id, type, name, caption: '', badges: [], hue: lane, tip: id, ...own });
  };
  const edge = (from: string, to: string, main = true): void => {
    edges.push({ id: `${from}->${to}`, from, to, kind: 'next', label: '', main, otherwise: false });
  };
  node('begin', 'start');
  node('fork', 'fork', 0, '启动备货');
  edge('begin', 'fork');
  branches.forEach((steps, branch) => {
    for (let step = 0; step < steps; step++) {
      node(`b${branch}.${step}`, 'task', laneOf(branch));
      edge(step === 0 ? 'fork' : `b${branch}.${step - 1}`, `b${branch}.${step}`, step > 0 || branch === 0);
    }
  });
  node('join', 'join', 0, 'Everything is ready');
  branches.forEach((steps, branch) => {
    edge(`b${branch}.${steps - 1}`, 'join');
  });
  node('finish', 'end');
  edge('join', 'finish');
  return {
    id: lanes === 0 ? 'flow' : 'swimlane',
    processId: 'block',
    language: 'en',
    title: 'Block',
    subtitle: '',
    description: '',
    direction,
    lanes: Array.from({ length: lanes }, (_, lane) => ({
      id: `l${lane}`,
      name: `Lane ${lane}`,
      hue: lane,
      external: false,
    })),
    phases: [],
    nodes,
    edges,
    legend: [],
  };
}

const find = (scene: Scene, id: string): SceneNode => {
  const found = scene.nodes.find((node) => node.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

/** Where a node's middle lies across the flow, and from where to where a bar reaches. */
function extent(scene: Scene, id: string): { low: number; middle: number; high: number } {
  const { x, y, width, height } = find(scene, id).box;
  const [low, size] = scene.direction === 'down' ? [x, width] : [y, height];
  return { low, middle: low + size / 2, high: low + size };
}

describe.each(['down', 'right'] as const)('flowing %s', (direction) => {
  describe.each([0, 1])('with %i lanes', (lanes) => {
    it.each([[[1, 1]], [[1, 2, 1]], [[1, 1, 1, 1]], [[2, 1, 1, 3, 1]]])(
      'branches of %j steps run straight',
      async (branches) => {
        const scene = await layout(block({ direction, lanes, branches }));
        expect(quality(scene)).toMatchObject({ violations: [], bends: 0, crossings: 0 });
        const middles = branches.map((_, branch) => extent(scene, `b${branch}.0`).middle);
        expect(middles, 'in their order').toEqual([...middles].sort((a, b) => a - b));
        for (const bar of ['fork', 'join']) {
          const { low, high } = extent(scene, bar);
          expect(low).toBeLessThan(Math.min(...middles));
          expect(high).toBeGreaterThan(Math.max(...middles));
        }
      },
    );
  });

  it('branches of other lanes leave the bar in order, and it stays in its lane', async () => {
    const scene = await layout(
      block({ direction, lanes: 4, branches: [1, 1, 1, 1, 1], laneOf: (branch) => Math.max(0, branch - 1) }),
    );
    expect(quality(scene)).toMatchObject({ violations: [], crossings: 0 });
    for (const id of ['b0.0', 'b1.0']) {
      const edge = scene.edges.find(({ to }) => to === id);
      expect(edge?.points, id).toHaveLength(2);
    }
  });

  it('more branches than a lane has columns for are drawn nevertheless', async () => {
    const scene = await layout(block({ direction, lanes: 1, branches: Array.from({ length: 12 }, () => 1) }));
    expect(quality(scene).violations).toEqual([]);
  });
});
