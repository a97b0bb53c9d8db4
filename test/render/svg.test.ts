/** The SVG: well-formed whatever labels say, nothing in it that runs or loads, readable by people and screen readers. */
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/index.js';
import type { Process } from '../../src/model/process.js';
import type { View } from '../../src/model/view.js';
import { themes, type RenderOptions } from '../../src/render/format.js';
import { svg } from '../../src/render/formats/svg.js';
import { paintsOf } from '../../src/render/svg/palette.js';
import { linePath } from '../../src/render/svg/edge.js';
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

describe('contrast', () => {
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const shapes = ['task', 'approval', 'wait', 'subflow', 'decision', 'start', 'end', 'success', 'failure'];
  const grounds = ['page', 'lane', 'lane-odd'];
  const headers = ['phase-header', ...Array.from({ length: 8 }, (_, hue) => `hue-${hue}`)];
  const texts: readonly [string, readonly string[]][] = [
    ['text', [...grounds, ...headers, ...shapes]],
    ['muted', [...grounds, ...headers, ...shapes]],
    ['condition', grounds],
    ['condition-timeout', grounds],
  ];

  describe.each(['light', 'dark'] as const)('%s', (mode) => {
    const paints = paintsOf(mode);
    it.each(texts)('%s reads at 4.5:1 on all its grounds', (name, on) => {
      for (const ground of on) {
        const ratio = contrast(paints.get(name)?.fill ?? '', paints.get(ground)?.fill ?? '');
        expect(ratio, `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    });
    it('lines and outlines stand out at 3:1', () => {
      for (const name of ['line', 'line-timeout', 'icon', ...shapes]) {
        for (const ground of grounds) {
          expect(
            contrast(paints.get(name)?.stroke ?? '', paints.get(ground)?.fill ?? ''),
            `${name} on ${ground}`,
          ).toBeGreaterThanOrEqual(3);
        }
      }
    });
  });
});
