/** Pictures of a difference: everything of both sides once, marked as what it is, in forms that hold nothing but what they should. */
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { compare, union } from '../../src/analyse/diff/index.js';
import { comparisonForms } from '../../src/app/comparison/forms/index.js';
import { comparisonScene, comparisonScenes } from '../../src/app/comparison/scene.js';
import { quality } from '../../src/layout/quality.js';
import type { Process } from '../../src/model/process.js';
import type { Scene } from '../../src/model/scene.js';
import type { Comparison } from '../../src/report/difference-reporter.js';
import { parseXml } from '../render/xml-parser.js';
import { rich } from '../fixtures/process.js';
import { readPng } from '../fixtures/png.js';
import { hostileStrings, retold } from '../fixtures/texts.js';

// jsdom comes without types; this is all we use of it.
interface Dom {
  readonly window: { readonly document: { querySelectorAll(selector: string): Iterable<unknown> } };
}
const { JSDOM } = createRequire(import.meta.url)('jsdom') as { JSDOM: new (html: string) => Dom };

const [first] = rich.edges;
const [kept, dropped, elsewhere] = rich.nodes.filter(({ type }) => type === 'task');
if (first === undefined || kept === undefined || dropped === undefined || elsewhere === undefined)
  throw new Error('three tasks are needed');
const other = rich.owners.find(({ id }) => id !== elsewhere.owner && id !== kept.owner);

/** Without one step and its connections; one step is somebody else's, one is new. */
const edited: Process = {
  ...rich,
  nodes: [
    ...rich.nodes
      .filter(({ id }) => id !== dropped.id)
      .map((node) => (node.id === elsewhere.id && other ? { ...node, owner: other.id } : node)),
    { ...kept, id: 'brand-new', name: { zh: '崭新的步骤', en: 'A brand new step' }, reads: [], writes: [] },
  ],
  edges: [
    ...rich.edges.filter(({ from, to }) => from !== dropped.id && to !== dropped.id),
    { ...first, id: `${kept.id}->brand-new`, from: kept.id, to: 'brand-new' },
  ],
};
const difference = compare(rich, edited);
const options = { color: false, width: 80, wording: false, inRepository: (file: string) => file };
const changed = { file: 'a.flow.yaml', difference, before: rich, after: edited };
const comparison: Comparison = {
  before: 'old',
  after: 'new',
  unchanged: 0,
  skipped: [],
  flows: [changed],
};
const formed = async (id: string, what = comparison): Promise<string | Uint8Array> =>
  (await comparisonForms.find((form) => form.id === id)?.report(what, options)) ?? '';

describe('both sides in one process', () => {
  it('has every step and connection of both once', () => {
    const { process, looks } = union(rich, edited, difference);
    expect(process.nodes).toHaveLength(rich.nodes.length + 1);
    expect(new Set(process.nodes.map(({ id }) => id)).size).toBe(process.nodes.length);
    expect(new Set(process.edges.map(({ id }) => id)).size).toBe(process.edges.length);
    const ids = new Set(process.nodes.map(({ id }) => id));
    for (const { from, to } of process.edges) expect(ids.has(from) && ids.has(to)).toBe(true);
    const counted = (look: string): number => process.nodes.filter(({ id }) => looks.get(id) === look).length;
    expect([counted('added'), counted('removed'), counted('moved')]).toEqual([1, 1, 1]);
  });

  it('is the process itself where nothing has changed', () => {
    const same = union(rich, rich, compare(rich, rich));
    expect(same.process).toEqual(rich);
    expect(same.looks.size).toBe(0);
  });

  it('keeps what is gone behind what stood before it', () => {
    const ids = union(rich, edited, difference).process.nodes.map(({ id }) => id.replace('\u2212 ', ''));
    const old = rich.nodes.map(({ id }) => id);
    expect(ids.filter((id) => old.includes(id))).toEqual(old);
  });
});

describe('the picture', () => {
  it('breaks no rule of drawing, and each side stands where it stands in both', async () => {
    const scenes = await comparisonScenes(changed, 'zh');
    for (const scene of Object.values(scenes).slice(0, 3) as Scene[]) expect(quality(scene).violations).toEqual([]);
    expect(quality(await comparisonScene(changed, 'zh')).violations).toEqual([]);
    for (const side of ['before', 'after'] as const) {
      const one = scenes[side];
      expect(one.nodes).toHaveLength(side === 'before' ? rich.nodes.length : edited.nodes.length);
      expect(one.edges).toHaveLength(side === 'before' ? rich.edges.length : edited.edges.length);
      for (const { id, box } of one.nodes) expect(scenes.both.nodes.find((node) => node.id === id)?.box).toEqual(box);
      expect([one.width, one.height]).toEqual([scenes.both.width, scenes.both.height]);
    }
  });

  it('says signs and words, not colours alone', async () => {
    const svg = String(await formed('svg'));
    parseXml(svg);
    for (const look of ['added', 'removed', 'moved']) expect(svg).toContain(`change-${look}-sign`);
    for (const words of ['新增', '删除', '换了责任方或阶段', '崭新的步骤']) expect(svg).toContain(words);
  });

  it('is a picture for a whole flow that is new, for two flows, and for none', async () => {
    const made = compare(undefined, rich);
    const flow = { file: 'b.flow.yaml', difference: made, after: rich };
    const twice = { ...comparison, flows: [...comparison.flows, flow] };
    const one = parseXml(String(await formed('svg')));
    const two = parseXml(String(await formed('svg', twice)));
    expect(Number(two.attributes['height'])).toBeGreaterThan(Number(one.attributes['height']));
    parseXml(String(await formed('svg', { ...comparison, flows: [] })));
    const png = await formed('png', { ...comparison, flows: [] });
    expect(readPng(png as Uint8Array).width).toBeGreaterThan(100);
  });

  it.each([2, 3])('is pixels for %i flows, too: no part of the sheet ends the process', async (count) => {
    const several = {
      ...comparison,
      flows: Array.from({ length: count }, (_, at) => ({ ...changed, file: `${String(at)}.flow.yaml` })),
    };
    const svg = parseXml(String(await formed('svg', several)));
    const { width, height } = readPng((await formed('png', several)) as Uint8Array);
    expect(height / width).toBeCloseTo(Number(svg.attributes['height']) / Number(svg.attributes['width']), 2);
    const ids = [...String(await formed('svg', several)).matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThanOrEqual(2 * count);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says what could not be compared, and then not that nothing has changed', async () => {
    const broken = { ...comparison, skipped: ['流程/broken&<b>.flow.yaml'] };
    for (const form of ['svg', 'html'] as const) {
      for (const flows of [comparison.flows, []]) {
        const told = String(await formed(form, { ...broken, flows }));
        const text = told
          .replaceAll(/<\/text>\s*<text [^>]*>/gu, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&#x3C;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll(/&amp;|&#x26;/gu, '&');
        expect(text).toContain('流程/broken&<b>.flow.yaml');
        expect(told).not.toMatch(/Nothing has changed|流程没有变化/u);
      }
    }
    const { width } = readPng((await formed('png', { ...broken, flows: [] })) as Uint8Array);
    expect(width).toBeGreaterThan(100);
  });
});

describe('the page', () => {
  it('runs its own program alone, and takes hostile texts for text', async () => {
    let next = 0;
    const hostile = retold(edited, () => hostileStrings[next++ % hostileStrings.length] ?? 'x');
    const html = String(
      await formed('html', {
        ...comparison,
        flows: [{ file: '<b>.flow.yaml', difference: compare(rich, hostile), before: rich, after: hostile }],
      }),
    );
    expect(html.match(/<script/gu)).toHaveLength(1);
    expect(html.replaceAll('&#x27;', "'")).toMatch(/script-src 'sha256-[A-Za-z0-9+/=]+'/u);
    const { document } = new JSDOM(html).window;
    expect([...document.querySelectorAll('img, iframe, b, [onerror], [style]')]).toEqual([]);
  });

  it('is the same every time', async () => {
    expect(await formed('html')).toBe(await formed('html'));
  });
});
