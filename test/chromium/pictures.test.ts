/**
 * Every example in a real browser: text as wide as the layout has measured it and inside its shape, no complaint on the console, and
 * light and dark as the reader's system has it.
 *
 * Separate from the unit tests because it needs a Chromium: `npm run test:chromium`. The font is the shipped one, so that it says the same
 * on every machine.
 */
import { describe, expect, it } from 'vitest';
import { formatNumber, xmlDocument } from '../../src/base/xml.js';
import { layout, quality } from '../../src/layout/index.js';
import type { Scene, TextRun } from '../../src/model/scene.js';
import { paintsOf } from '../../src/render/svg/palette.js';
import { picture } from '../../src/render/svg/picture.js';
import { project, views } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { absence, ask, chromium } from './browser.js';

const fonts = {
  400: new URL('../../fonts/NotoSansSC-Regular.ttf', import.meta.url).href,
  700: new URL('../../fonts/NotoSansSC-Bold.ttf', import.meta.url).href,
};

/** Where it begins or ends, at which height, and what it says: enough to know a line of text by. */
const keyOf = (x: number, y: number, text: string): string => `${formatNumber(x)} ${formatNumber(y)} ${text}`;

interface DrawnText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly width: number;
  readonly family: string;
}

const measureTexts = `
for (const [weight, url] of Object.entries(input.fonts)) {
  const font = new FontFace('Noto Sans SC', 'url(' + JSON.stringify(url) + ')', { weight });
  document.fonts.add(await font.load());
}
return input.pictures.map((source) => {
  const read = new DOMParser().parseFromString(source, 'image/svg+xml');
  const svg = document.body.appendChild(document.importNode(read.documentElement, true));
  const texts = [...svg.querySelectorAll('text')].map((text) => ({
    x: Number(text.getAttribute('x')),
    y: Number(text.getAttribute('y')),
    text: text.textContent,
    width: text.getComputedTextLength(),
    family: getComputedStyle(text).fontFamily.split(',')[0],
  }));
  svg.remove();
  return texts;
});`;

/** The scene as it is, but for the widths of its texts, which are those of the browser. */
function asDrawn<T>(value: T, widthOf: (run: TextRun) => number): T {
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    const copy = Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
    return 'anchor' in part && 'size' in part ? { ...copy, width: widthOf(part as TextRun) } : copy;
  };
  return walk(value) as T;
}

describe.skipIf(chromium === undefined)(chromium === undefined ? absence : 'in Chromium', () => {
  describe.each(examples)('%s', (_, process) => {
    it('text is as wide as measured, and inside its shape', { timeout: 120_000 }, async () => {
      const scenes: Scene[] = [];
      for (const { id } of views) {
        for (const language of process.languages) {
          scenes.push(await layout(project(process, id, { language, direction: 'auto' })));
        }
      }
      const pictures = scenes.map((scene) => xmlDocument(picture(scene, { theme: 'light' })));
      const { answer, console } = ask<readonly (readonly DrawnText[])[]>({ fonts, pictures }, measureTexts);
      expect(console).toEqual([]);
      expect(answer).toHaveLength(scenes.length);

      const off: string[] = [];
      scenes.forEach((scene, index) => {
        const drawn = new Map((answer[index] ?? []).map((text) => [keyOf(text.x, text.y, text.text), text]));
        expect(drawn.size).toBeGreaterThan(scene.nodes.length);
        const met = new Set<string>();
        const real = asDrawn(scene, (run) => {
          const key = keyOf(run.x, run.y, run.text);
          const found = drawn.get(key);
          if (found === undefined) throw new Error(`not drawn: ${key}`);
          met.add(key);
          // A hundredth of a pixel is what the browser rounds to.
          if (Math.abs(found.width - run.width) > 0.02 * run.width + 0.02)
            off.push(`${key}: ${found.width}, not ${run.width}`);
          expect(found.family).toMatch(/Noto Sans SC/u);
          return found.width;
        });
        expect([...drawn.keys()].filter((key) => !met.has(key))).toEqual([]);
        expect(quality(real).violations, `${scene.view} ${scene.language}`).toEqual([]);
      });
      expect(off).toEqual([]);
    });
  });

  const [, someProcess] = examples[0] ?? [];
  if (someProcess === undefined) throw new Error('there is no example');

  it.each(['light', 'dark'] as const)('theme auto is %s where the reader has it so', async (colours) => {
    const { language } = someProcess;
    const scene = await layout(project(someProcess, 'swimlane', { language, direction: 'auto' }));
    const classes = ['page', 'task', 'text', 'line'];
    const { answer, console } = ask<readonly { fill: string; stroke: string }[]>(
      { source: xmlDocument(picture(scene, { theme: 'auto' })), classes },
      `const read = new DOMParser().parseFromString(input.source, 'image/svg+xml');
       const svg = document.body.appendChild(document.importNode(read.documentElement, true));
       return input.classes.map((name) => {
         const { fill, stroke } = getComputedStyle(svg.querySelector('.' + name));
         return { fill, stroke };
       });`,
      { colours },
    );
    expect(console).toEqual([]);
    const rgb = (colour: string | undefined): string | undefined =>
      colour?.startsWith('#') === true
        ? `rgb(${[1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)).join(', ')})`
        : colour;
    classes.forEach((name, index) => {
      const paint = paintsOf(colours).get(name);
      if (paint?.fill !== undefined) expect(answer[index]?.fill, name).toBe(rgb(paint.fill));
      if (paint?.stroke !== undefined) expect(answer[index]?.stroke, name).toBe(rgb(paint.stroke));
    });
  });

  it('tells of what goes wrong in a page', () => {
    const { console } = ask(null, `console.error('so'); return 1;`);
    expect(console).toEqual([expect.stringContaining('so')]);
  });

  it('sees text that is wider than measured', () => {
    const source =
      '<svg xmlns="http://www.w3.org/2000/svg"><text x="1" y="2" font-family="Noto Sans SC" font-size="20">客户 AV</text></svg>';
    const { answer } = ask<readonly (readonly DrawnText[])[]>({ fonts, pictures: [source] }, measureTexts);
    const width = answer[0]?.[0]?.width ?? 0;
    expect(width).toBeGreaterThan(60);
    expect(width).toBeLessThan(80);
  });
});
