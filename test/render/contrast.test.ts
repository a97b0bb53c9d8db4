/**
 * Every text of real pictures, on the ground that it really stands on, in every theme: at least 4.5:1, as WCAG 2 AA asks. And the list of
 * pairs by which own themes are judged has each of them.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { XmlElement } from '../../src/base/xml.js';
import { layout, layoutMatrix } from '../../src/layout/index.js';
import { matrixIds } from '../../src/model/matrix.js';
import { documentStatuses } from '../../src/model/process.js';
import type { Scene } from '../../src/model/scene.js';
import { showIds } from '../../src/model/view.js';
import { paintsOf, type Paint } from '../../src/render/svg/palette.js';
import { picture } from '../../src/render/svg/picture.js';
import { contrast, pairs, tooClose } from '../../src/render/theme/contrast.js';
import { themes } from '../../src/render/themes/index.js';
import { project, tabulate } from '../../src/view/index.js';
import { rich } from '../fixtures/process.js';

interface Shape {
  readonly paint: string;
  holds(x: number, y: number): boolean;
}

/** Pairs of classes: what a text is painted with, and what the last shape drawn under its middle is painted with. */
function met(root: XmlElement, paints: ReadonlyMap<string, Paint>): Set<string> {
  const shapes: Shape[] = [];
  const found = new Set<string>();
  const visit = ({ name, attributes, children }: XmlElement): void => {
    const number = (key: string): number => Number(attributes[key] ?? 0);
    const paint = String(attributes['class'] ?? '');
    if (name === 'text') {
      const [size, said] = [number('font-size'), children.filter((child) => typeof child === 'string').join('')];
      const shift = { start: 1, end: -1 }[String(attributes['text-anchor'] ?? 'start')] ?? 0;
      const [x, y] = [number('x') + (shift * said.length * size) / 4, number('y') - size / 3];
      found.add(`${paint} on ${shapes.findLast((shape) => shape.holds(x, y))?.paint ?? 'nothing'}`);
    }
    if (name === 'rect' && paints.get(paint)?.fill !== 'none') {
      const [left, top] = [number('x'), number('y')];
      const [right, bottom] = [left + number('width'), top + number('height')];
      shapes.push({ paint, holds: (x, y) => x >= left && x <= right && y >= top && y <= bottom });
    }
    if (name === 'polygon' || (name === 'path' && String(attributes['d']).endsWith('Z'))) {
      const numbers = String(attributes['points'] ?? '')
        .split(/[ ,]/u)
        .map(Number);
      const [xs, ys] = [0, 1].map((odd) => numbers.filter((_, index) => index % 2 === odd)) as [number[], number[]];
      const [cx, cy] = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
      const [rx, ry] = [Math.max(...xs) - cx, Math.max(...ys) - cy];
      if (name === 'polygon')
        shapes.push({ paint, holds: (x, y) => Math.abs(x - cx) / rx + Math.abs(y - cy) / ry <= 1 });
      else shapes.push(footOf(paint, String(attributes['d'])));
    }
    for (const child of children) if (typeof child === 'object') visit(child);
  };
  visit(root);
  return found;
}

/** The lower part of a box: `M left y H right V …`. */
function footOf(paint: string, d: string): Shape {
  const [, left = 0, top = 0, right = 0, bottom = 0] = (/^M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)/u.exec(d) ?? []).map(
    Number,
  );
  return { paint, holds: (x, y) => x >= left && x <= right && y >= top && y <= bottom + 6 };
}

describe.each(themes.map((theme) => [theme.id, theme] as const))('%s', (id, theme) => {
  const scenes: Scene[] = [];
  beforeAll(async () => {
    for (const view of ['swimlane', 'flow'] as const)
      scenes.push(await layout(project(rich, view, { language: 'zh', direction: 'down', show: new Set(showIds) })));
    for (const matrix of matrixIds) scenes.push(layoutMatrix(tabulate(rich, matrix, { language: 'zh' })));
  });

  it('has text that reads at 4.5:1 wherever it stands', () => {
    const paints = paintsOf(id);
    const all = new Set<string>();
    for (const scene of scenes) {
      for (const status of documentStatuses) {
        const told = scene.status && { ...scene, status: { ...scene.status, id: status } };
        for (const pair of met(picture(told ?? scene, { theme: id }), paints)) all.add(pair);
      }
    }
    for (const pair of all) {
      const [front = '', ground = ''] = pair.split(' on ');
      const ratio = contrast(paints.get(front)?.fill ?? '', paints.get(ground)?.fill ?? '');
      expect(ratio, pair).toBeGreaterThanOrEqual(4.5);
    }
    for (const known of [
      'text on task',
      'text on decision',
      'muted on lane-odd',
      'text on hue-1',
      'condition on lane-odd',
      'text on cell',
      'chip-responsible-text on chip-responsible',
      'chip-missing-text on chip-missing',
      'chip-warning-text on chip-warning',
    ])
      expect([...all]).toContain(known);
  });

  it('is held to the same measure as the themes of others', () => {
    expect(pairs(theme).length).toBeGreaterThan(100);
    expect(tooClose(theme)).toEqual([]);
  });
});

describe('a theme of somebody', () => {
  const [light] = themes;

  it('is told the worst pair of each colour that is too close to its grounds', () => {
    const faint = { ...light, roles: { ...light.roles, muted: '#9aa5b5' } };
    expect(tooClose(faint)).toHaveLength(1);
    expect(tooClose(faint)[0]).toMatchObject({ front: { path: ['muted'] }, least: 4.5 });
    const worst = Math.min(
      ...pairs(faint)
        .filter(({ front }) => front.path[0] === 'muted')
        .map(({ front, ground }) => contrast(front.colour, ground.colour)),
    );
    expect(tooClose(faint)[0]?.ratio).toBe(worst);
  });

  it('must be one of colours', async () => {
    const scene = await layout(project(rich, 'flow', { language: 'zh', direction: 'down' }));
    const hostile = { ...light, roles: { ...light.roles, ink: '#000}*{background:url(//example.com)' } };
    expect(() => picture(scene, { theme: hostile })).toThrow(/no colour/u);
  });
});

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
});
