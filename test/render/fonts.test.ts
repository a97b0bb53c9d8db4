/** The fonts in the package, and the ones that an SVG brings along: whole enough for what is written with them. */
import subset from 'subset-font';
import { describe, expect, it } from 'vitest';
import { measure } from '../../src/base/text/measure.js';
import { layout } from '../../src/layout/index.js';
import { coverageOf } from '../../src/render/fonts/coverage.js';
import { fontFaces } from '../../src/render/fonts/embed.js';
import { shippedFonts, weights } from '../../src/render/fonts/shipped.js';
import { svg } from '../../src/render/formats/svg.js';
import { project } from '../../src/view/index.js';
import { rich } from '../fixtures/process.js';
import { descendants, parseXml } from './xml-parser.js';

const fonts = await shippedFonts();

describe.each(weights)('weight %i', (weight) => {
  const covers = coverageOf(fonts[weight].read());

  it('has all of GB 2312', () => {
    const decoder = new TextDecoder('gb18030');
    const hanzi: string[] = [];
    for (let row = 0xb0; row <= 0xf7; row++)
      for (let cell = 0xa1; cell <= 0xfe; cell++) hanzi.push(decoder.decode(new Uint8Array([row, cell])));
    const real = hanzi.filter((character) => character >= '一' && character <= '鿿');
    expect(real).toHaveLength(6763);
    expect(real.filter((character) => !covers(character))).toEqual([]);
  });

  it('has the letters and signs of everyday text', () => {
    const usual =
      'ABCXYZabcxyz0123456789 äöüßéèñçÄÖÜ αβγΩ АБВя ，。、；：？！“”‘’（）《》【】…—·￥€£©®™°±×÷≤≥≠→←↑↓①②③✓●■★あア';
    expect(Array.from(usual).filter((character) => !covers(character))).toEqual([]);
  });

  it('says what it lacks', () => {
    expect(['喆', '囧', 'ř', '😀', '\u{20000}'].filter(covers)).toEqual([]);
  });

  it('is as wide as layout believes', async () => {
    // A subset of one character has the widths of that character and of the glyph for missing ones.
    for (const character of ['W', 'i', '…', '客', '，', 'é', '→']) {
      const one = await subset(Buffer.from(fonts[weight].read()), character, { targetFormat: 'truetype' });
      expect(advances(one), character).toContain(measure(character, 1000, weight));
    }
  });
});

describe('an SVG that brings its fonts along', () => {
  const options = { language: 'zh', theme: 'auto', mermaidDiagram: 'flowchart' } as const;

  it('has exactly the characters that it writes, in each weight', async () => {
    const scene = await layout(project(rich, 'swimlane', { language: 'zh', direction: 'down' }));
    const rules = await fontFaces(scene);
    const drawn = parseXml(svg.render(scene, { ...options, fontFaces: rules }));
    const faces = [...rules.matchAll(/font-weight:(\d+);src:url\(data:font\/woff2;base64,([A-Za-z0-9+/=]+)\)/gu)];
    expect(faces.map(([, weight]) => Number(weight))).toEqual([...weights]);
    for (const [, weight = '', base64 = ''] of faces) {
      const written = descendants(drawn)
        .filter(({ name, attributes }) => name === 'text' && (attributes['font-weight'] ?? '400') === weight)
        .map(({ text }) => text)
        .join('');
      const font = await subset(Buffer.from(base64, 'base64'), written, { targetFormat: 'truetype' });
      const covers = coverageOf(font);
      expect(Array.from(written).filter((character) => !covers(character))).toEqual([]);
      expect(covers('龙')).toBe(false);
    }
    const style = descendants(drawn).find(({ name }) => name === 'style')?.text ?? '';
    expect(style.startsWith(rules)).toBe(true);
    expect(await fontFaces(scene)).toBe(rules);
  });
});

function advances(font: Buffer): readonly number[] {
  const table = (tag: string): number => {
    for (let index = 0; index < font.readUInt16BE(4); index++) {
      const at = 12 + 16 * index;
      if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
    }
    throw new Error(`no table ${tag}`);
  };
  const count = font.readUInt16BE(table('hhea') + 34);
  return Array.from({ length: count }, (_, index) => font.readUInt16BE(table('hmtx') + 4 * index));
}
