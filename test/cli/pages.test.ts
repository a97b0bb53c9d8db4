/** `--pages`: which files are made, what they are called, and what is refused. */
import { describe, expect, it } from 'vitest';
import { largeFlow } from '../fixtures/large-flow.mjs';
import { cli, type Ran } from './cli.js';
import { good } from './flows.js';

const files = { 'big.flow.yaml': largeFlow({ seed: 3, nodes: 40, lanes: 6, phases: 4 }), 'a.flow.yaml': good };
const written = ({ host }: Ran): readonly string[] => host.written.map((path) => path.replace('/project/', ''));
const latin = (ran: Ran, path: string): string =>
  Buffer.from(ran.host.files.read(`/project/${path}`)).toString('latin1');

describe('files', () => {
  it('an SVG for each page, linked to each other; one PDF', { timeout: 60_000 }, async () => {
    const ran = await cli('render big.flow.yaml --pages a4 -f pdf,svg', { files });
    expect(ran.exit).toBe(0);
    const [pdf, ...pages] = written(ran);
    expect(pdf).toBe('out/big.swimlane.pdf');
    expect(pages.length).toBeGreaterThan(1);
    expect(pages).toEqual(pages.map((_, index) => `out/big.swimlane.p${String(index + 1)}.svg`));
    const texts = pages.map((page) => ran.host.text(page) ?? '');
    texts.forEach((text) => {
      for (const [, file = '', id = ''] of text.matchAll(/href="([^"#]*)#([^"]*)"/gu))
        expect(texts[pages.indexOf(`out/${file}`)]).toContain(`id="${id}"`);
    });
    expect(texts[0]).toContain('href="big.swimlane.p2.svg#');

    const text = latin(ran, 'out/big.swimlane.pdf');
    expect(text.match(/\/Type \/Page\b/gu)).toHaveLength(pages.length);
    for (const [, width, height] of text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu))
      expect([Number(width), Number(height)].sort((a, b) => a - b).map(Math.round)).toEqual([595, 842]);
    expect(text).toMatch(/\/Type \/Outlines|\/Outlines \d+ 0 R/u);
    const links = texts.join('').match(/href="[^"#]*#link/gu) ?? [];
    expect(text.match(/\/S \/GoTo/gu)).toHaveLength(links.length);
  });

  it('keep their name where one page is enough', async () => {
    const ran = await cli('render a.flow.yaml --pages a4', { files });
    expect(written(ran)).toEqual(['out/a.swimlane.svg']);
    expect(written(await cli('render a.flow.yaml --pages letter -o a.svg', { files }))).toEqual(['a.svg']);
  });

  it('sort as the pages do, ten and more of them', { timeout: 60_000 }, async () => {
    const many = largeFlow({ seed: 4, nodes: 150, lanes: 8, phases: 6 });
    const ran = await cli('render many.flow.yaml --pages a4', { files: { 'many.flow.yaml': many } });
    expect(written(ran)[0]).toBe('out/many.swimlane.p01.svg');
    expect([...written(ran)].sort()).toEqual(written(ran));
  });

  it('a document shows all pages', async () => {
    const ran = await cli('sop big.flow.yaml --pages a4', { files });
    const pages = written(ran).filter((path) => path.endsWith('.svg'));
    const text = ran.host.text('out/big.sop.md') ?? '';
    expect([...text.matchAll(/!\[[^\]]*\]\(([^)]*)\)/gu)].map(([, link = '']) => `out/${link}`)).toEqual(pages);
  });

  it('a subflow leads to the first page of its child', async () => {
    const parent = good.replace(
      'call: {name: {zh: 电话联系, en: Call}, owner: sales, next: done}',
      "call: {type: subflow, name: 全程, owner: sales, flow: './big.flow.yaml', next: done}",
    );
    const ran = await cli('render --pages a4', { files: { ...files, 'a.flow.yaml': parent } });
    expect(ran.host.text('out/a.swimlane.svg')).toContain('href="big.swimlane.p1.svg"');
  });

  it('are asked for in the project file, too', async () => {
    const config = 'outputs: [{format: pdf, pages: a3-landscape}, {format: pdf}]\n';
    const ran = await cli('render a.flow.yaml', { files: { ...files, 'trackflow.config.yaml': config } });
    expect(written(ran)).toEqual(['out/a.swimlane.a3-landscape.pdf', 'out/a.swimlane.pdf']);
    expect(latin(ran, 'out/a.swimlane.a3-landscape.pdf')).toContain('/MediaBox [0 0 1190.5');
  });
});

describe('refused', () => {
  it.each([
    ['render a.flow.yaml --pages a5', /There is no paper "a5"/u],
    ['render a.flow.yaml --pages a4 -f mermaid,json', /--pages is for pdf, svg, png, drawio, and none/u],
    ['render big.flow.yaml --pages a4 -o big.svg', /The picture has \d pages, and there is one place for them: /u],
    [
      'render big.flow.yaml --pages a4 -f png -o -',
      /The picture has \d pages, and there is one place for them: stdout/u,
    ],
  ])('%s', async (line, complaint) => {
    const ran = await cli(line, { files });
    expect({ exit: ran.exit, written: ran.host.written }).toEqual({ exit: 2, written: [] });
    expect(ran.stderr).toMatch(complaint);
  });
});

it('tells on a terminal that a large picture is laid out, and only there', { timeout: 60_000 }, async () => {
  const many = { 'many.flow.yaml': largeFlow({ seed: 4, nodes: 160, lanes: 8, phases: 6 }) };
  const ran = await cli('render many.flow.yaml', { files: many, tty: true });
  expect(ran.stderr).toMatch(/laying out 1\d\d nodes …/u);
  expect((await cli('render many.flow.yaml', { files: many })).stderr).toBe('wrote out/many.swimlane.svg\n');
});
