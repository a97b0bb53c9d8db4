/** The SVG: well-formed whatever labels say, nothing in it that runs or loads, readable by people and screen readers. */
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/index.js';
import type { Process } from '../../src/model/process.js';
import type { View } from '../../src/model/view.js';
import { themes, type RenderOptions } from '../../src/render/format.js';
import { svg } from '../../src/render/formats/svg.js';
import { linePath } from '../../src/render/svg/edge.js';
import { styleSheet } from '../../src/render/svg/palette.js';
import { project, views } from '../../src/view/index.js';
import { edge, node, owner, process, rich, span, text } from '../fixtures/process.js';
import { hostileStrings, naughtyStrings, retold } from '../fixtures/texts.js';
import { descendants, parseXml, type XmlNode } from './xml-parser.js';

const options: RenderOptions = { language: 'zh', theme: 'auto', mermaidDiagram: 'flowchart' };

interface Drawn {
  readonly root: XmlNode;
  readonly source: string;
  readonly view: View;
}

async function draw(of: Process, view: View['id'], chosen = options): Promise<Drawn> {
  const shown = project(of, view, { language: chosen.language, direction: 'down' });
  const source = svg.render(await layout(shown), chosen);
  return { root: parseXml(source), source, view: shown };
}

/** What a picture may consist of. Nothing here runs, loads or embeds anything. */
const allowed = new Set(['title', 'desc', 'style', 'g', 'a', 'rect', 'circle', 'polygon', 'path', 'text']);

function expectHarmless(root: XmlNode): void {
  for (const { name, attributes, text: content } of descendants(root)) {
    expect(allowed).toContain(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      expect(attribute).not.toMatch(/^on/i);
      if (attribute === 'href') expect(value).not.toMatch(/^\s*(?!https?:|mailto:)[a-z][\w+.-]*:/i);
    }
    if (name === 'style') expect(content).not.toMatch(/url\(|@import/);
  }
}

const marked = (root: XmlNode, attribute: string): XmlNode[] =>
  descendants(root).filter(({ attributes }) => attributes[attribute] !== undefined);
const squeezed = (said: string): string => said.replaceAll(/\s/g, '');

/** A node, a condition, an owner, a phase and a title that all say the same. */
const small = process({
  owners: [owner('a'), owner('b')],
  phases: [{ id: 'p', span, name: text('p', 'p'), entry: [], exit: [] }],
  nodes: [
    node('start', { type: 'start', owner: 'a', phase: 'p' }),
    node('ask', { type: 'decision', owner: 'a', phase: 'p' }),
    node('work', { type: 'task', owner: 'b', phase: 'p', description: text('d', 'd') }),
    node('done', { type: 'end', owner: 'b', phase: 'p' }),
  ],
  edges: [
    edge('start', 'ask'),
    edge('ask', 'work', { when: text('x', 'x') }),
    edge('ask', 'done', { when: text('y', 'y') }),
    edge('work', 'done'),
  ],
});

describe('svg', () => {
  it.each(views.map(({ id }) => id))('draws every node and connection of the %s view, with its text', async (id) => {
    const { root, view } = await draw(rich, id);
    const groups = marked(root, 'data-node');
    expect(groups.map(({ attributes }) => attributes['data-node'])).toEqual(view.nodes.map((shown) => shown.id));
    expect(marked(root, 'data-edge').map(({ attributes }) => attributes['data-edge'])).toEqual(
      view.edges.map((shown) => shown.id),
    );
    view.nodes.forEach((shown, index) => {
      const inside = groups[index] === undefined ? [] : descendants(groups[index]);
      const lines = inside.filter(({ name }) => name === 'text').map((line) => line.text);
      expect(squeezed(lines.join(''))).toContain(squeezed(shown.name));
      expect(inside.find(({ name }) => name === 'title')?.text).toBe(shown.tip);
    });
    expectHarmless(root);
  });

  it('has a title and a description for screen readers, and says its language', async () => {
    const { root, view } = await draw(rich, 'swimlane');
    const byId = new Map(descendants(root).map((one) => [one.attributes['id'], one.text]));
    const labels = (root.attributes['aria-labelledby'] ?? '').split(' ').map((id) => byId.get(id));
    expect(labels).toEqual([view.title, view.description]);
    expect(root.attributes['lang']).toBe('zh');
  });

  it.each(themes)('theme %s: follows the system only when asked to', async (theme) => {
    const { source } = await draw(rich, 'swimlane', { ...options, theme });
    expect(source.includes('prefers-color-scheme')).toBe(theme === 'auto');
  });

  it('is the same, byte for byte, when drawn again', async () => {
    expect((await draw(rich, 'swimlane')).source).toBe((await draw(rich, 'swimlane')).source);
  });

  const strings = [...hostileStrings, ...(naughtyStrings ?? [])];
  it(`keeps ${strings.length} hostile strings as text, each in every place at once`, { timeout: 120_000 }, async () => {
    for (const said of strings) {
      const { root } = await draw(
        retold(small, () => said),
        'swimlane',
      );
      expectHarmless(root);
      expect(marked(root, 'data-node')).toHaveLength(small.nodes.length);
    }
  });
  it.skipIf(naughtyStrings !== undefined)('only our own hostile strings: the corpus is absent', () => undefined);

  it('never links to a script, whatever a node says', async () => {
    const shown = project(rich, 'flow', { language: 'zh', direction: 'down' });
    const links = async (href: string): Promise<(string | undefined)[]> => {
      const view = { ...shown, nodes: shown.nodes.slice(0, 1).map((one) => ({ ...one, href })), edges: [] };
      const root = parseXml(svg.render(await layout(view), options));
      return descendants(root)
        .filter(({ name }) => name === 'a')
        .map(({ attributes }) => attributes['href']);
    };
    for (const href of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'JAVASCRIPT:x',
      'data:text/html,x',
      'java\nscript:x',
    ]) {
      expect(await links(href)).toEqual([]);
    }
    for (const href of [
      'https://example.com/a:b',
      'mailto:a@example.com',
      'after-sales.swimlane.svg',
      './子流程.svg#a:b',
    ]) {
      expect(await links(href)).toEqual([href]);
    }
  });
});

describe('lines', () => {
  it('are straight without corners and round each corner once', () => {
    expect(
      linePath([
        { x: 0, y: 0 },
        { x: 0, y: 50 },
      ]),
    ).toBe('M0 0L0 42');
    expect(
      linePath([
        { x: 0, y: 0 },
        { x: 0, y: 50 },
        { x: 80, y: 50 },
      ]),
    ).toBe('M0 0L0 44Q0 50 6 50L72 50');
  });
});

describe('what only eyes would see', () => {
  const at = (root: XmlNode, id: string): XmlNode =>
    descendants(root).find(({ attributes }) => attributes['data-node'] === id) ?? root;
  const parts = (of: XmlNode, paint: string): XmlNode[] =>
    descendants(of).filter(({ attributes }) => attributes['class'] === paint);

  it('is said by signs, too: how a flow ends, whose nobody a lane is, what is a draft', async () => {
    const { root } = await draw(rich, 'swimlane');
    expect(parts(at(root, 'won'), 'mark-success')).toHaveLength(1);
    expect(parts(at(root, 'lost'), 'mark-failure')).toHaveLength(1);
    const draft = await draw(
      { ...rich, document: { reviewers: [], approvers: [], related: [], status: 'draft' } },
      'swimlane',
    );
    const dashes = (of: XmlNode, paint: string): unknown => parts(of, paint)[0]?.attributes['stroke-dasharray'];
    expect(dashes(draft.root, 'status-draft')).toBe('4 3');
    expect(dashes(root, 'status-approved')).toBeUndefined();
    const nobody = await draw({ ...small, nodes: [...small.nodes, node('x', { type: 'task' })] }, 'swimlane');
    const lane = descendants(nobody.root).find(({ attributes }) => attributes['data-lane'] === '(unassigned)');
    expect(lane && parts(lane, 'phase-header')).toHaveLength(1);
    expect(
      parts(nobody.root, 'border').filter(({ attributes }) => attributes['stroke-dasharray'] === '2 3'),
    ).toHaveLength(2);
  });

  it('is read to others by node, in their order, and never as loose words of connections', async () => {
    const { root, view } = await draw(rich, 'swimlane');
    const labels = descendants(root).flatMap(({ attributes }) => attributes['aria-label'] ?? []);
    expect(labels).toEqual(view.nodes.map(({ label }) => label));
    for (const one of marked(root, 'data-edge')) {
      const hidden = descendants(root).find(({ attributes }) => attributes['aria-hidden'] === 'true');
      expect(hidden && descendants(hidden)).toContain(one);
    }
  });

  it('takes the focus where there is a link, and nowhere else', async () => {
    const { root } = await draw(rich, 'swimlane');
    expect(marked(root, 'tabindex')).toEqual([]);
    const view = project(rich, 'swimlane', { language: 'zh', direction: 'down', nodeLink: (id) => `a.sop.md#${id}` });
    const linked = svg.render(await layout(view), options);
    const links = descendants(parseXml(linked)).filter(({ name }) => name === 'a');
    expect(links.map(({ attributes }) => [attributes['href'], attributes['aria-label']])).toEqual(
      view.nodes.map(({ id, label }) => [`a.sop.md#${id}`, label]),
    );
    expect(linked).toContain('a:focus-visible{outline:3px solid');
  });

  it('keeps the strip of the owner and the clock of a timeout apart', async () => {
    const view = project(rich, 'flow', { language: 'zh', direction: 'down' });
    const scene = await layout(view);
    const clocked = { ...scene, nodes: scene.nodes.map((one) => ({ ...one, clock: { x: one.box.x, y: one.box.y } })) };
    for (const [shown, side] of [
      [scene, 'left'],
      [clocked, 'right'],
    ] as const) {
      const root = parseXml(svg.render(shown, options));
      const { box } = shown.nodes.find(({ id }) => id === 'capture') ?? { box: { x: 0, width: 0 } };
      const strip = descendants(at(root, 'capture')).find(({ attributes }) =>
        attributes['class']?.startsWith('accent-'),
      );
      expect(Number(strip?.attributes['x'])).toBe(side === 'left' ? box.x + 5 : box.x + box.width - 8);
    }
  });

  it('tells the sentence of each badge, and shows the data below the rest', async () => {
    const view = project(rich, 'flow', { language: 'zh', direction: 'down', show: new Set(['sla', 'data'] as const) });
    const root = parseXml(svg.render(await layout(view), options));
    const titles = descendants(at(root, 'call'))
      .filter(({ name }) => name === 'title')
      .map(({ text: said }) => said);
    const { tip = '', badges = [] } = view.nodes.find(({ id }) => id === 'call') ?? {};
    expect(titles).toEqual([tip, ...badges.map(({ title }) => title)]);
    expect(parts(at(root, 'call'), 'divider')).toHaveLength(1);
    expect(parts(at(root, 'pause'), 'divider')).toHaveLength(0);
  });
});

it('in theme auto is light for programs that read past the media query, as LibreOffice does', () => {
  /** What such a program keeps: of each plain class the last rule. */
  const kept = (sheet: string): ReadonlyMap<string, string> =>
    new Map([...sheet.matchAll(/(?<=[{}])\.([\w-]+)\{([^}]*)\}/gu)].map(([, name = '', rule = '']) => [name, rule]));
  const light = kept(styleSheet('light'));
  expect(light.size).toBeGreaterThan(30);
  expect(kept(styleSheet('auto').replace(/@media[^{]*\{/u, '{'))).toEqual(light);
  expect(kept(styleSheet('dark'))).not.toEqual(light);
});
