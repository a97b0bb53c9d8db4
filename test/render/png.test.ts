/** The PNG: the picture of the scene in the size asked for, the same every time, with nothing missing that is not said. */
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/index.js';
import type { Scene } from '../../src/model/scene.js';
import type { RenderOptions } from '../../src/render/format.js';
import { element, xmlDocument, type XmlElement } from '../../src/base/xml.js';
import { family, shippedFonts } from '../../src/render/fonts/shipped.js';
import { png } from '../../src/render/formats/png.js';
import { drawPng } from '../../src/render/png/draw.js';
import { picture } from '../../src/render/svg/picture.js';
import { sizeOf } from '../../src/render/png/size.js';
import { project } from '../../src/view/index.js';
import { rich } from '../fixtures/process.js';
import { readPng } from '../fixtures/png.js';
import { hostileStrings } from '../fixtures/texts.js';

const options: RenderOptions = { language: 'zh', theme: 'auto', mermaidDiagram: 'flowchart' };
const scene: Scene = await layout(project(rich, 'swimlane', { language: 'zh', direction: 'down' }));
const draw = async (more: Partial<RenderOptions> = {}, of = scene): ReturnType<typeof png.render> =>
  png.render(of, { ...options, ...more });

/** The scene with another title. */
const titled = (text: string): Scene => ({
  ...scene,
  heading: scene.heading.map((run) => (run.role === 'title' ? { ...run, text } : run)),
});

/** The scene with another text in every line of its nodes and its title. */
const retold = (text: string): Scene => ({
  ...scene,
  heading: scene.heading.map((run) => ({ ...run, text })),
  nodes: scene.nodes.map((node) => ({ ...node, runs: node.runs.map((run) => ({ ...run, text })) })),
});

describe('layers', () => {
  const drawn = (...children: readonly XmlElement[]): Promise<unknown> =>
    drawPng(element('svg', { xmlns: 'http://www.w3.org/2000/svg' }, ...children), { width: 40, height: 40 });
  const far = element('rect', { y: 900, width: 9, height: 9 });

  it('are refused wherever they are: they would end the process', async () => {
    await expect(drawn(element('svg', { y: 900 }, far))).rejects.toThrow('<svg>');
    await expect(drawn(element('g', {}, element('g', { opacity: 0.5 }, far)))).rejects.toThrow('opacity');
    await expect(drawn(element('g', { transform: 'translate(0 900)' }, far))).resolves.toBeDefined();
  });

  it('are no matter of texts', async () => {
    await expect(drawn(element('title', {}, '<svg opacity="1" mask="x">'), far)).resolves.toBeDefined();
  });
});

describe('size', () => {
  it.each([
    ['two pixels for each of the SVG', {}, 2],
    ['a scale', { scale: 1 }, 1],
    ['a broken scale', { scale: 0.5 }, 0.5],
  ])('%s', async (_what, more, scale) => {
    const { width, height } = readPng((await draw(more)).content);
    expect(width).toBe(Math.round(scene.width * scale));
    expect(Math.abs(height - scene.height * scale)).toBeLessThanOrEqual(1);
  });

  it('so many pixels across', async () => {
    const { width, height } = readPng((await draw({ width: 777 })).content);
    expect(width).toBe(777);
    expect(Math.abs(height - (777 * scene.height) / scene.width)).toBeLessThanOrEqual(1);
  });

  it('is cut to what programs can open, and says so', () => {
    for (const asked of [{ scale: 100 }, { width: 1_000_000 }]) {
      const { width, notes } = sizeOf({ width: 2000, height: 3000 }, asked);
      expect(width * width * 1.5).toBeLessThanOrEqual(100_000_000);
      expect(notes).toEqual([expect.stringMatching(/^drawn with \d+ × \d+ pixels/u)]);
    }
    expect(sizeOf({ width: 100_000, height: 10 }, {}).width).toBeLessThanOrEqual(30_000);
    expect(sizeOf({ width: 2000, height: 3000 }, { scale: 2 })).toEqual({ width: 4000, height: 6000, notes: [] });
  });

  it.each([
    ['small: two pixels for each of the SVG', 1000, 1900, 2000],
    ['large: what the largest screens show', 1500, 3000, 1920],
    ['wide', 3000, 1500, 3840],
    ['nearly square: the shorter side counts', 2400, 2000, 2592],
    ['larger still: what can be read at full size', 2000, 5000, 2000],
  ])('unasked, %s', (_what, width, height, pixels) => {
    expect(sizeOf({ width, height }, {})).toMatchObject({ width: pixels, notes: [] });
  });
});

describe('ground', () => {
  it.each([
    ['of the light theme, on paper as on a system that says nothing', {}, [255, 255, 255, 255]],
    ['of the dark theme', { theme: 'dark' }, [0x12, 0x16, 0x1d, 255]],
    ['of a colour', { background: '#f4f6fa' }, [0xf4, 0xf6, 0xfa, 255]],
    ['of nothing', { background: 'transparent' }, [0, 0, 0, 0]],
  ] as const)('%s', async (_what, more, expected) => {
    expect(readPng((await draw({ scale: 1, ...more })).content).pixel(2, 2)).toEqual(expected);
  });

  it('of anything else is refused', async () => {
    await expect(draw({ background: 'url(#x)' })).rejects.toThrow(/no background is called/u);
  });
});

it('is the same, byte for byte, when drawn again', async () => {
  expect(Buffer.from((await draw()).content).equals(Buffer.from((await draw()).content))).toBe(true);
});

it('really writes the text, in the weight that it has', async () => {
  const ink = async (of: Scene): Promise<number> => {
    const { pixel, width } = readPng((await draw({ scale: 1 }, of)).content);
    let dark = 0;
    for (let y = 24; y < 52; y++)
      for (let x = 0; x < Math.min(width, 400); x++) if ((pixel(x, y)[0] ?? 0) < 128) dark++;
    return dark;
  };
  const light = (of: Scene): Scene => ({ ...of, heading: of.heading.map((run) => ({ ...run, weight: 400 })) });
  const { status: _, ...untitled } = titled('');
  const [bold, regular, none] = await Promise.all([
    ink(titled('光辉科技客户管理')),
    ink(light(titled('光辉科技客户管理'))),
    ink(untitled),
  ]);
  expect(none).toBe(0);
  expect(regular).toBeGreaterThan(300);
  expect(bold).toBeGreaterThan(regular * 1.2);
});

it('writes text as resvg itself would with the font, kerning and all', async () => {
  const { default: resvg } = await import('@resvg/resvg-js');
  const words = titled('客户 AVATAR, To Wave: “Ärger”—¿ñandú? 100%');
  const fonts = await shippedFonts();
  const own = new resvg.Resvg(xmlDocument(picture(words, { theme: 'light' })), {
    font: { fontFiles: [fonts[400].path, fonts[700].path], loadSystemFonts: false, defaultFontFamily: family },
  });
  const [ours, theirs] = [readPng((await draw({ scale: 1 }, words)).content), readPng(own.render().asPng())];
  expect([ours.width, ours.height]).toEqual([theirs.width, theirs.height]);
  let [different, inked] = [0, 0];
  for (let y = 0; y < ours.height; y++) {
    for (let x = 0; x < ours.width; x++) {
      const [a = 0, b = 0] = [ours.pixel(x, y)[0], theirs.pixel(x, y)[0]];
      if (b < 128) inked++;
      if (Math.abs(a - b) > 64) different++;
    }
  }
  expect(inked).toBeGreaterThan(10_000);
  expect(different).toBeLessThan(inked / 500);
});

describe('a character that the font lacks', () => {
  it('is drawn as a box, and named', async () => {
    const [missing, boxed] = await Promise.all([draw({ scale: 1 }, titled('王喆')), draw({ scale: 1 }, titled('王□'))]);
    expect(missing.notes).toEqual([expect.stringContaining('喆 (U+5586)')]);
    expect(boxed.notes).toEqual([]);
    expect(Buffer.from(missing.content).equals(Buffer.from(boxed.content))).toBe(true);
  });

  it('is drawn without its accent, where it is a letter with one', async () => {
    const [accent, plain] = await Promise.all([
      draw({ scale: 1 }, titled('Dvořák')),
      draw({ scale: 1 }, titled('Dvorák')),
    ]);
    expect(accent.notes).toEqual([expect.stringContaining('ř (U+0159)')]);
    expect(Buffer.from(accent.content).equals(Buffer.from(plain.content))).toBe(true);
  });

  it('is not one of those that a text in Chinese or English is made of', async () => {
    expect((await draw()).notes).toEqual([]);
    const usual = '“客户”（VIP）—— 90%、￥1,234.50；A→B ≥ 3 ✓ ①②③ naïve café';
    expect((await draw({ scale: 1 }, titled(usual))).notes).toEqual([]);
  });
});

it(`draws ${hostileStrings.length} hostile strings`, { timeout: 120_000 }, async () => {
  for (const said of hostileStrings) {
    const { content } = await draw({ scale: 0.1 }, retold(said));
    expect(readPng(content).width).toBeGreaterThan(0);
  }
});
