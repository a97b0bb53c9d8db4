/** Pages: nothing is lost between them, nothing is drawn twice, each can be read on its sheet and keeps the rules of a picture. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, layoutOnPaper, quality } from '../../src/layout/index.js';
import { cut } from '../../src/layout/pages/cuts.js';
import { split } from '../../src/layout/pages/split.js';
import { makeStrip } from '../../src/layout/pages/strip.js';
import type { PageFormat } from '../../src/model/paper.js';
import type { Scene, SceneNode } from '../../src/model/scene.js';
import type { View, ViewId } from '../../src/model/view.js';
import { project } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { edge, node, process as processOf, rich, text } from '../fixtures/process.js';
import { largeView } from '../fixtures/large-flow.js';
import { randomView } from './random-view.js';

const connectorsOf = ({ nodes }: Scene): readonly SceneNode[] => nodes.filter(({ type }) => type === 'connector');

/** The connections that the pages together show, from step to step. */
function connectionsOf(scenes: readonly Scene[]): string[] {
  const steps = scenes.flatMap(({ edges }) => edges);
  const behind = new Map(steps.map(({ from, to }) => [from, to]));
  const partner = new Map(scenes.flatMap(connectorsOf).map(({ id, partner }) => [id, partner?.id ?? '']));
  return steps
    .filter(({ from }) => !partner.has(from))
    .map(({ from, to }) => {
      const coming = partner.get(to);
      return `${from} ${coming === undefined ? to : (behind.get(coming) ?? 'nowhere')}`;
    })
    .sort();
}

/** Whatever leads to a connector is of the kind of what leads on from its partner. */
function expectSameKinds(scenes: readonly Scene[]): void {
  const edges = scenes.flatMap((scene) => scene.edges);
  const connectors = new Map(scenes.flatMap(connectorsOf).map((node) => [node.id, node]));
  for (const edge of edges) {
    const coming = connectors.get(edge.to)?.partner?.id;
    if (coming === undefined) continue;
    const [second, more] = edges.filter(({ from }) => from === coming);
    expect(more).toBeUndefined();
    expect(second?.kind).toBe(edge.kind);
    if (second?.label !== undefined) expect(second.label.full).toBe(edge.label?.full);
  }
  for (const { clock } of connectors.values()) expect(clock).toBeUndefined();
}

function expectComplete(view: View, scenes: readonly Scene[]): void {
  const steps = scenes.flatMap(({ nodes }) => nodes).filter(({ type }) => type !== 'connector');
  expect(steps.map(({ id }) => id).sort()).toEqual(view.nodes.map(({ id }) => id).sort());
  expect(connectionsOf(scenes)).toEqual(view.edges.map(({ from, to }) => `${from} ${to}`).sort());
  expectSameKinds(scenes);
  scenes.forEach((scene, index) => {
    expect(quality(scene).violations, `page ${index + 1}`).toEqual([]);
    expect(scene.page).toMatchObject({ number: index + 1, count: scenes.length });
    for (const { id, partner, runs } of connectorsOf(scene)) {
      const other = scenes[(partner?.page ?? 0) - 1];
      expect(other).not.toBe(scene);
      // Both sides know each other, and the page is said.
      const back = other?.nodes.find((node) => node.id === partner?.id)?.partner;
      expect(back).toEqual({ id, page: index + 1 });
      expect(runs.map(({ text }) => text).join(' ')).toContain(String(partner?.page));
    }
  });
}

/** Of the smallest text, in points; and whether all that is drawn lies inside the margins of the sheet. */
function printed({ page, width, height }: Scene): { text: number; inside: boolean } {
  if (page === undefined) throw new Error('no page');
  const { paper, scale } = page;
  const fits = (picture: number, sheet: number): boolean => (picture - 48) * scale <= sheet - 2 * paper.margin + 0.01;
  return { text: 11 * scale, inside: fits(width, paper.width) && fits(height, paper.height) };
}

const large = { seed: 5, nodes: 90, lanes: 8, phases: 6 } as const;

describe('a large process on paper', () => {
  it.each([
    ['a4', 'swimlane', 'zh'],
    ['a3-landscape', 'swimlane', 'en'],
    ['letter', 'flow', 'en'],
    ['a4-portrait', 'flow', 'zh'],
  ] as const)('%s, %s, %s', { timeout: 120_000 }, async (format, viewId, language) => {
    const view = largeView({ ...large, language, view: viewId });
    const scenes = await layoutOnPaper(view, format);
    expect(scenes.length).toBeGreaterThan(2);
    expectComplete(view, scenes);
    for (const scene of scenes) {
      const { text, inside } = printed(scene);
      expect(text).toBeGreaterThan(6.45);
      expect(inside).toBe(true);
      const turned = (scene.page?.paper.width ?? 0) > (scene.page?.paper.height ?? 0);
      if (format.includes('-')) expect(turned).toBe(format.endsWith('landscape'));
      expect(scene.direction).toBe(scenes[0]?.direction);
    }
    const said = scenes.map(({ heading }) => heading.map((run) => run.text).join(' '));
    expect(said[1]).toContain(language === 'zh' ? `第 2 页，共 ${scenes.length} 页` : `Page 2 / ${scenes.length}`);
    const [out] = scenes.flatMap(connectorsOf).filter(({ id }) => id.endsWith(':out'));
    expect(out?.tip).toMatch(language === 'zh' ? /^→\u00A0第\u00A0\d+\u00A0页 · / : /^→\u00A0p\.\u00A0\d+ · /);
  });

  it('is the same again', { timeout: 60_000 }, async () => {
    const view = largeView({ ...large, nodes: 50 });
    expect(await layoutOnPaper(view, 'a4')).toEqual(await layoutOnPaper(structuredClone(view), 'a4'));
  });

  it('has lanes only where a page uses them, and legends only of what it shows', async () => {
    for (const scene of await layoutOnPaper(largeView({ ...large, nodes: 50 }), 'a4')) {
      const used = new Set(scene.nodes.map(({ lane }) => lane));
      for (const band of scene.bands) if (band.kind === 'lane') expect(used).toContain(band.id);
      const kinds = scene.legend.map(({ entry }) => entry.kind);
      expect(kinds.includes('decision')).toBe(scene.nodes.some(({ type }) => type === 'decision'));
      expect(kinds.includes('connector')).toBe(connectorsOf(scene).length > 0);
    }
  });
});

it('what fits on one sheet is one page, without connectors and page numbers', async () => {
  const [, process] = examples.find(([path]) => path.includes('improvement-loop')) ?? [];
  if (process === undefined) throw new Error('the example is gone');
  const view = project(process, 'swimlane', { language: process.language, direction: 'auto' });
  const scenes = await layoutOnPaper(view, 'a3');
  expect(scenes.length).toBe(1);
  expectComplete(view, scenes);
  expect(scenes[0]?.heading.map(({ text }) => text).join(' ')).not.toMatch(/第 1 页|Page 1/u);
});

it.each([
  ['zh', '图 2/2', /^→\u00A0图\u00A02 · /u, /^自图\u00A01 · /u],
  ['en', 'Figure 2 / 2', /^→\u00A0fig\.\u00A02 · /u, /^from fig\.\u00A01 · /u],
] as const)('in a document, which has pages of its own, parts are figures: %s', (language, part, out, back) => {
  const view = project(rich, 'flow', { language, direction: 'down' });
  const pageOf = view.nodes.map(({ type }) => (type === 'end' ? 1 : 0));
  const [first, second] = split({ ...view, isFigure: true }, pageOf, 2);
  expect(second?.subtitle).toContain(part);
  expect(first?.nodes.find(({ id }) => id.endsWith(':out'))?.name).toMatch(out);
  expect(second?.nodes.find(({ type }) => type === 'connector')?.name).toMatch(back);
  expect(JSON.stringify([first, second])).not.toMatch(/第\s\d+\s页|\bp\.\s\d/u);
});

it('both parts of a cut connection say its kind, and its condition where they stand for one alone', () => {
  const view = project(rich, 'flow', { language: 'en', direction: 'down' });
  const pageOf = view.nodes.map(({ type }) => (type === 'end' ? 1 : 0));
  const [, second] = split(view, pageOf, 2);
  const known = new Map(second?.nodes.map(({ id, name }) => [id, name]));
  expect(second?.edges.map(({ from, kind, label, otherwise }) => [known.get(from), kind, label, otherwise])).toEqual([
    ['from p.\u00A01 · Wait for the answer', 'timeout', 'after 2 weeks', false],
    ['from p.\u00A01 · After-sales', 'next', 'Problem solved', false],
    ['from p.\u00A01 · After-sales', 'next', 'Customer gone', false],
  ]);
});

it('random graphs lose nothing', { timeout: 240_000 }, async () => {
  const options = fc.record({
    seed: fc.nat(),
    nodes: fc.integer({ min: 20, max: 45 }),
    lanes: fc.constantFrom(0, 3, 7),
    phases: fc.constantFrom(0, 3),
    direction: fc.constantFrom('right' as const, 'down' as const),
  });
  await fc.assert(
    fc.asyncProperty(options, fc.constantFrom<PageFormat>('a4', 'a4-landscape'), async (option, format) => {
      const view = randomView({ ...option, phases: option.lanes === 0 ? 0 : option.phases });
      expectComplete(view, await layoutOnPaper(view, format));
    }),
    { numRuns: 12, seed: 1 },
  );
});

it.each<ViewId>(['swimlane', 'flow'])(
  'a step too wide for any sheet is drawn smaller, not lost: %s',
  async (viewId) => {
    const view = largeView({ seed: 2, nodes: 20, lanes: 4, phases: 2, view: viewId });
    const long = view.nodes.map((node, index) => (index === 4 ? { ...node, name: '很长的名称'.repeat(60) } : node));
    expectComplete({ ...view, nodes: long }, await layoutOnPaper({ ...view, nodes: long }, 'a4-portrait'));
  },
);

describe('an end', () => {
  const steps = ['a', 'b', 'ask', 'c', 'd', 'e'];
  const of = processOf({
    nodes: [
      ...steps.map((id) => node(id, { type: id === 'ask' ? 'decision' : 'task' })),
      node('no', { type: 'end' }),
      node('yes', { type: 'end' }),
    ],
    edges: [
      ...steps.slice(1).map((to, index) => edge(steps[index] ?? '', to)),
      edge('ask', 'no', { otherwise: true }),
      edge('e', 'yes'),
    ],
  });
  const view = project(of, 'flow', { language: 'en', direction: 'down' });

  it('is parted from what leads to it by cuts between the two, and by no others', async () => {
    const strip = makeStrip(view, await layout(view));
    const order = strip.order.map((index) => view.nodes[index]?.id ?? '');
    const parted = (at: number): number =>
      [
        ['ask', 'no'],
        ['e', 'yes'],
      ].filter(([from = '', to = '']) => order.indexOf(from) < at && at <= order.indexOf(to)).length;
    expect(strip.seams.slice(1, -1).map(({ ends }) => ends)).toEqual(
      order.slice(1).map((_, index) => parted(index + 1)),
    );
    expect(Math.max(...strip.seams.map(({ ends }) => ends))).toBe(1);
  });

  it('stays on the page of what leads to it, where the pages have room', () => {
    const plain = { crossing: 1, ends: 0, phase: false, level: false };
    const seams = Array.from({ length: 7 }, (_, at) => ({ ...plain, ends: at === 3 ? 1 : 0 }));
    const strip = { order: [0, 1, 2, 3, 4, 5], seams, size: () => ({ width: 0, height: 0 }) };
    const runs = (of: typeof strip): readonly number[] =>
      cut(of, ({ from, to }) => (to - from) / 4, []).runs.map(({ to }) => to);
    // In halves, if nothing speaks against it.
    expect(runs({ ...strip, seams: seams.map(() => plain) })).toEqual([3, 6]);
    expect(runs(strip)).not.toContain(3);
  });
});

it.each(['zh', 'en'] as const)(
  'in a connector the arrow and the number of the page stand in one line: %s',
  async (language) => {
    const names = language === 'zh' ? ['提交资料', '资料齐全吗？'] : ['Send the file', 'File complete?'];
    const nodes = names.map((name, index) => node(`n${index}`, { type: 'task', name: text(name, name) }));
    const whole = project(processOf({ nodes, edges: [edge('n0', 'n1')] }), 'flow', { language, direction: 'down' });
    for (const page of split(whole, [0, 1], 2)) {
      const [connector] = connectorsOf(await layout(page));
      expect(connector?.runs[0]?.text).toContain(String(connector?.partner?.page));
    }
  },
);
