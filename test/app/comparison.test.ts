/** Pictures of a difference: everything of both sides once, marked as what it is, in forms that hold nothing but what they should. */
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { compare, union } from '../../src/analyse/diff/index.js';
import { comparisonForms } from '../../src/app/comparison/forms/index.js';
import { comparisonScene, comparisonScenes } from '../../src/app/comparison/scene.js';
import { layout } from '../../src/layout/index.js';
import { boxesOverlap, boxOfRun, inside } from '../../src/layout/measures.js';
import { quality } from '../../src/layout/quality.js';
import type { Process } from '../../src/model/process.js';
import type { Scene, SceneNode } from '../../src/model/scene.js';
import type { Comparison } from '../../src/report/difference-reporter.js';
import { project } from '../../src/view/index.js';
import { parseXml } from '../render/xml-parser.js';
import { rich } from '../fixtures/process.js';
import { readPng } from '../fixtures/png.js';
import { hostileStrings, retold } from '../fixtures/texts.js';

// jsdom comes without types; this is all we use of it.
interface Dom {
  readonly window: { readonly document: { querySelectorAll(selector: string): Iterable<unknown> } };
}
interface Found {
  readonly textContent: string;
  getAttribute(name: string): string | null;
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

  it('has every connection of a side whose steps have other ids only', async () => {
    const id = (old: string): string => (old === kept.id ? 'other-id' : old);
    const renamed: Process = {
      ...rich,
      nodes: rich.nodes.map((node) => ({ ...node, id: id(node.id) })),
      edges: rich.edges.map((edge) => ({
        ...edge,
        id: edge.id.replaceAll(kept.id, 'other-id'),
        from: id(edge.from),
        to: id(edge.to),
      })),
    };
    const { before, after } = await comparisonScenes(
      { difference: compare(rich, renamed), before: rich, after: renamed },
      'zh',
    );
    expect([before.edges.length, after.edges.length]).toEqual([rich.edges.length, rich.edges.length]);
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

describe('what a reviewer sees in the picture', () => {
  /** One step is somebody else's, has less time and another name; one timeout is later; one condition is another. */
  const [moving, late, branch] = [
    rich.nodes.find(
      ({ type, owner, id }) => type === 'task' && owner !== undefined && rich.edges.some((edge) => edge.to === id),
    ),
    rich.edges.find(({ kind, after }) => kind === 'timeout' && after !== undefined),
    rich.edges.find(({ kind, when }) => kind === 'next' && when !== undefined),
  ];
  const newOwner = rich.owners.find(({ id }) => id !== moving?.owner && rich.nodes.some(({ owner }) => owner === id));
  if (!moving || !late?.after || !branch || !newOwner) throw new Error('the process lacks what is to be changed');
  const later = { ...late.after, days: 99, totalMinutes: 99 * 1440 };
  const limit = { ...late.after, days: 0, hours: 1, totalMinutes: 60 };
  const after: Process = {
    ...rich,
    nodes: rich.nodes.map((node) =>
      node.id === moving.id
        ? { ...node, owner: newOwner.id, sla: limit, name: { zh: '全然不同的新名字', en: 'Another name altogether' } }
        : node,
    ),
    edges: rich.edges.map((edge) =>
      edge.id === late.id
        ? { ...edge, after: later }
        : edge.id === branch.id
          ? { ...edge, when: { zh: '另一个条件', en: 'Another condition' } }
          : edge,
    ),
  };
  const compared = { difference: compare(rich, after), before: rich, after };
  const scenes = comparisonScenes(compared, 'zh');
  const textOf = (node: SceneNode | undefined): string => node?.runs.map(({ text }) => text).join('') ?? '';
  const named = (text: string): string => text.replaceAll(/\s/gu, '');

  it('tells each side by itself: before is what was, in its lane and with its words', async () => {
    const { both, before, after: now } = await scenes;
    const oldName = named(moving.name['zh'] ?? '');
    const old = before.nodes.filter((node) => named(textOf(node)).includes(oldName));
    expect(old.some(({ lane }) => lane === moving.owner)).toBe(true);
    expect(before.nodes.some((node) => textOf(node).includes('全然不同的新名字'))).toBe(false);
    expect(now.nodes.find(({ id }) => id === moving.id)?.lane).toBe(newOwner.id);
    expect(textOf(now.nodes.find(({ id }) => id === moving.id))).toContain('全然不同的新名字');
    expect(both.nodes.find(({ ghost }) => ghost)?.lane).toBe(moving.owner);
    const labels = (scene: Scene): string => scene.edges.map(({ label }) => label?.full ?? '').join('|');
    expect(labels(before)).not.toMatch(/另一个条件|99/u);
    expect(labels(now)).toMatch(/另一个条件/u);
    expect(labels(now)).toMatch(/99/u);
    expect(labels(both)).toMatch(/ → .*99/u);
    for (const scene of [before, now]) {
      expect(quality(scene).violations).toEqual([]);
      expect([...scene.nodes, ...scene.edges].filter(({ change }) => change !== undefined)).toEqual([]);
    }
  });

  it('has a ghost where a step stood, and a line of its own from there', async () => {
    const { both } = await scenes;
    const ghost = both.nodes.find((node) => node.ghost);
    const arrow = both.edges.find((edge) => edge.ghost);
    expect([arrow?.from, arrow?.to]).toEqual([ghost?.id, moving.id]);
    for (const edge of both.edges.filter(({ from, to }) => from === moving.id || to === moving.id))
      expect(edge.change).toBeDefined();
    expect(
      both.edges.some(({ from, to, ghost: arrows }) => arrows !== true && [from, to].includes(ghost?.id ?? '')),
    ).toBe(false);
  });

  it('says owner and limit at the step, whole', async () => {
    const { both } = await scenes;
    const notes = both.nodes.find(({ id }) => id === moving.id)?.runs.filter(({ role }) => role === 'note') ?? [];
    const said = named(notes.map(({ text }) => text).join(''));
    const owners = [moving.owner, newOwner.id].map((id) =>
      named(rich.owners.find((one) => one.id === id)?.name['zh'] ?? ''),
    );
    expect(said.startsWith(owners.join('→'))).toBe(true);
    expect(said).toContain('→1小时');
    expect(notes[0]?.text).not.toContain('…');
  });

  it('keeps a later timeout a dashed line, and what is gone a dotted one that no living line shares', async () => {
    const svg = String(await formed('svg', { ...comparison, flows: [{ ...changed, ...compared }] }));
    expect(svg).toMatch(/class="line-changed"[^>]* stroke-dasharray="5 4"/u);
    const { both } = await comparisonScenes(changed, 'zh');
    const living = both.edges.filter(({ change }) => change !== 'removed');
    const gone = both.edges.filter(({ change }) => change === 'removed');
    expect(gone.length).toBeGreaterThan(0);
    for (const { to, points, own } of gone) {
      const end = (own ?? points).at(-1);
      const sharing = living.filter(
        (edge) => edge.to === to && edge.points.at(-1)?.x === end?.x && edge.points.at(-1)?.y === end?.y,
      );
      expect(sharing).toEqual([]);
    }
  });

  it('covers no text with a sign', async () => {
    for (const { both } of [await scenes, await comparisonScenes(changed, 'zh')]) {
      for (const { sign } of both.nodes)
        for (const run of sign ? both.nodes.flatMap(({ runs }) => runs) : []) {
          const box = boxOfRun(run);
          const nearest = [
            Math.max(box.x, Math.min(sign?.x ?? 0, box.x + box.width)),
            Math.max(box.y, Math.min(sign?.y ?? 0, box.y + box.height)),
          ];
          expect(Math.hypot((nearest[0] ?? 0) - (sign?.x ?? 0), (nearest[1] ?? 0) - (sign?.y ?? 0))).toBeGreaterThan(8);
        }
      expect(
        both.nodes.filter(({ change, ghost }) => change !== undefined && ghost !== true).every(({ sign }) => sign),
      ).toBe(true);
    }
  });

  it('runs as the flow itself is drawn', async () => {
    for (const [process, other] of [[rich, after] as const, [rich, edited] as const]) {
      const own = await layout(project(other, 'swimlane', { language: 'zh', direction: 'auto' }));
      const { both } = await comparisonScenes(
        { difference: compare(process, other), before: process, after: other },
        'zh',
      );
      expect(both.direction).toBe(own.direction);
    }
  });

  it('has the risks in whole sentences with numbers, and the numbers at the steps', async () => {
    const decision = rich.nodes.find(
      ({ type, id }) => type === 'decision' && rich.edges.some(({ from, otherwise }) => from === id && otherwise),
    );
    const without: Process = {
      ...rich,
      edges: rich.edges.filter(({ from, otherwise }) => from !== decision?.id || !otherwise),
      stores: rich.stores.map((store) => ({ ...store, protection: { ...store.protection, encryption: [] } })),
    };
    const risky = { difference: compare(rich, without), before: rich, after: without };
    const scene = await comparisonScene(risky, 'zh');
    const alarm = scene.panels?.find(({ tone }) => tone === 'alarm');
    const said = alarm?.runs.map(({ text }) => text).join('') ?? '';
    expect(said).toMatch(/没有默认分支了/u);
    expect(said).toMatch(/取消了加密/u);
    const numbers = alarm?.alerts.map(({ run }) => run.text) ?? [];
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
    const at = scene.nodes.find(({ id }) => id === decision?.id);
    expect(at?.alert?.run.text.split(', ').every((number) => numbers.includes(number))).toBe(true);
    for (const { box, runs } of scene.panels ?? [])
      for (const run of runs) expect(inside(boxOfRun(run), box)).toBe(true);
    expect(scene.panels?.every(({ box }) => scene.frames.every((frame) => !boxesOverlap(frame, box)))).toBe(true);
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

  it('lists its flows with their counts, and has both sides with names, without the program, too', async () => {
    const twice = { ...comparison, flows: [changed, { ...changed, file: 'b.flow.yaml' }] };
    const { document } = new JSDOM(String(await formed('html', twice))).window;
    const all = (selector: string): readonly Found[] => [...document.querySelectorAll(selector)] as Found[];
    const links = all('nav a').map((link) => link.getAttribute('href'));
    expect(links).toEqual(['#flow-1', '#flow-2']);
    for (const link of links) expect(all(`section${String(link)}`)).toHaveLength(1);
    expect(all('nav li').every(({ textContent }) => /\d/u.test(textContent))).toBe(true);
    expect(all('figcaption').map(({ textContent }) => textContent)).toEqual(['改前', '改后', '改前', '改后']);
    const titles = all('figure svg > title').map(({ textContent }) => textContent);
    expect(titles.map((title) => title.split(' · ').at(-1))).toEqual(['改前', '改后', '改前', '改后']);
    // Before stands on the left of what moves between them, and after on the right.
    expect(all('.cut').map(({ textContent }) => textContent)).toEqual(['改前改后', '改前改后']);
    const ids = all('[id]').map((one) => one.getAttribute('id'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no second side for a flow that is new', async () => {
    const made = { file: 'n.flow.yaml', difference: compare(undefined, rich), after: rich };
    const html = String(await formed('html', { ...comparison, flows: [made] }));
    expect([...new JSDOM(html).window.document.querySelectorAll('figure, input[type=range]')]).toHaveLength(0);
  });

  it('is the same every time', async () => {
    expect(await formed('html')).toBe(await formed('html'));
  });
});

describe('what stands above the picture', () => {
  const turned: Process = {
    ...rich,
    nodes: rich.nodes.filter(({ id }) => id !== 'approve'),
    edges: rich.edges
      .filter(({ from, to }) => from !== 'approve' && to !== 'approve')
      .map((edge) => (edge.from === 'pause' ? { ...edge, to: 'mail' } : edge)),
  };
  const said = async (language: string, after = turned, subtitle = ''): Promise<readonly string[]> => {
    const scene = await comparisonScene({ difference: compare(rich, after), before: rich, after }, language, subtitle);
    return [
      ...scene.heading,
      ...(scene.panels ?? []).flatMap(({ runs }) => runs),
      ...scene.legend.map(({ run }) => run),
    ].map(({ text }) => text);
  };

  it('has in its legend every mark of the list, too', async () => {
    const texts = await said('en');
    for (const look of ['added', 'removed', 'changed']) expect(texts).toContain(look);
  });

  it('counts the connections that went with their steps', async () => {
    const gone = rich.edges.filter(({ from, to }) => from === 'approve' || to === 'approve').length;
    expect((await said('en')).join(' ')).toContain(`${String(gone)} connections removed with the steps they join`);
    expect((await said('zh')).join('')).toContain(`删除 ${String(gone)} 条连线（随所连环节）`);
  });

  it('quotes in English as the font can: its curly quotes are as wide as an ideograph', async () => {
    const texts = (await said('en')).join(' ');
    expect(texts).toContain('The approval "Approve the discount" is gone.');
    expect(texts).not.toMatch(/[“”‘’]/u);
    expect((await said('zh')).join('')).toContain('取消了审批「审批折扣」。');
  });

  it('names a file once', async () => {
    const flows = [{ ...changed, file: 'new.flow.yaml' }];
    const [two, revisions] = await Promise.all(
      [
        { ...comparison, after: 'new.flow.yaml', flows },
        { ...comparison, after: 'the working tree', flows },
      ].map((what) => formed('svg', what)),
    );
    expect(String(two).match(/new\.flow\.yaml/gu)).toHaveLength(1);
    expect(String(revisions)).toContain('the working tree · new.flow.yaml');
  });

  it('says that only words have changed', async () => {
    const after = { ...rich, title: { ...rich.title, fr: 'Suivi' } };
    expect((await said('en', after)).join(' ')).toContain('1 change of wording');
  });

  it('marks a decision that a condition of the opposite leaves', async () => {
    const when = { zh: '无意向', en: 'Not interested' };
    const after = {
      ...rich,
      edges: rich.edges.map((edge) => (edge.from === 'interested' && edge.to === 'reply' ? { ...edge, when } : edge)),
    };
    const scene = await comparisonScene({ difference: compare(rich, after), before: rich, after }, 'en');
    expect(scene.nodes.filter(({ alerts }) => alerts?.includes(1)).map(({ id }) => id)).toEqual(['interested']);
  });
});
