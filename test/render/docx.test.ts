/** The Word document: opened by an unzipper and an XML parser, whole, and with nothing in it that an author's text could have started. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { renderProcess } from '../../src/app/render.js';
import { printable } from '../../src/base/printable.js';
import type { Process } from '../../src/model/process.js';
import { heading, table } from '../../src/render/document/blocks.js';
import { finish } from '../../src/render/document/numbering.js';
import { docxBytes } from '../../src/render/docx/document.js';
import { columnWidths } from '../../src/render/docx/widths.js';
import { sopDocument } from '../../src/render/sop/document.js';
import { examples } from '../fixtures/examples.js';
import { rich } from '../fixtures/process.js';
import { hostileStrings, naughtyStrings, retold } from '../fixtures/texts.js';
import { everyNode } from './markdown-parser.js';
import { descendants, parseXml, type XmlNode } from './xml-parser.js';

const options = { language: 'zh', theme: 'light', mermaidDiagram: 'flowchart' } as const;

/** Without its pictures, which take longest, where they do not matter. */
const textOnly = (of: Process, language = of.language): Promise<Uint8Array> =>
  docxBytes(sopDocument(of, { ...options, language }), { language, subtitle: '', pictures: new Map() });

const [made] = await renderProcess(rich, { outputs: [{ format: 'docx' }], languages: ['zh'], theme: 'light' });
if (!(made?.content instanceof Uint8Array)) throw new Error('no document was made');
const whole: Uint8Array = made.content;

interface Opened {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly body: XmlNode;
  readonly paragraphs: readonly XmlNode[];
}

function open(bytes: Uint8Array): Opened {
  const parts = unzipSync(bytes);
  for (const [path, content] of Object.entries(parts)) if (/\.(?:xml|rels)$/u.test(path)) parseXml(strFromU8(content));
  const body = parseXml(strFromU8(parts['word/document.xml'] ?? new Uint8Array()));
  return { parts, body, paragraphs: descendants(body).filter(({ name }) => name === 'p') };
}

const named = (node: XmlNode, name: string): readonly XmlNode[] =>
  descendants(node).filter((inner) => inner.name === name);
const styleOf = (paragraph: XmlNode): string => named(paragraph, 'pStyle')[0]?.attributes['w:val'] ?? '';
/** As it reads: what stands between breaks is a line. */
const linesOf = (paragraph: XmlNode): string =>
  descendants(paragraph)
    .map(({ name, text }) => (name === 't' ? text : name === 'br' ? '\n' : ''))
    .join('');

describe('the columns of a table', () => {
  const widths = (...rows: string[][]): readonly number[] =>
    table(rows[0] ?? [], rows.slice(1)).flatMap((made) => columnWidths(made, 9_400));

  it('do not break a name of few characters beside long texts', () => {
    const long = '客户联系人、联系方式与来源渠道，'.repeat(6);
    const [name = 0, text = 0, owner = 0, every = 0] = widths(
      ['指标', '计算方法', '负责', '统计周期'],
      ['首次响应时间', long, '销售总监', '每季度'],
    );
    for (const [width, characters] of [
      [name, 6],
      [owner, 4],
      [every, 4],
    ] as const)
      expect(width).toBeGreaterThan(characters * 180 + 180);
    expect(text).toBeGreaterThan(name);
    expect(name + text + owner + every).toBeLessThanOrEqual(9_400);
  });

  it('leave room for long texts where there are too many of few characters', () => {
    const many = widths(
      [...Array.from({ length: 8 }, (_, at) => String(at)), '长'],
      [...Array.from({ length: 8 }, () => '七个字的名称呀'), '长'.repeat(60)],
    );
    expect(many.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9_400);
    expect(many.at(-1)).toBeGreaterThan(1_440);
  });
});

describe('the SOP as a Word document', () => {
  it('is the same every time, in the same run of the program too', async () => {
    const [once, again] = [await textOnly(rich), await textOnly(rich)];
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
    expect(strFromU8(unzipSync(once)['docProps/core.xml'] ?? new Uint8Array())).not.toMatch(
      /dcterms:(?:created|modified)/u,
    );
  });

  it('has real headings, a table of contents that names them, and heads of tables that repeat', () => {
    const { paragraphs, body } = open(whole);
    const headings = paragraphs.filter((paragraph) => /^Heading[1-3]$/u.test(styleOf(paragraph)));
    expect(headings.length).toBeGreaterThan(20);
    const contents = paragraphs
      .filter((paragraph) => /^TOC[12]$/u.test(styleOf(paragraph)))
      .map(linesOf)
      .join('\n');
    for (const heading of headings.filter((each) => styleOf(each) !== 'Heading3'))
      expect(contents).toContain(linesOf(heading));
    for (const table of named(body, 'tbl')) expect(named(table, 'tblHeader')).toHaveLength(1);
  });

  it('begins its contents and its first chapter on new pages, without a break that could have a page to itself', () => {
    const { paragraphs, body } = open(whole);
    expect(named(body, 'br').filter((each) => each.attributes['w:type'] === 'page')).toEqual([]);
    const onNewPages = paragraphs.filter((each) => named(each, 'pageBreakBefore').length > 0).map(styleOf);
    expect(onNewPages).toEqual(['ContentsHead', 'Heading1']);
  });

  it('leaves nothing to each program where the contents count on it: no space above what opens a page, fonts of known widths', () => {
    const { parts, paragraphs } = open(whole);
    const styles = parseXml(strFromU8(parts['word/styles.xml'] ?? new Uint8Array()));
    const above = (of: XmlNode | undefined): string | undefined =>
      of && named(of, 'spacing')[0]?.attributes['w:before'];
    for (const opening of paragraphs.filter((each) => named(each, 'pageBreakBefore').length > 0)) {
      const style = named(styles, 'style').find(({ attributes }) => attributes['w:styleId'] === styleOf(opening));
      expect(above(opening) ?? above(style)).toBe('0');
    }
    // LibreOffice brings fonts of these widths with it.
    const latin = Object.values({ styles, ...Object.fromEntries(paragraphs.entries()) })
      .flatMap((part) => named(part, 'rFonts'))
      .flatMap(({ attributes }) => attributes['w:ascii'] ?? []);
    expect(latin.length).toBeGreaterThan(5);
    expect(latin.filter((font) => !['Arial', 'Courier New'].includes(font))).toEqual([]);
  });

  it('sets its contents closer where a few of them, or nothing at all, would have a page to themselves', async () => {
    const pitchOf = async (chapters: number): Promise<number> => {
      const heads = Array.from({ length: chapters }, (_, at) =>
        heading(2, `Chapter ${String(at)}`, { id: String(at) }),
      );
      const root = finish({ type: 'root', children: [heading(1, 'Title'), ...heads] });
      const bytes = await docxBytes(root, { language: 'en', subtitle: '', pictures: new Map() });
      const style = named(parseXml(strFromU8(unzipSync(bytes)['word/styles.xml'] ?? new Uint8Array())), 'style').find(
        ({ attributes }) => attributes['w:styleId'] === 'TOC1',
      );
      const spacing = style && named(style, 'spacing')[0]?.attributes;
      return Number(spacing?.['w:line']) + Number(spacing?.['w:after']);
    };
    const usual = await pitchOf(10);
    // A page holds 39: of 40 one would be left over, and with 39 the paragraph behind them.
    for (const entries of [39, 40, 43]) {
      const pitch = await pitchOf(entries);
      expect(pitch).toBeLessThan(usual);
      expect(pitch * entries + 440).toBeLessThanOrEqual(14_500 - 580);
    }
    expect(await pitchOf(55)).toBe(usual);
  });

  it('keeps what announces a table or a list with it, and the head of a table with its first row', () => {
    const { body, paragraphs } = open(whole);
    const blocks = descendants(body).find(({ name }) => name === 'body')?.children ?? [];
    const labels = blocks.flatMap((block, at) =>
      block.name === 'p' && styleOf(block) === '' && blocks[at + 1]?.name === 'tbl' && linesOf(block) !== ''
        ? [named(block, 'keepNext').length]
        : [],
    );
    expect(labels.length).toBeGreaterThan(3);
    expect(new Set(labels)).toEqual(new Set([1]));
    // Nearer to it than to what stands above.
    for (const label of paragraphs.filter((each) => styleOf(each) === '' && named(each, 'keepNext').length > 0)) {
      const { 'w:before': before, 'w:after': after } = named(label, 'spacing')[0]?.attributes ?? {};
      expect(Number(before)).toBeGreaterThan(Number(after));
    }
    for (const table of named(body, 'tbl')) {
      const [head] = named(table, 'tr');
      if (head) expect(named(head, 'keepNext').length).toBe(named(head, 'tc').length);
    }
  });

  it('has lines of a fixed height in every style, so that no font of a machine moves what the contents say', () => {
    const styles = parseXml(strFromU8(open(whole).parts['word/styles.xml'] ?? new Uint8Array()));
    // No document of ours has notes at its foot.
    const used = named(styles, 'style').filter(({ attributes }) => !/note/iu.test(attributes['w:styleId'] ?? ''));
    const spacings = used
      .flatMap((style) => named(style, 'spacing'))
      .filter(({ attributes }) => attributes['w:line'] !== undefined);
    expect(spacings.length).toBeGreaterThan(6);
    expect(spacings.filter(({ attributes }) => attributes['w:lineRule'] !== 'exact')).toEqual([]);
    expect(named(styles, 'docDefaults').flatMap((each) => named(each, 'spacing'))[0]?.attributes['w:lineRule']).toBe(
      'exact',
    );
    // But for pictures, which would be cut off.
    const { paragraphs } = open(whole);
    for (const picture of paragraphs.filter((each) => named(each, 'drawing').length > 0))
      expect(named(picture, 'spacing')[0]?.attributes['w:lineRule']).toBe('auto');
  });

  it('has links that lead to a heading', () => {
    const { body } = open(whole);
    const bookmarks = named(body, 'bookmarkStart').map(({ attributes }) => attributes['w:name']);
    const links = named(body, 'hyperlink').flatMap(({ attributes }) => attributes['w:anchor'] ?? []);
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((anchor) => !bookmarks.includes(anchor))).toEqual([]);
    expect(new Set(bookmarks).size).toBe(bookmarks.length);
    const ends = (name: string): unknown[] =>
      named(body, name)
        .map(({ attributes }) => attributes['w:id'])
        .sort();
    expect(ends('bookmarkEnd')).toEqual(ends('bookmarkStart'));
  });

  it('carries its pictures, with words for who cannot see them', () => {
    const { parts, body } = open(whole);
    const drawings = named(body, 'docPr');
    expect(drawings.length).toBeGreaterThan(0);
    for (const { attributes } of drawings) expect(attributes['descr']).toContain('客户跟进流程');
    const relations = parseXml(strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array()));
    const targets = new Map(
      named(relations, 'Relationship').map(({ attributes }) => [attributes['Id'], attributes['Target']]),
    );
    const images = named(body, 'blip').map(({ attributes }) => targets.get(attributes['r:embed']) ?? '');
    expect(images).toHaveLength(drawings.length);
    for (const image of images) expect(Object.keys(parts)).toContain(`word/${image}`);
  });

  it.each(
    examples.flatMap(([name, process]) => process.languages.map((language) => [name, language, process] as const)),
  )('says all of %s in %s', async (_name, language, process) => {
    const document = sopDocument(process, { ...options, language });
    const page = open(await textOnly(process, language))
      .paragraphs.map(linesOf)
      .join('\n');
    // That the tree itself says everything of the process is the SOP's own test.
    for (const said of everyNode(document)) if (said.type === 'text') expect(page).toContain(printable(said.value));
  });

  it('takes hostile texts for text', async () => {
    const strings = [...hostileStrings, ...(naughtyStrings ?? [])].filter((said) => said.trim() !== '');
    let next = 0;
    const told = retold(rich, () => strings[next++ % strings.length] ?? 'x');
    const plain = open(await textOnly(rich));
    const { body, parts } = open(await textOnly(told));
    // No element that the same document with harmless texts has not, and no way out of it.
    const kinds = (of: XmlNode): Set<string> => new Set(descendants(of).map(({ name }) => name));
    expect([...kinds(body)].filter((name) => !kinds(plain.body).has(name))).toEqual([]);
    expect(
      Object.keys(parts)
        .filter((path) => !(path in plain.parts))
        .filter((path) => !path.includes('media/')),
    ).toEqual([]);
    const relations = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array());
    expect(relations).not.toMatch(/javascript:|data:/iu);
    expect(named(body, 'instrText').every(({ text }) => /^\s*(?:TOC|PAGEREF|PAGE|NUMPAGES)\b/u.test(text))).toBe(true);
  });

  it('is opened by LibreOffice', (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'trackflow-docx-'));
    try {
      writeFileSync(join(folder, 'a.docx'), whole);
      try {
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        execFileSync(
          'soffice',
          [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, join(folder, 'a.docx')],
          { stdio: 'pipe' },
        );
        readFileSync(join(folder, 'a.txt'));
      } catch {
        context.skip('LibreOffice Writer is not installed here');
      }
      expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toContain('客户跟进流程');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
