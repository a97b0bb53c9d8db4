/** Data-flow diagrams of random processes, nastier than real ones, keep the contract and cross nothing that can be kept apart. */
import { describe, expect, it } from 'vitest';
import type { DataRef, Edge, Process, ProcessNode, Sensitivity, Store } from '../../src/model/process.js';
import { sensitivities } from '../../src/model/process.js';
import { layout, quality } from '../../src/layout/index.js';
import { project } from '../../src/view/index.js';
import { edge, node, owner, process, span, text } from '../fixtures/process.js';

const names = [
  '基本信息',
  '客户交互与跟进情况的完整历史记录',
  'Data',
  'A group with a rather long English name',
  '报价',
];

function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function randomProcess(seed: number): Process {
  const below = random(seed * 7919 + 13);
  const pick = <T>(list: readonly T[]): T => {
    const value = list[below(list.length)];
    if (value === undefined) throw new Error('empty list');
    return value;
  };
  const [count, storeCount, phaseCount] = [1 + below(18), 1 + below(5), below(5)];
  const stores = Array.from({ length: storeCount }, (_, index): Store => ({
    id: `s${index}`,
    span,
    name: text(pick(names), pick(names)),
    kind: 'database',
    groups: Array.from({ length: 1 + below(4) }, (_, group) => ({
      id: `g${group}`,
      name: text(pick(names), pick(names)),
      span,
      fields: Array.from({ length: 1 + below(3) }, (_, field) => ({
        id: `f${field}`,
        sensitivity: pick<Sensitivity>(sensitivities),
        span,
      })),
    })),
    access: [],
    ...(below(2) === 0 && {
      protection: { encryption: below(2) === 0 ? ['at-rest' as const, 'in-transit' as const] : [] },
    }),
  }));
  const ref = (): DataRef => {
    const store = pick(stores);
    if (below(5) === 0) return { store: store.id, span };
    const group = pick(store.groups);
    return { store: store.id, group: group.id, span, ...(below(3) === 0 && { field: pick(group.fields).id }) };
  };
  const refs = (): DataRef[] => Array.from({ length: below(5) }, ref);
  const nodes = Array.from({ length: count }, (_, index): ProcessNode => {
    const outside = below(6) === 0;
    return node(`n${index}`, {
      type: below(8) === 0 ? 'fork' : below(5) === 0 ? 'decision' : 'task',
      name: text(pick(names), pick(names)),
      owner: outside ? pick(['c', 'p']) : 'o',
      outputs: below(3) === 0 ? [text(pick(names), pick(names))] : [],
      ...(outside && below(2) === 0 ? {} : { reads: refs(), writes: refs() }),
      ...(phaseCount > 0 && below(8) > 0 && { phase: `p${Math.floor((index / count) * phaseCount)}` }),
    });
  });
  const edges = Array.from({ length: count * 2 }, (_, index): Edge => {
    const [from, to] = [below(count), below(count)];
    const carries = below(3) === 0 ? [text(pick(names), pick(names))] : [];
    return edge(`n${from}`, `n${to}`, { id: `e${index}`, carries, ...(below(2) === 0 && { when: text('是', 'Yes') }) });
  });
  return process({
    owners: [owner('c', { kind: 'customer' }), owner('p', { kind: 'partner' }), owner('o')],
    phases: Array.from({ length: phaseCount }, (_, index) => ({
      id: `p${index}`,
      span,
      name: text(pick(names), pick(names)),
      entry: [],
      exit: [],
    })),
    stores,
    nodes,
    edges,
  });
}

/** Each step reads the one store and writes it, and gives something to the next. */
function longProcess(count: number, phases: number): Process {
  const all = { store: 's', group: 'g', span };
  return process({
    owners: [owner('o')],
    phases: Array.from({ length: phases }, (_, index) => ({
      id: `p${index}`,
      span,
      name: text(`阶段 ${index}`, `Phase ${index}`),
      entry: [],
      exit: [],
    })),
    stores: [
      {
        id: 's',
        span,
        name: text('客户库', 'CRM'),
        kind: 'database',
        groups: [
          { id: 'g', name: text('基本信息', 'Profile'), span, fields: [{ id: 'f', sensitivity: 'personal', span }] },
        ],
        access: [],
      },
    ],
    nodes: Array.from({ length: count }, (_, index) =>
      node(`n${index}`, {
        type: 'task',
        owner: 'o',
        reads: [all],
        writes: index % 3 === 0 ? [all] : [],
        ...(phases > 0 && { phase: `p${Math.floor((index / count) * phases)}` }),
      }),
    ),
    edges: Array.from({ length: count - 1 }, (_, index) =>
      edge(`n${index}`, `n${index + 1}`, { id: `e${index}`, carries: [text('单据', 'Papers')] }),
    ),
  });
}

describe('data-flow diagrams of random processes', () => {
  it.each(['down', 'right'] as const)('have nothing hidden, ambiguous or out of place: %s', async (direction) => {
    for (let seed = 0; seed < 150; seed++) {
      const view = project(randomProcess(seed), 'data-flow', { language: seed % 2 === 0 ? 'zh' : 'en', direction });
      const scene = await layout(view);
      expect(quality(scene).violations, `seed ${String(seed)}`).toEqual([]);
      expect(scene.nodes.map(({ id }) => id)).toEqual(view.nodes.map(({ id }) => id));
      expect(scene.edges.map(({ id }) => id)).toEqual(view.edges.map(({ id }) => id));
    }
  });

  it('are straight but for what passes between processes that are no neighbours, or stand in different columns', async () => {
    for (let seed = 0; seed < 60; seed++) {
      const view = project(randomProcess(seed), 'data-flow', { language: 'zh', direction: 'down' });
      const symbols = new Set(view.nodes.flatMap(({ id, side }) => (side === undefined ? [] : [id])));
      const { edges } = await layout(view);
      for (const { id, from, to, points } of edges) {
        if (symbols.has(from) || symbols.has(to)) expect(points, `${String(seed)} ${id}`).toHaveLength(2);
        else expect([2, 4, 6]).toContain(points.length);
      }
    }
  });

  it.each(['auto', 'down', 'right'] as const)('are no strips, however long: %s', async (direction) => {
    for (const [count, phases] of [
      [24, 6],
      [40, 0],
      [60, 2],
    ] as const) {
      const view = project(longProcess(count, phases), 'data-flow', { language: 'zh', direction });
      const scene = await layout(view);
      const { aspect, violations } = quality(scene);
      expect(violations).toEqual([]);
      expect(aspect, String(count)).toBeGreaterThan(0.7);
      expect(aspect, String(count)).toBeLessThan(1.9);
    }
  });

  it('keep phases whole in their columns, and name a phase again that goes on in the next', async () => {
    const named = async (count: number, phases: number): Promise<readonly string[]> => {
      const view = project(longProcess(count, phases), 'data-flow', { language: 'zh', direction: 'down' });
      return (await layout(view)).bands.map(({ id }) => id);
    };
    expect(await named(24, 6)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5']);
    expect(await named(60, 1)).toEqual(['p0', 'p0', 'p0']);
  });

  it('go on in the next column: numbers run down each', async () => {
    const scene = await layout(project(longProcess(24, 6), 'data-flow', { language: 'zh', direction: 'down' }));
    const boxes = scene.nodes.filter(({ type }) => type === 'task').map(({ box }) => box);
    const turns = boxes.filter(({ y }, index) => index > 0 && y <= (boxes[index - 1]?.y ?? 0));
    expect(turns).toHaveLength(scene.frames.length - 1);
    for (const [index, { x }] of boxes.entries()) expect(x).toBeGreaterThanOrEqual(boxes[index - 1]?.x ?? 0);
    // What one process gives to the next arrives in the other column, too.
    const wraps = scene.edges.filter(({ points }) => points.length === 6);
    expect(wraps).toHaveLength(turns.length);
  });

  it('of a flow that names no data say so', async () => {
    const view = project(process({ nodes: [node('a', { type: 'task' })] }), 'data-flow', {
      language: 'en',
      direction: 'auto',
    });
    expect(view).toMatchObject({ nodes: [], edges: [], legend: [] });
    expect(view.subtitle).toMatch(/reads and writes/u);
    const scene = await layout(view);
    expect(quality(scene).violations).toEqual([]);
    expect(scene.width).toBeGreaterThan(100);
  });
});
