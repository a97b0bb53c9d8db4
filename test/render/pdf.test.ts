/** The PDF: one page as large as the picture, the same every time, with the text that the scene has, where the scene has it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { block, element } from '../../src/base/xml.js';
import { layout } from '../../src/layout/index.js';
import type { Scene, TextRun } from '../../src/model/scene.js';
import type { RenderOptions } from '../../src/render/format.js';
import { pdf } from '../../src/render/formats/pdf.js';
import { pdfBytes, type Pdf } from '../../src/render/pdf/document.js';
import { drawElement } from '../../src/render/pdf/draw.js';
import { shippedFonts } from '../../src/render/fonts/shipped.js';
import { paintsOf } from '../../src/render/svg/palette.js';
import { project, views } from '../../src/view/index.js';
import { examples } from '../fixtures/examples.js';
import { rich } from '../fixtures/process.js';
import { hostileStrings } from '../fixtures/texts.js';

const options: RenderOptions = { language: 'zh', theme: 'auto', mermaidDiagram: 'flowchart' };
const scene: Scene = await layout(project(rich, 'swimlane', { language: 'zh', direction: 'down' }));
const draw = async (of = scene, more: Partial<RenderOptions> = {}): Promise<Buffer> =>
  Buffer.from((await pdf.render(of, { ...options, ...more })).content);
const plain = (file: Buffer): string => file.toString('latin1');

const folder = mkdtempSync(join(tmpdir(), 'trackflow-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;

function pdftotext(file: Buffer, ...args: readonly string[]): string {
  const path = join(folder, 'picture.pdf');
  writeFileSync(path, file);
  const { status, stdout, stderr } = spawnSync('pdftotext', [...args, path, '-'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function runsOf({ heading, bands, nodes, edges, legend }: Scene): readonly TextRun[] {
  return [
    ...heading,
    ...bands.flatMap(({ runs }) => runs),
    ...nodes.flatMap(({ runs, badges }) => [...runs, ...badges.flatMap((badge) => badge.runs)]),
    ...edges.flatMap(({ label }) => label?.runs ?? []),
    ...legend.map(({ run }) => run),
  ];
}

/** The scene with another text in every line of its nodes and its title. */
const retold = (text: string): Scene => ({
  ...scene,
  heading: scene.heading.map((run) => ({ ...run, text })),
  nodes: scene.nodes.map((node) => ({ ...node, runs: node.runs.map((run) => ({ ...run, text })) })),
});

describe('the file', () => {
  it('is one page, as large as the picture', async () => {
    const text = plain(await draw());
    expect(text).toMatch(/^%PDF-1\.\d\n/u);
    expect(text.match(/\/Type \/Page\b/gu)).toHaveLength(1);
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(text) ?? [];
    expect([Number(width), Number(height)]).toEqual([scene.width * 0.75, scene.height * 0.75]);
  });

  it('is drawn smaller where no page could be as large', async () => {
    const text = plain(await draw({ ...scene, width: 40_000 }));
    expect(text).toMatch(/\/MediaBox \[0 0 14400 /u);
  });

  it('is the same, byte for byte, when drawn again, and tells no date', async () => {
    const first = await draw();
    expect(first.equals(await draw())).toBe(true);
    expect(plain(first)).not.toMatch(/Date|\(D:/u);
  });

  it('says its title, who answers for it, and its language', async () => {
    const utf16 = (text: string): string => plain(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16());
    const text = plain(await draw({ ...scene, title: '线索跟进', author: '销售部' }));
    expect(text).toContain(utf16('线索跟进'));
    expect(text).toContain(utf16('销售部'));
    expect(text).toContain('/Lang (zh)');
  });

  it('has compressed streams, and both weights of the font cut to what occurs', async () => {
    const file = await draw();
    const text = plain(file);
    expect(text.match(/\bstream\n/gu)?.length).toBe(text.match(/\/Filter \/FlateDecode/gu)?.length);
    expect(text.match(/\/FontName \/[A-Z]{6}\+NotoSansSC-\w+/gu)).toHaveLength(2);
    expect(file.length).toBeLessThan(200_000);
  });

  it('leads where its nodes lead, in ASCII, and never to a script', async () => {
    const linked = (href: string): Scene => ({ ...scene, nodes: scene.nodes.map((node) => ({ ...node, href })) });
    const leads = async (href: string): Promise<Set<string | undefined>> =>
      new Set([...plain(await draw(linked(href))).matchAll(/\/URI \((.*?)\)\n/gu)].map(([, to]) => to));
    expect(await leads('https://example.com/a?b=1')).toEqual(new Set(['https://example.com/a?b=1']));
    expect(await leads('./子流程.pdf')).toEqual(new Set(['./%E5%AD%90%E6%B5%81%E7%A8%8B.pdf']));
    expect(await leads('javascript:alert(1)')).toEqual(new Set());
    expect(plain(await draw({ ...scene, nodes: scene.nodes.map(({ href: _, ...node }) => node) }))).not.toContain(
      '/URI',
    );
  });

  it('names a character that the font lacks', async () => {
    const odd = { ...scene, heading: scene.heading.map((run) => ({ ...run, text: '王喆' })) };
    expect((await pdf.render(odd, options)).notes).toEqual([expect.stringContaining('喆 (U+5586)')]);
    expect((await pdf.render(scene, options)).notes).toEqual([]);
  });
});

describe('what the SVG draws, the PDF draws', () => {
  it.each(examples)('%s', { timeout: 60_000 }, async (_, process) => {
    for (const { id } of views) {
      const { language } = process;
      const view = project(process, id, { language, direction: 'auto', childLink: (file) => `${file}.pdf` });
      const drawn = await pdf.render(await layout(view), { ...options, language });
      expect(drawn.notes).toEqual([]);
      expect(drawn.content.length).toBeGreaterThan(5000);
    }
  });

  it.each([
    ['an element', element('ellipse', { class: 'task' }), /<ellipse>/u],
    ['an attribute', element('rect', { class: 'task', opacity: 0.5 }), /opacity of <rect>/u],
    ['a class', element('rect', { class: 'neon' }), /neon/u],
    ['a transform', element('path', { class: 'icon', d: 'M0 0H9', transform: 'rotate(45)' }), /rotate/u],
  ])('and would complain of %s that it does not know', async (_what, strange, complaint) => {
    const about = { title: 't', subject: 's', language: 'en' };
    const draw = (file: Pdf): void => drawElement(file, block('svg', {}, strange), paintsOf('light'));
    const drawing = pdfBytes(about, await shippedFonts(), [{ width: 9, height: 9, draw }]);
    await expect(drawing).rejects.toThrow(complaint);
  });

  it(`and ${hostileStrings.length} hostile strings`, { timeout: 120_000 }, async () => {
    for (const said of hostileStrings) {
      expect(plain(await draw(retold(said)))).toMatch(/%%EOF\s*$/u);
    }
  });
});

describe.skipIf(!hasPdftotext)('to pdftotext', () => {
  const squeezed = (said: string): string => said.replaceAll(/\s/gu, '');

  it.each(examples)('%s has every line of its text', async (_, process) => {
    const shown = await layout(project(process, 'swimlane', { language: process.language, direction: 'auto' }));
    const read = squeezed(pdftotext(await draw(shown), '-raw'));
    const lost = runsOf(shown).filter(({ text }) => !read.includes(squeezed(text)));
    expect(lost.map(({ text }) => text)).toEqual([]);
  });

  it('each line stands where the scene has it', async () => {
    const [, process] = examples.find(([path]) => path.includes('guanghui.flow')) ?? examples[0]!;
    const shown = await layout(project(process, 'swimlane', { language: 'zh', direction: 'auto' }));
    const words = new Map<string, number[][]>();
    const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/gu;
    for (const [, left, top, right, bottom, text = ''] of pdftotext(await draw(shown), '-bbox').matchAll(word)) {
      words.set(text, [...(words.get(text) ?? []), [left, top, right, bottom].map((at) => Number(at) / 0.75)]);
    }
    // A line of several words, or one that touches its neighbour, is cut otherwise: compared is what was found whole.
    const found = runsOf(shown).filter(({ text }) => words.has(text));
    expect(found.length).toBeGreaterThan(40);
    for (const { text, x, y, anchor, width } of found) {
      const left = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
      const near = words
        .get(text)
        ?.some(
          ([from = 0, top = 0, to = 0, bottom = 0]) =>
            Math.abs(from - left) < 1 && Math.abs(to - left - width) < 1 && top < y && y < bottom,
        );
      expect(near, `${text} at ${left} ${y}: ${JSON.stringify(words.get(text))}`).toBe(true);
    }
  });
});
it.skipIf(hasPdftotext)('its text was not read back: pdftotext (poppler-utils) is absent', () => undefined);
