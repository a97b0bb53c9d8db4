/** Every hard rule bites: a sound scene is spoiled in one way, and exactly that is reported. */
import { describe, expect, it } from 'vitest';
import { hardRules, quality, type HardRule } from '../../src/layout/quality.js';
import type { Box, Scene, SceneEdge, SceneNode } from '../../src/model/scene.js';

function node(id: string, x: number, y: number, more: Partial<SceneNode> = {}): SceneNode {
  return { id, type: 'task', box: { x, y, width: 100, height: 40 }, runs: [], badges: [], tip: id, ...more };
}

function edge(from: string, to: string, points: readonly [number, number][]): SceneEdge {
  return {
    id: `${from}->${to}`,
    from,
    to,
    kind: 'next',
    main: true,
    otherwise: false,
    back: false,
    points: points.map(([x, y]) => ({ x, y })),
  };
}

const label = (box: Box): NonNullable<SceneEdge['label']> => ({ box, runs: [], full: 'yes' });
const text = (x: number, width: number) =>
  ({ text: 'text', x, y: 65, anchor: 'middle', size: 14, weight: 400, width, role: 'node' }) as const;

/** a above b, c to the right of a; two lanes side by side, two phases one above the other. */
const sound: Scene = {
  view: 'swimlane',
  processId: 'p',
  language: 'en',
  direction: 'down',
  width: 600,
  height: 400,
  title: '',
  description: '',
  heading: [],
  frames: [],
  bands: [
    {
      id: 'one',
      kind: 'lane',
      box: { x: 0, y: 0, width: 300, height: 400 },
      header: { x: 0, y: 0, width: 300, height: 20 },
      runs: [],
      full: '',
    },
    {
      id: 'two',
      kind: 'lane',
      box: { x: 300, y: 0, width: 300, height: 400 },
      header: { x: 300, y: 0, width: 300, height: 20 },
      runs: [],
      full: '',
    },
    {
      id: 'early',
      kind: 'phase',
      box: { x: 0, y: 20, width: 600, height: 130 },
      header: { x: 0, y: 20, width: 20, height: 130 },
      runs: [],
      full: '',
    },
    {
      id: 'late',
      kind: 'phase',
      box: { x: 0, y: 150, width: 600, height: 250 },
      header: { x: 0, y: 150, width: 20, height: 250 },
      runs: [],
      full: '',
    },
  ],
  nodes: [
    node('a', 100, 40, { lane: 'one', phase: 'early', runs: [text(150, 60)] }),
    node('b', 100, 200, { lane: 'one', phase: 'late', type: 'decision' }),
    node('c', 400, 40, { lane: 'two', phase: 'early' }),
  ],
  edges: [
    edge('a', 'b', [
      [150, 80],
      [150, 200],
    ]),
    {
      ...edge('a', 'c', [
        [200, 60],
        [400, 60],
      ]),
      label: label({ x: 210, y: 40, width: 40, height: 16 }),
    },
    edge('c', 'b', [
      [450, 80],
      [450, 220],
      [200, 220],
    ]),
  ],
  legend: [],
};

function withNode(id: string, change: Partial<SceneNode>): Scene {
  return { ...sound, nodes: sound.nodes.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

function withEdge(id: string, change: Partial<SceneEdge>): Scene {
  return { ...sound, edges: sound.edges.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

/** The first phase under another name, set in lines. */
function withPhase(full: string, lines: readonly string[]): Scene {
  const runs = lines.map((line) => ({ ...text(10, 70), text: line, weight: 700 as const }));
  return { ...sound, bands: sound.bands.map((band) => (band.id === 'early' ? { ...band, full, runs } : band)) };
}

const points = (...list: readonly [number, number][]) => ({ points: list.map(([x, y]) => ({ x, y })) });

/** A further connection leaves a with that to c, and turns off at 260; its label begins at `x`. */
function parting(x: number): Scene {
  const further = edge('a', 'd', [
    [200, 60],
    [260, 60],
    [260, 120],
    [400, 120],
  ]);
  return {
    ...sound,
    nodes: [...sound.nodes, node('d', 400, 100, { lane: 'two', phase: 'early' })],
    edges: [
      ...sound.edges.filter(({ id }) => id !== 'c->b'),
      { ...further, label: label({ x, y: 70, width: 30, height: 16 }) },
    ],
  };
}

const spoiled: readonly [HardRule, string, Scene][] = [
  [
    'node-overlap',
    'two nodes on one place',
    { ...sound, nodes: [...sound.nodes, node('d', 120, 60, { lane: 'one', phase: 'early' })] },
  ],
  [
    'edge-through-node',
    'a line across a box',
    withEdge('c->b', points([450, 80], [450, 100], [50, 100], [50, 60], [250, 60], [250, 220], [200, 220])),
  ],
  [
    'label-collision',
    'a label on a node',
    withEdge('a->c', { label: label({ x: 180, y: 40, width: 40, height: 16 }) }),
  ],
  [
    'label-collision',
    'a label across a lane border',
    withEdge('a->c', { label: label({ x: 280, y: 40, width: 40, height: 16 }) }),
  ],
  [
    'label-on-edge',
    "a label on another's line",
    withEdge('a->c', { label: label({ x: 140, y: 100, width: 40, height: 16 }) }),
  ],
  ['label-of-another', 'a label behind the corner of its line, by what goes on there', parting(265)],
  ['text-outside-shape', 'a text wider than its box', withNode('a', { runs: [text(150, 120)] })],
  ['text-outside-shape', 'a text that leaves its diamond', withNode('b', { runs: [{ ...text(150, 90), y: 225 }] })],
  ['clock-on-text', 'a clock on the last line', withNode('a', { runs: [text(150, 60)], clock: { x: 150, y: 74 } })],
  ['wrong-docking', 'an end in mid-air beside a diamond', withEdge('c->b', points([450, 80], [450, 210], [200, 210]))],
  ['wrong-docking', 'an end that misses its box', withEdge('a->b', points([150, 90], [150, 200]))],
  [
    'wrong-docking',
    'no room for the arrowhead',
    withEdge('c->b', points([450, 80], [450, 300], [205, 300], [205, 220], [200, 220])),
  ],
  ['wrong-docking', 'a slanting line', withEdge('a->b', points([120, 80], [150, 200]))],
  ['shared-stretch', 'one line on another', withEdge('c->b', points([450, 80], [450, 150], [150, 150], [150, 200]))],
  [
    'shared-stretch',
    'a line on a border',
    withEdge('c->b', points([450, 80], [450, 110], [300, 110], [300, 220], [200, 220])),
  ],
  ['out-of-lane', 'a node across the border', withNode('b', { lane: 'two' })],
  ['out-of-phase', 'a node in the wrong phase', withNode('a', { phase: 'late' })],
  [
    'band-order',
    'lanes swapped',
    {
      ...sound,
      bands: [sound.bands[1], sound.bands[0], ...sound.bands.slice(2)].flatMap((band) => (band ? [band] : [])),
    },
  ],
  ['outside-picture', 'a node beyond the edge', { ...sound, width: 480 }],
  ['torn-word', 'a word of a phase that goes on in the next line', withPhase('Introduction', ['Introd', 'uction'])],
];

describe('the contract', () => {
  it('finds nothing wrong with a sound scene', () => {
    expect(quality(sound).violations).toEqual([]);
  });

  it.each(spoiled)('reports %s: %s', (rule, _, scene) => {
    const found = quality(scene).violations.map((violation) => violation.rule);
    expect(found).toContain(rule);
  });

  it('has a spoiled scene for every rule', () => {
    expect(new Set(spoiled.map(([rule]) => rule))).toEqual(new Set(hardRules));
  });

  it.each([
    ['between words', 'Lead qualification', ['Lead', 'qualification']],
    ['behind a hyphen', 'Follow-up', ['Follow-', 'up']],
    ['between ideographs', '预防与关闭', ['预防', '与关闭']],
    [
      'in a word that no header can hold',
      'Donaudampfschifffahrtsgesellschaft',
      ['Donaudampfschiff', 'fahrtsgesellschaft'],
    ],
  ])('lets a header go on in the next line %s', (_, full, lines) => {
    expect(quality(withPhase(full, lines)).violations).toEqual([]);
  });

  it('lets the label of what turns off stand before its corner', () => {
    expect(quality(parting(225)).violations).toEqual([]);
  });

  it('lets connections share the way to a common end', () => {
    const merged = withEdge('c->b', points([450, 80], [450, 120], [150, 120], [150, 200]));
    expect(quality(merged).violations).toEqual([]);
  });

  it('counts crossings, bends and straight handoffs', () => {
    const { crossings, bends, handoffs, levelHandoffs } = quality(sound);
    expect({ crossings, bends, handoffs, levelHandoffs }).toEqual({
      crossings: 0,
      bends: 1,
      handoffs: 2,
      levelHandoffs: 1,
    });
  });
});
