/** The figures bite: each blemish is found on a scene made for it, and a level cell counts as free only if it is. */
import { describe, expect, it } from 'vitest';
import type { Scene, SceneEdge, SceneNode, TextRun } from '../../../src/model/scene.js';
import type { View } from '../../../src/model/view.js';
import { blemishes, blemishKinds, type Blemish } from './blemishes.js';
import { addUp, worse, type Totals } from './figures.js';

const run = (text: string, x: number, y: number): TextRun => ({
  text,
  x,
  y,
  anchor: 'middle',
  size: 14,
  weight: 400,
  width: 40,
  role: 'node',
});
const node = (id: string, x: number, y: number, more: Partial<SceneNode> = {}): SceneNode => ({
  id,
  type: 'task',
  box: { x, y, width: 100, height: 40 },
  runs: [],
  badges: [],
  tip: id,
  ...more,
});
const edge = (from: string, to: string, ...points: [number, number][]): SceneEdge => ({
  id: `${from}->${to}`,
  from,
  to,
  kind: 'next',
  main: true,
  otherwise: false,
  back: false,
  points: points.map(([x, y]) => ({ x, y })),
});

const lane = (id: string, x: number) =>
  ({
    id,
    kind: 'lane',
    box: { x, y: 0, width: 200, height: 600 },
    header: { x, y: 0, width: 200, height: 30 },
    runs: [],
    full: '',
  }) as const;

function scene(nodes: readonly SceneNode[], edges: readonly SceneEdge[]): Scene {
  return {
    view: 'swimlane',
    processId: 'p',
    language: 'en',
    direction: 'down',
    width: 600,
    height: 600,
    title: '',
    description: '',
    heading: [],
    frames: [],
    bands: [lane('one', 0), lane('two', 200), lane('three', 400)],
    nodes,
    edges,
    legend: [],
  };
}

const view = (names: Readonly<Record<string, string>>): View => ({
  id: 'swimlane',
  processId: 'p',
  language: 'en',
  title: '',
  subtitle: '',
  description: '',
  direction: 'down',
  lanes: [],
  phases: [],
  nodes: Object.entries(names).map(([id, name]) => ({ id, name, type: 'task', caption: '', badges: [], tip: '' })),
  edges: [],
  legend: [],
});

const label = (x: number, y: number) => ({ box: { x, y, width: 40, height: 16 }, runs: [], full: 'no' });
const nodes = [node('a', 50, 50), node('b', 50, 200)];
const straight = edge('a', 'b', [100, 90], [100, 200]);

const marred: readonly [Blemish, string, Scene][] = [
  [
    'coveredClocks',
    'a label on it',
    scene([{ ...node('a', 50, 50), clock: { x: 150, y: 70 } }], [{ ...straight, label: label(155, 72) }]),
  ],
  ['coveredClocks', 'a connection on it', scene([{ ...node('a', 50, 50), clock: { x: 100, y: 90 } }], [straight])],
  [
    'coveredBarNames',
    'a connection on it',
    scene([node('a', 50, 50, { type: 'fork', runs: [run('Pack', 100, 130)] })], [straight]),
  ],
  ['farLabels', '20 px away', scene(nodes, [{ ...straight, label: label(120, 110) }])],
  [
    'brokenWords',
    'in the middle',
    scene([node('a', 50, 50, { runs: [run('terms ac', 100, 60), run('cepted', 100, 80)] })], []),
  ],
  ['cutNames', 'an ellipsis', scene([node('a', 50, 50, { runs: [run('条款…', 100, 60)] })], [])],
  ['cutNames', 'three dots', scene([node('a', 50, 50, { runs: [run('terms...', 100, 60)] })], [])],
];

describe('blemishes', () => {
  const names = view({ a: 'terms accepted', b: '条款已接受' });
  const broken = [node('b', 50, 50, { runs: [run('条款', 100, 60), run('已接受', 100, 80)] })];
  const fine = [
    node('a', 50, 50, { runs: [run('terms', 100, 60), run('accepted', 100, 80)], clock: { x: 150, y: 70 } }),
  ];

  it.each(marred)('%s: %s', (kind, _, picture) => {
    expect(blemishes(kind, picture, names)).toHaveLength(1);
  });

  it.each(blemishKinds)('%s: none where all is well', (kind) => {
    const labelled = { ...straight, label: label(104, 110) };
    expect(blemishes(kind, scene([...fine, ...broken], [labelled]), names)).toEqual([]);
  });
});

describe('a free level cell', () => {
  const from = node('from', 50, 100, { lane: 'one' });
  const to = node('to', 450, 300, { lane: 'three' });
  const handoff = edge('from', 'to', [150, 120], [500, 120], [500, 300]);
  const open = (others: readonly SceneNode[], more: readonly SceneEdge[] = [], ends = [from, to]): number =>
    addUp([{ view: view({}), scene: scene([...ends, ...others], [handoff, ...more]) }]).openHandoffs;

  it('is one with nothing in it and nothing before it', () => {
    expect(open([])).toBe(1);
    expect(open([node('x', 450, 500, { lane: 'three' }), node('y', 250, 300, { lane: 'two' })])).toBe(1);
  });

  it('is taken by a node of the lane at that height', () => {
    expect(open([node('x', 450, 110, { lane: 'three' })])).toBe(0);
  });

  it('is out of reach behind a node of a lane between', () => {
    expect(open([node('x', 250, 110, { lane: 'two' })])).toBe(0);
  });

  it('is too early if something else leads there later', () => {
    const late = node('late', 450, 220, { lane: 'three' });
    expect(open([late], [edge('late', 'to', [500, 260], [500, 300])])).toBe(0);
  });

  it('is of no use if another handoff leaves or comes level by that side, or to a bar', () => {
    const near = { ...to, box: { ...to.box, x: 250 }, lane: 'two' };
    const next = node('next', 450, 100, { lane: 'three' });
    expect(open([next], [], [from, near])).toBe(1);
    expect(open([next], [edge('from', 'next', [150, 120], [450, 120])], [from, near])).toBe(1);
    expect(open([next], [edge('next', 'from', [450, 120], [150, 120])], [from, near])).toBe(1);
    expect(open([], [], [from, { ...to, type: 'join' }])).toBe(0);
  });
});

describe('the comparison with the baseline', () => {
  const before = addUp([{ view: view({}), scene: scene(nodes, [straight]) }]);
  const by = (totals: Totals) => ({ auto: totals, down: totals, right: totals });

  it('finds nothing worse in the same, and in more of the same', () => {
    expect(worse(by(before), by(before))).toEqual([]);
    const double = addUp([1, 2].map(() => ({ view: view({}), scene: scene(nodes, [straight]) })));
    expect(worse(by(before), by(double))).toEqual([]);
  });

  it('names each rate that has grown, in each direction', () => {
    const bent = { ...before, bends: before.bends + 1, straightMain: 0 };
    expect(worse(by(before), { ...by(before), right: bent })).toEqual([
      'right: bends per connection 1.0000, was 0.0000',
      'right: main branches that are not straight 1.0000, was 0.0000',
    ]);
  });
});
